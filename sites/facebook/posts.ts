import { actionRow } from './anchor.ts';
import { partsOf } from './parts.ts';
import { COMMENT, MESSAGE, PROFILE_NAME, UNITS } from './selectors.ts';
import { isAd } from './time-label.ts';
import { readAddress } from './urls.ts';

/** No post reaches over these. */
const LIMITS = '[role=feed],[role=main],[role=dialog],body';

/**
 * Every flaggable post at, under or around `root`. Candidates by several anchors, then two of three signs: a name,
 * words or media, an action row. No label is read but that of an advertisement.
 */
export function findPosts(root: ParentNode, url: URL): Element[] {
  const scope = root instanceof Element ? scopeOf(root, url) : root;
  const found = new Set<Element>();
  const units = [...scope.querySelectorAll(UNITS)];
  if (scope instanceof Element && scope.matches(UNITS)) units.push(scope);
  for (const unit of units) if (!unit.closest(COMMENT) && isPost(unit)) found.add(unit);
  const loose = new Set<Element>();
  for (const mark of scope.querySelectorAll(`${PROFILE_NAME},${MESSAGE}`)) {
    if (mark.closest(`${UNITS},${COMMENT}`)) continue;
    const box = boxAround(mark);
    // A unit with a row of its own is a neighbour; one without is what this post shares.
    if (box && !units.some((unit) => box.contains(unit) && actionRow(unit))) loose.add(box);
  }
  // One that holds another has taken in its neighbour.
  for (const box of loose) {
    if (![...loose].some((other) => other !== box && box.contains(other)) && isPost(box)) found.add(box);
  }
  // A post inside a post is one that it shares.
  const posts = [...found].filter(
    (post) => ![...found].some((other) => other !== post && other.contains(post)),
  );
  return posts.sort((a, b) => (a.compareDocumentPosition(b) & 4 ? -1 : 1));
}

function scopeOf(root: Element, url: URL): Element {
  const main = readAddress(url)?.post ? root.closest('[role=main]') : null;
  return root.closest(UNITS) ?? root.closest('[role=dialog]') ?? main ?? root;
}

/** Where nothing marks the whole post: the block around a name or words and the action row. */
function boxAround(mark: Element): Element | null {
  let both: Element | null = null;
  let box = mark.parentElement;
  for (; box && !box.matches(LIMITS); box = box.parentElement) {
    if (!both && box.querySelector(PROFILE_NAME) && box.querySelector(MESSAGE)) both = box;
    if (actionRow(box)) return box;
  }
  return box?.matches('[role=dialog]') ? both : null;
}

function isPost(unit: Element): boolean {
  if (unit.querySelector('input[type=password]')) return false;
  const parts = partsOf(unit);
  const signs =
    Number(parts.heads.length > 0) +
    Number(parts.message !== null || parts.media.length > 0) +
    Number(parts.row !== null);
  return signs > 1 && !isAd(unit, parts);
}

/** Whether the page's address speaks of this post: the only one of the dialog or, without a dialog, of the page. */
export function isAddressed(post: Element, url: URL): boolean {
  const document = post.ownerDocument;
  const dialog = post.closest('[role=dialog]');
  if (dialog) return only(findPosts(dialog, url), post);
  for (const other of document.querySelectorAll('[role=dialog]'))
    if (findPosts(other, url).length > 0) return false;
  const posts = findPosts(document, url);
  if (only(posts, post)) return true;
  // Under the post of a page the site hangs a feed of others.
  return (
    post === posts[0] &&
    only(
      posts.filter((other) => !other.matches('[aria-posinset],[role=feed] *')),
      post,
    )
  );
}

function only(posts: Element[], post: Element): boolean {
  return posts.length === 1 && posts[0] === post;
}
