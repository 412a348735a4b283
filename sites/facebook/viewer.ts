import { actionRow } from './anchor.ts';
import { holds, innermost } from './boxes.ts';
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
    for (let box = media.parentElement; box && !box.matches('[role=feed],body'); box = box.parentElement) {
      const around = box;
      const row = actionRow(box);
      // A unit of a feed has its own row: no box that reaches over one is a viewer's.
      if (row && !units.some((unit) => around.contains(unit))) boxes.add(box);
      if (row || box.matches('[role=dialog]')) break;
    }
  }
  return innermost(boxes);
}
