import { actionRow } from './anchor.ts';
import { all, holds, outermost, said } from './boxes.ts';
import { commentBoxes, isCommentArticle, isPerson } from './comment-box.ts';
import { AVATAR, HEADS, MEDIA, MESSAGE, PROFILE_NAME, UNITS } from './selectors.ts';
import { isGroup, profileOf } from './urls.ts';

/** The parts of one post as they stand now. Nodes are reused for other posts, so nothing of this may be kept. */
export interface Parts {
  /** Headings that say who posted, and into which group; the first is the surest. */
  heads: Element[];
  /** Elements of names, time and audience. */
  header: Element[];
  /** Other people's posts inside this one. */
  nested: Element[];
  /** Comments and replies under it. */
  comments: Element[];
  /** The citizen's words, where the site marks them. */
  message: Element | null;
  /** Photo links and videos of the post itself. */
  media: Element[];
  row: Element | null;
}

export function partsOf(post: Element): Parts {
  const comments = commentBoxes(post).filter((box) => box !== post);
  const row = actionRow(post, comments);
  const nested = outermost(
    all(post, `${UNITS},blockquote`).filter((unit) => !isCommentArticle(unit) && !holds(comments, unit)),
  );
  const parts: Parts = { heads: [], header: [], nested, comments, message: null, media: [], row };
  const { heads } = parts;
  for (const head of post.querySelectorAll(HEADS)) {
    if (!isOwn(parts, head) || head.closest(MESSAGE) || !namesSomeone(head) || holds(heads, head)) continue;
    const box = heads[0] && reshareAround(head, heads[0], post, row);
    if (box) nested.push(box);
    else heads.push(head);
  }
  const label = mapped(post, 'aria-labelledby')[0];
  if (heads.length === 0 && label && isOwn(parts, label) && said(label)) heads.push(label);
  // Viewers, and posts whose headings are none: the first person that is linked by name.
  if (heads.length === 0 && row) {
    const link = all(post, 'a[href]').find((part) => isPerson(part) && isOwn(parts, part));
    if (link && !link.closest(`${MESSAGE},[role=button]`)) heads.push(link);
  }
  parts.message = all(post, MESSAGE).find((part) => isOwn(parts, part)) ?? null;
  parts.media = all(post, MEDIA).filter(
    // The time of a photo or video leads there too: text without a picture.
    (part) =>
      isOwn(parts, part) && !parts.message?.contains(part) && (part.querySelector('img') || !said(part)),
  );
  parts.message ??= described(post, parts);
  parts.header = headerFrom(post, parts);
  return parts;
}

/** Whether a part belongs to the post itself: not to a comment, nor to a post that it shares. */
export function isOwn({ comments, nested }: Pick<Parts, 'comments' | 'nested'>, part: Element): boolean {
  return !holds(comments, part) && !holds(nested, part);
}

/** Elements of the post that the site's own map for screen readers names. */
function mapped(post: Element, map: 'aria-labelledby' | 'aria-describedby'): (Element | null)[] {
  const ids = post.getAttribute(map)?.split(/\s+/).slice(0, 12) ?? [];
  return ids.map((id) => {
    const part = id ? post.ownerDocument.getElementById(id) : null;
    return part && part !== post && post.contains(part) ? part : null;
  });
}

/** The map's order is: time, words, media, reactions, comments. */
function described(post: Element, parts: Parts): Element | null {
  const words = mapped(post, 'aria-describedby')[1];
  if (!words || !said(words) || !isOwn(parts, words)) return null;
  const other = [...parts.heads, ...parts.media, ...(parts.row ? [parts.row] : [])];
  return other.some((part) => words.contains(part) || part.contains(words)) ? null : words;
}

function namesSomeone(head: Element): boolean {
  if (head.matches(PROFILE_NAME)) return !!said(head);
  return all(head, 'a[href]').some((link) => profileOf(link) !== null || isGroup(link));
}

/** The block of a second name that brings its own picture or words: a shared post. A group's second line has none. */
function reshareAround(head: Element, first: Element, post: Element, row: Element | null): Element | null {
  let box = head;
  for (let up = head.parentElement; up && up !== post; up = up.parentElement) {
    if (up.contains(first) || (row && up.contains(row))) break;
    box = up;
  }
  return box.querySelector(`${AVATAR},${MESSAGE},${MEDIA}`) ? box : null;
}

/** From the first name to the first of the post's other parts, in reading order; boxes around those are left out. */
function headerFrom(post: Element, { heads, row, message, media, nested, comments }: Parts): Element[] {
  const header: Element[] = [];
  const [head] = heads;
  if (!head) return header;
  const body = new Set<Node>([...media, ...nested, ...comments]);
  if (row) body.add(row);
  if (message) body.add(message);
  const boxes = new Set<Node>();
  for (const part of body)
    for (let up = part.parentNode; up && up !== post && !boxes.has(up); up = up.parentNode) boxes.add(up);
  const walker = post.ownerDocument.createTreeWalker(post, 1);
  walker.currentNode = head;
  for (let node: Node | null = head; node && header.length < 500; node = walker.nextNode()) {
    if (body.has(node)) break;
    if (!boxes.has(node)) header.push(node as Element);
  }
  return header;
}
