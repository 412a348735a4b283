import type { Parts } from './parts.ts';
import { AD, AD_LABEL, COMMENT } from './selectors.ts';

const INVISIBLE = /[\s\u00ad\u200b-\u200f\u2060-\u2064\ufeff]+/g;

/**
 * What a person reads where the site shuffles the letters of a short label: pieces in the order of their flex `order`,
 * without those that are moved out of sight; pieces drawn by reference (`use`, `aria-labelledby`) looked up.
 * Needs computed styles, hence only for elements that look shuffled.
 */
export function shownLabel(element: Element): string {
  const document = element.ownerDocument;
  const target = element.matches('use')
    ? (element.getAttribute('href') ?? element.getAttribute('xlink:href') ?? '').slice(1)
    : element.getAttribute('aria-labelledby');
  const referred = target ? document.getElementById(target) : null;
  let text = (referred ?? element).textContent ?? '';
  const pieces = [...element.children];
  if (!referred && pieces.length > 2 && pieces.filter(isShort).length * 2 > pieces.length) {
    const view = document.defaultView;
    text = pieces
      .map((piece) => ({ piece, style: view?.getComputedStyle(piece) }))
      .filter(
        ({ style }) =>
          !style ||
          !(
            /absolute|fixed/.test(style.position) ||
            style.display === 'none' ||
            style.visibility === 'hidden' ||
            style.opacity === '0' ||
            style.fontSize === '0px'
          ),
      )
      .map(({ piece, style }) => ({ text: piece.textContent ?? '', order: Number(style?.order) || 0 }))
      .sort((a, b) => a.order - b.order)
      .map((piece) => piece.text)
      .join('');
  }
  return text.replace(INVISIBLE, ' ').trim();
}

function isShort(piece: Element): boolean {
  return (piece.textContent ?? '').length < 4;
}

/** Advertisement: by its links, or by the label in the line under the name, shuffled or not. */
export function isAd(post: Element, { header, heads }: Parts): boolean {
  for (const mark of post.querySelectorAll(AD)) if (!mark.closest(COMMENT)) return true;
  for (const part of header) {
    // Words on a coloured ground may follow the line without any mark.
    if ((part.textContent ?? '').length > 120 || part.closest('div[dir=auto]')) continue;
    if (heads.some((head) => head.contains(part))) continue;
    const named = part.getAttribute('aria-label')?.replace(INVISIBLE, ' ').trim() ?? '';
    if (AD_LABEL.test(named) || AD_LABEL.test(shownLabel(part).replaceAll(' ', ''))) return true;
  }
  return false;
}
