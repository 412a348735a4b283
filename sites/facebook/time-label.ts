import { all, holds } from './boxes.ts';
import type { Parts } from './parts.ts';
import { AD, AD_WORDS } from './selectors.ts';

const INVISIBLE = /[\s\u00ad\u200b-\u200f\u2060-\u2064\ufeff]+/g;

/** In position, display, visibility, opacity and size of letters: what nobody sees in its place. */
const UNSEEN = /absolute|fixed|none|hidden| 0(?:px)?(?: |$)/;

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
      .map((piece) => [piece.textContent, view?.getComputedStyle(piece)] as const)
      .filter(
        ([, style]) =>
          !style ||
          !UNSEEN.test(
            [style.position, style.display, style.visibility, style.opacity, style.fontSize].join(' '),
          ),
      )
      .sort(([, a], [, b]) => (Number(a?.order) || 0) - (Number(b?.order) || 0))
      .map(([letters]) => letters)
      .join('');
  }
  return text.replace(INVISIBLE, ' ').trim();
}

/** 300 characters and more in the feed and in groups, 2026-10; posts have half of it. */
const LONG_TAIL = /__cft__[^=]*=[^"&]{300}/;

function isShort(piece: Element): boolean {
  return (piece.textContent ?? '').length < 4;
}

/**
 * Whether the line under the name may say that this is an advertisement: it has all letters of such a word, or draws
 * one by reference. Cheap, and no computed style; `isAd` looks closer.
 */
export function mayBeAd({ header, heads }: Parts): boolean {
  const known = new Set<Element | null>(header);
  let letters = '';
  for (const part of header) {
    if (part.matches('use,[aria-labelledby]') || AD_WORDS.includes(labelOf(part))) return true;
    if (!known.has(part.parentElement) && !holds(heads, part)) letters += part.textContent;
  }
  return AD_WORDS.some((word) => [...word].every((letter) => letters.includes(letter)));
}

function labelOf(part: Element): string {
  return part.getAttribute('aria-label')?.replace(INVISIBLE, ' ').trim() ?? '';
}

/** Advertisement: by its links, or by the label in the line under the name, shuffled or not. */
export function isAd(post: Element, parts: Parts): boolean {
  const { header, heads, comments } = parts;
  if (all(post, AD).some((mark) => !holds(comments, mark))) return true;
  // Neither a time nor a label, and the long tail on its links that only what is paid for has.
  const links = header.filter((part) => part.matches('a,[role=link]'));
  if (links.every((link) => holds(heads, link)) && links.some((link) => LONG_TAIL.test(link.outerHTML)))
    return true;
  if (!mayBeAd(parts)) return false;
  for (const part of header) {
    // Words on a coloured ground may follow the line without any mark.
    if ((part.textContent ?? '').length > 120 || part.closest('div[dir=auto]')) continue;
    if (holds(heads, part)) continue;
    if (AD_WORDS.includes(labelOf(part)) || AD_WORDS.includes(shownLabel(part).replaceAll(' ', '')))
      return true;
  }
  return false;
}
