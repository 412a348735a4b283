import { actionRow } from './anchor.ts';
import { all, holds, isOwn, outermost, said } from './boxes.ts';
import { commentBoxes, isCommentArticle } from './comment-box.ts';
import { findHeads } from './heads.ts';
import { MEDIA, MESSAGE, UNITS } from './selectors.ts';

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
  findHeads(post, parts, mapped(post, parts, 'labelledby', 0));
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

/** What of the post itself the site's own map for screen readers names in place `at`, if it says something. */
function mapped(post: Element, parts: Parts, map: 'labelledby' | 'describedby', at: number): Element | null {
  const id = post.getAttribute(`aria-${map}`)?.split(/\s+/)[at];
  const part = id ? post.ownerDocument.getElementById(id) : null;
  return part && part !== post && post.contains(part) && isOwn(parts, part) && said(part) ? part : null;
}

/** The map's order is: time, words, media, reactions, comments. */
function described(post: Element, parts: Parts): Element | null {
  const words = mapped(post, parts, 'describedby', 1);
  const other = [...parts.heads, ...parts.media, parts.row];
  return words && other.some((part) => part && (words.contains(part) || part.contains(words))) ? null : words;
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
