import { actionRow } from './anchor.ts';
import { holds } from './boxes.ts';
import { isCommentArticle } from './comment-box.ts';
import { ARTICLE, VIEWER } from './selectors.ts';

/** Addresses at which something is looked at alone: a photo, a film, a reel. */
const PATH = /^\/(?:photo(?:\.php)?\/?$|reel(?:\/|$)|watch(?:\/|$)|[^/]+\/(?:photos|videos)\/.)/;

export function isViewer(url: URL): boolean {
  return PATH.test(url.pathname);
}

/** The blocks around what is looked at and the row of actions beside it; neighbours that wait in line have no row. */
export function viewersIn(scope: ParentNode, units: Element[]): Element[] {
  const boxes = new Set<Element>();
  for (const media of scope.querySelectorAll(VIEWER)) {
    if (holds(units, media)) continue;
    const article = media.closest(ARTICLE);
    if (article && isCommentArticle(article)) continue;
    let box: Element | null = media.parentElement;
    while (box && !box.matches('[role=feed],[role=dialog],body') && !actionRow(box)) box = box.parentElement;
    if (!box || box.matches('[role=feed],body') || !actionRow(box)) continue;
    // A unit of a feed has its own row: no box that reaches over one is a viewer's.
    if (!units.some((unit) => box.contains(unit))) boxes.add(box);
  }
  return [...boxes].filter((box) => ![...boxes].some((other) => other !== box && box.contains(other)));
}
