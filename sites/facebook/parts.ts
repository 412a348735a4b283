import { actionRow } from './anchor.ts';
import { AVATAR, COMMENT, HEADS, MEDIA, MESSAGE, PROFILE_NAME, UNITS } from './selectors.ts';
import { linkUrl, readProfile } from './urls.ts';

/** The parts of one post as they stand now. Nodes are reused for other posts, so nothing of this may be kept. */
export interface Parts {
  /** Headings that say who posted, and into which group; the first is the surest. */
  heads: Element[];
  /** Elements of names, time and audience. */
  header: Element[];
  /** Other people's posts inside this one. */
  nested: Element[];
  /** The citizen's words, where the site marks them. */
  message: Element | null;
  /** Photo links and videos of the post itself. */
  media: Element[];
  row: Element | null;
}

export function partsOf(post: Element): Parts {
  const row = actionRow(post);
  const inner = [...post.querySelectorAll(`${UNITS},blockquote`)].filter((unit) => !unit.closest(COMMENT));
  const nested = inner.filter((unit) => !inner.some((other) => other !== unit && other.contains(unit)));
  const own = (part: Element): boolean => isOwn(post, nested, part);
  const heads: Element[] = [];
  for (const head of post.querySelectorAll(HEADS)) {
    if (
      !own(head) ||
      head.closest(MESSAGE) ||
      !namesSomeone(head) ||
      heads.some((other) => other.contains(head))
    )
      continue;
    const box = heads[0] && reshareAround(head, heads[0], post, row);
    if (box) nested.push(box);
    else heads.push(head);
  }
  const message = [...post.querySelectorAll(MESSAGE)].find(own) ?? null;
  const media = [...post.querySelectorAll(MEDIA)].filter(
    // The time of a photo or video leads there too: text without a picture.
    (part) =>
      own(part) && !message?.contains(part) && (part.querySelector('img') || !part.textContent?.trim()),
  );
  const body = [row, message, ...media, ...nested].filter((part) => part !== null);
  return { heads, header: headerFrom(heads[0], post, body), nested, message, media, row };
}

/** Whether a part belongs to the post itself: not to a comment, nor to a post that it shares. */
export function isOwn(post: Element, nested: Element[], part: Element): boolean {
  const comment = part.closest(COMMENT);
  return !(comment && post.contains(comment)) && !nested.some((box) => box.contains(part));
}

function namesSomeone(head: Element): boolean {
  if (head.matches(PROFILE_NAME)) return !!head.textContent?.trim();
  return [...head.querySelectorAll('a[href]')].some((link) => {
    const url = linkUrl(link.getAttribute('href'));
    return url !== null && (readProfile(url) !== null || /^\/groups\/[^/]+\/?$/.test(url.pathname));
  });
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
function headerFrom(head: Element | undefined, post: Element, body: Element[]): Element[] {
  const header: Element[] = [];
  if (!head) return header;
  const walker = post.ownerDocument.createTreeWalker(post, 1);
  walker.currentNode = head;
  for (let node: Node | null = head; node && header.length < 500; node = walker.nextNode()) {
    const element = node as Element;
    if (body.includes(element)) break;
    if (!body.some((part) => element.contains(part))) header.push(element);
  }
  return header;
}
