import type { Anchor, CommentFinder } from '../site.ts';
import { all, holds, said } from './boxes.ts';
import {
  commentBoxes,
  commentOf,
  inWords,
  isCommentArticle,
  isLoading,
  isPerson,
  isTime,
} from './comment-box.ts';
import { namesOf } from './names.ts';
import { partsOf } from './parts.ts';
import { findPosts } from './posts.ts';
import { ARTICLE, COMMENT_LINK, COMPOSER, UNITS } from './selectors.ts';
import { type Address, ALIAS, addressOf, numberIn, POST_NUMBER } from './urls.ts';

const LIMITS = '[role=dialog],[role=main],body';

/** What a comment tells of itself and of its place; `id` is '' when it does not tell. */
export interface CommentNames {
  id: string;
  names: string[];
  /** The number of the comment above a reply. */
  parent?: string | undefined;
  /** The post's, as far as the comment's own link tells. */
  post: Address | null;
}

/** Links of a comment itself, not of the replies in it. */
export function ownParts(comment: Element, selector: string): Element[] {
  const replies = commentBoxes(comment).filter((box) => box !== comment);
  return all(comment, selector).filter((part) => !holds(replies, part));
}

export function timeOf(comment: Element): Element | null {
  return ownParts(comment, COMMENT_LINK).find((link) => isTime(link) && !inWords(link)) ?? null;
}

/** The name that a comment shows: a link to a person, or the first words for who has none. */
export function authorIn(comment: Element): Element | null {
  const links = ownParts(comment, 'a[href]').filter((link) => isPerson(link) && !inWords(link));
  return links[0] ?? ownParts(comment, '[dir=auto]').find((part) => !part.closest('a,ul')) ?? null;
}

/** The comment's number from the link of its time and from that of its author, where the two do not disagree. */
export function readNames(comment: Element, above: readonly string[]): CommentNames {
  const time = timeOf(comment);
  const post = addressOf(time);
  const shown = commentOf(time);
  const told = commentOf(authorIn(comment));
  const id = shown?.id ?? told?.id ?? '';
  const none: CommentNames = { id: '', names: [], post };
  // A reply's author may carry the number of the comment above it.
  if (!id || (shown && told && told.id !== id && told.id !== shown.parent)) return none;
  const linked = numberIn(post?.names ?? []);
  const media = post?.names.some((name) => /:(?:photo|video):/.test(name)) ?? false;
  // Under a photo or film the number before the comment's is theirs.
  const coded = media ? '' : shown?.post || told?.post || '';
  const around = post && areApart(post.names, above) ? '' : numberIn(above);
  const numbers = new Set([linked, coded, linked || coded ? '' : around].filter(Boolean));
  if (numbers.size > 1) return { ...none, post: null };
  const [number] = numbers;
  const names = [...(number ? [`facebook:${number}#${id}`] : []), `facebook:comment:${id}`];
  return { id, names, post, parent: shown?.parent };
}

/** Whether two lists of names are of two posts: numbers or aliases in both, and none in common. */
export function areApart(these: readonly string[], those: readonly string[]): boolean {
  return [POST_NUMBER, ALIAS].some((kind) => {
    const [left = [], right = []] = [these, those].map((names) => names.filter((name) => kind.test(name)));
    return !!left[0] && !!right[0] && !left.some((name) => right.includes(name));
  });
}

/** The post that a comment stands under, or null: an advertisement's, or that of nobody knows whom. */
export function postAbove(comment: Element, posts: Element[]): Element | null {
  const holder = posts.find((post) => post.contains(comment));
  for (let box = comment.parentElement; box && !holder; box = box.parentElement) {
    const around = box;
    const [inside, another] = posts.filter((post) => around.contains(post));
    if (inside && !another) return inside;
    if (inside || box.matches(LIMITS)) return null;
    // A unit that is no post, but for comments around this one.
    if (box.matches(UNITS) && !isCommentArticle(box)) return null;
    // With somebody's name or a row of actions it is a post's, though none that was found.
    const { heads, row } = partsOf(box);
    if (heads[0] || row) return null;
  }
  return holder ?? null;
}

export function postsAround(node: ParentNode, url: URL): Element[] {
  if (!(node instanceof Element)) return findPosts(node, url);
  return findPosts(node.closest('[role=dialog]') ?? node.ownerDocument, url);
}

function find(root: ParentNode, url: URL): Element[] {
  const inside = root instanceof Element ? root.closest(ARTICLE) : null;
  const boxes = commentBoxes(inside ?? root).filter(
    (box) => !isLoading(box) && (timeOf(box) !== null || lineOf(box) !== null) && authorIn(box) !== null,
  );
  if (boxes.length === 0) return boxes;
  const posts = postsAround(root, url);
  return boxes.filter((box) => postAbove(box, posts));
}

/** The line of small actions: around the time and the buttons beside it. */
function lineOf(comment: Element): Element | null {
  const time = timeOf(comment);
  const buttons = ownParts(comment, '[role=button]').filter(
    (button) => !inWords(button) && !button.closest(`${COMPOSER},a`),
  );
  if (!time) {
    const list = buttons.map((button) => button.closest('ul')).find((ul) => ul && comment.contains(ul));
    return list ?? null;
  }
  for (
    let box = time.parentElement;
    box && box !== comment && comment.contains(box);
    box = box.parentElement
  ) {
    if (!buttons.some((button) => box.contains(button))) continue;
    return box.querySelector('div[dir=auto],[role=article]') ? null : box;
  }
  return null;
}

function anchor(comment: Element): Anchor | null {
  const line = lineOf(comment);
  if (line) return { container: line, before: null };
  const time = timeOf(comment);
  return time?.parentElement ? { container: time.parentElement, before: time.nextElementSibling } : null;
}

export const facebookComments: CommentFinder = {
  find,
  anchor,
  names(comment, url) {
    const post = postAbove(comment, postsAround(comment, url));
    return readNames(comment, post ? namesOf(post, url).names : []).names;
  },
  authorLabel: (comment) => said(authorIn(comment)),
};
