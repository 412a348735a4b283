import { all, said } from './boxes.ts';
import { ACTIONS, ARTICLE, COMMENT_LINK, LOADING, MESSAGE, PROFILE_NAME } from './selectors.ts';
import { addressOf, commentIn, profileOf, urlOf } from './urls.ts';

/** What only a post has. */
const OF_POST = `${PROFILE_NAME},${MESSAGE},${ACTIONS},:is(h2,h3,h4,h5) a[href]`;
const LABELLED = `${ARTICLE}[aria-label]`;

/** Whether an article is a comment: nothing of a post is its own, and a label or the link of its time is. */
export function isCommentArticle(article: Element): boolean {
  const own = (part: Element): boolean => part.closest(ARTICLE) === article;
  if (all(article, OF_POST).some(own)) return false;
  return article.matches(LABELLED) || all(article, COMMENT_LINK).some((link) => own(link) && isTime(link));
}

/** Whether a link with a comment's number leads to the post: the time of the comment, not its author. */
export function isTime(link: Element): boolean {
  return addressOf(link) !== null;
}

/** Comments and replies at or under `root`, in document order; also those that are still loading. */
export function commentBoxes(root: ParentNode): Element[] {
  const boxes = new Set<Element>();
  if (root instanceof Element && root.matches(ARTICLE) && isCommentArticle(root)) boxes.add(root);
  for (const article of root.querySelectorAll(ARTICLE)) if (isCommentArticle(article)) boxes.add(article);
  for (const link of root.querySelectorAll(COMMENT_LINK)) {
    const article = link.closest(ARTICLE);
    if ((article && boxes.has(article)) || !isTime(link) || inWords(link)) continue;
    const box = boxAround(link);
    if (box && (box === root || root.contains(box))) boxes.add(box);
  }
  return [...boxes];
}

/** A link in somebody's words leads anywhere. */
export function inWords(link: Element): boolean {
  return link.closest(`div[dir=auto],${MESSAGE}`) !== null;
}

/** Where nothing marks the comment: the block around its time and its author, with no comment in it but its replies. */
function boxAround(time: Element): Element | null {
  const id = commentOf(time)?.id;
  let box = time.parentElement;
  for (let up = 0; id && up < 8 && box && !box.querySelector(OF_POST); up++, box = box.parentElement) {
    let author = false;
    for (const link of box.querySelectorAll('a[href]')) {
      if (link === time || inWords(link)) continue;
      if (link.matches(COMMENT_LINK) && isTime(link)) {
        if (commentOf(link)?.parent !== id) return null;
      } else author ||= isPerson(link);
    }
    if (author) return box;
  }
  return null;
}

/** The comment that a link names, or null. */
export function commentOf(link: Element | null): ReturnType<typeof commentIn> {
  const url = urlOf(link);
  return url && commentIn(url);
}

/** Whether a link shows a person's name. */
export function isPerson(link: Element): boolean {
  return !!said(link) && !link.matches('[aria-hidden=true]') && profileOf(link) !== null;
}

export function isLoading(comment: Element): boolean {
  return comment.querySelector(LOADING) !== null;
}
