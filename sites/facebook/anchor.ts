import type { Anchor } from '../site.ts';
import { all, holds } from './boxes.ts';
import { commentBoxes } from './comment-box.ts';
import { ACTIONS, COMMENT_LINK, COMPOSER, MESSAGE, REACTIONS } from './selectors.ts';

/** What no action row lies in. */
const ELSEWHERE = `${COMPOSER},${MESSAGE},${REACTIONS}`;
/** What no cell of the row holds. */
const FOREIGN = 'a[href],img,[role=slider]';
const MENU = '[aria-haspopup=menu]';

/** The smallest element around all of `parts`. */
export function around(parts: Element[]): Element | null {
  let box = parts[0]?.parentElement ?? null;
  while (box && !parts.every((part) => box?.contains(part))) box = box.parentElement;
  return box;
}

/** Three or four cells of one button each, all of them words or icons of the row: like, comment, share. */
function isRow(box: Element): boolean {
  let cells = 0;
  for (const cell of box.children) {
    const self = cell.matches('[role=button]');
    const inner = cell.querySelectorAll('[role=button]').length;
    if ((self || inner) && !cell.matches(MENU) && !cell.querySelector(MENU)) {
      if (++cells > 4 || inner + Number(self) > 1 || cell.querySelector(FOREIGN)) return false;
    }
  }
  return cells > 2 && !box.querySelector(COMMENT_LINK);
}

/**
 * The row of like, comment and share under `root`, outside comments: by the site's own markers, else by its
 * structure (three buttons side by side, the last such before the comments).
 */
export function actionRow(root: Element, comments = commentBoxes(root)): Element | null {
  const marked = all(root, ACTIONS).filter((part) => !holds(comments, part));
  if (marked.length > 0) {
    const cells = marked.map((part) => part.closest('[role=button]') ?? part);
    const box = around(cells);
    return box && root.contains(box) && (cells.length > 1 || box !== root) ? box : null;
  }
  let row: Element | null = null;
  for (const button of root.querySelectorAll('[role=button]')) {
    if (row?.contains(button) || button.closest(ELSEWHERE) || holds(comments, button)) continue;
    // A button may stand two boxes deep in its cell.
    let box = button.parentElement;
    for (let up = 0; up < 3 && box && box !== root.parentElement; up++, box = box.parentElement) {
      if (isRow(box) && !box.querySelector(COMPOSER)) {
        row = box;
        break;
      }
    }
  }
  return row;
}

/** Last in the action row: what the site put there keeps its place. */
export function anchorOf(post: Element): Anchor | null {
  const container = actionRow(post);
  return container && { container, before: null };
}
