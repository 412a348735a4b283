import type { Anchor } from '../site.ts';
import { ACTIONS, COMMENT, COMPOSER, MESSAGE, REACTIONS } from './selectors.ts';

/** What no action row lies in. */
const ELSEWHERE = `${COMMENT},${COMPOSER},${MESSAGE},${REACTIONS}`;

/** The smallest element around all of `parts`. */
function around(parts: Element[]): Element | null {
  let box = parts[0]?.parentElement ?? null;
  while (box && !parts.every((part) => box?.contains(part))) box = box.parentElement;
  return box;
}

/** Three or four cells of one button each, all of them words or icons of the row: like, comment, share. */
function isRow(box: Element): boolean {
  const cells = [...box.children].filter(
    (cell) => cell.matches('[role=button]') || cell.querySelector('[role=button]'),
  );
  return (
    cells.length > 2 &&
    cells.length < 5 &&
    cells.every(
      (cell) =>
        cell.querySelectorAll('[role=button]').length + Number(cell.matches('[role=button]')) === 1 &&
        !cell.querySelector('a[href],img,[role=slider],[aria-haspopup=menu]'),
    )
  );
}

/**
 * The row of like, comment and share under `root`, outside comments: by the site's own markers, else by its
 * structure (three buttons side by side, the last such before the comments).
 */
export function actionRow(root: Element): Element | null {
  const marked = [...root.querySelectorAll(ACTIONS)].filter((part) => !part.closest(COMMENT));
  if (marked.length > 0) {
    const cells = marked.map((part) => part.closest('[role=button]') ?? part);
    const box = around(cells);
    return box && root.contains(box) && (cells.length > 1 || box !== root) ? box : null;
  }
  let row: Element | null = null;
  for (const button of root.querySelectorAll('[role=button]')) {
    if (row?.contains(button) || button.closest(ELSEWHERE)) continue;
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
