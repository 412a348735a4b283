import { actionRow } from './anchor.ts';
import { all, innermost, isAfter, outermost } from './boxes.ts';
import { isCommentArticle } from './comment-box.ts';
import { partsOf } from './parts.ts';
import { ARTICLE, MESSAGE, PROFILE_NAME, UNITS, VIEWER } from './selectors.ts';
import { isAd } from './time-label.ts';
import { readAddress } from './urls.ts';
import { isViewer, viewersIn } from './viewer.ts';

/** No post reaches over these. */
const LIMITS = '[role=feed],[role=main],[role=dialog],body';

/**
 * Every flaggable post at, under or around `root`. Candidates by several anchors, then two of three signs: a name,
 * words or media, an action row. No label is read but that of an advertisement.
 */
export function findPosts(root: ParentNode, url: URL): Element[] {
  const scope = root instanceof Element ? scopeOf(root, url) : root;
  const found = new Set<Element>();
  const units = all(scope, UNITS).filter((unit) => !inComment(unit));
  if (scope instanceof Element && scope.matches(UNITS)) units.push(scope);
  for (const unit of units) if (isPost(unit)) found.add(unit);
  const loose = new Set<Element>();
  for (const mark of scope.querySelectorAll(`${PROFILE_NAME},${MESSAGE}`)) {
    if (mark.closest(UNITS)) continue;
    const box = boxAround(mark);
    // A unit with a row of its own is a neighbour; one without is what this post shares.
    if (box && !units.some((unit) => box.contains(unit) && actionRow(unit))) loose.add(box);
  }
  // One that holds another has taken in its neighbour.
  for (const box of innermost(loose)) if (isPost(box)) found.add(box);
  if (isViewer(url)) {
    const marked = [...found].filter((post) => post.matches(UNITS));
    for (const box of viewersIn(scope, marked)) if (isPost(box)) found.add(box);
  }
  // A post inside a post is one that it shares.
  return outermost([...found]).sort((a, b) => (a.compareDocumentPosition(b) & 4 ? -1 : 1));
}

function inComment(part: Element): boolean {
  for (let at = part.closest(ARTICLE); at; at = at.parentElement?.closest(ARTICLE) ?? null)
    if (isCommentArticle(at)) return true;
  return false;
}

function scopeOf(root: Element, url: URL): Element {
  const main = readAddress(url)?.post ? root.closest('[role=main]') : null;
  if (isViewer(url)) return root.ownerDocument.body;
  return root.closest(UNITS) ?? root.closest('[role=dialog]') ?? main ?? root;
}

/** Where nothing marks the whole post: the block around a name or words and the action row. */
function boxAround(mark: Element): Element | null {
  let both: Element | null = null;
  let box = mark.parentElement;
  for (; box && !box.matches(LIMITS); box = box.parentElement) {
    if (!both && box.querySelector(PROFILE_NAME) && box.querySelector(MESSAGE)) both = box;
    const row = actionRow(box);
    // What comes before all that a post shows is not its row.
    if (row) return isAfter(row, mark) ? box : null;
  }
  return box?.matches('[role=dialog]') ? both : null;
}

function isPost(unit: Element): boolean {
  if (unit.querySelector('input[type=password]')) return false;
  const parts = partsOf(unit);
  const signs =
    Number(parts.heads.some((head) => !head.matches('a'))) +
    Number(parts.message !== null || parts.media.length > 0) +
    Number(parts.row !== null);
  return signs > 1 && !isAd(unit, parts);
}

/** Whether the page's address speaks of this post: the only one of the dialog or, without a dialog, of the page. */
export function isAddressed(post: Element, url: URL, viewer = false): boolean {
  const document = post.ownerDocument;
  const dialog = viewer ? null : post.closest('[role=dialog]');
  const found = findPosts(dialog ?? document, url);
  const posts = viewer ? found.filter((other) => other.querySelector(VIEWER)) : found;
  if (!viewer && !dialog && all(document, '[role=dialog]').some((box) => findPosts(box, url).length > 0))
    return false;
  const only = (others: Element[]): boolean => others.length === 1 && others[0] === post;
  // Behind a viewer the feed may still hold films; under the post of a page the site hangs a feed of others.
  const feed = viewer ? UNITS : '[aria-posinset],[role=feed] *';
  return (
    only(posts) ||
    (!dialog && (viewer || post === posts[0]) && only(posts.filter((other) => !other.matches(feed))))
  );
}
