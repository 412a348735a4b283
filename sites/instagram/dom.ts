import type { Anchor } from '../site.ts';
import {
  AD_LINK,
  COMMENT_ICONS,
  COMMENT_LINK,
  CONTROL,
  DRAWING,
  first,
  HEARTS,
  inside,
  POST_LINK,
  SAVE_ICONS,
  SHARE_ICONS,
  TIME,
} from './selectors.ts';
import { isCode, isPostPhoto, postLink, profileHandle } from './urls.ts';

export interface OwnLink {
  link: Element;
  time: Element | null;
  code: string;
  handle: string;
}

/** A few words with a figure ("2 hr"), as a time is written in any language. */
export const FIGURE = /^[^/]{0,24}\p{Nd}[^/]{0,24}$/u;

/**
 * Links of a post to itself, in document order: around its time (comments' times lead deeper); where times have no
 * element of their own, around a short text with a figure ("2 hr"), which an advertisement's label is not.
 */
export function ownLinks(root: ParentNode): OwnLink[] {
  const timed: OwnLink[] = [];
  const worded: OwnLink[] = [];
  for (const link of root.querySelectorAll(POST_LINK)) {
    const target = postLink(link.getAttribute('href'));
    if (!target || target.deeper) continue;
    const time = link.querySelector(TIME);
    if (time) timed.push({ ...target, link, time });
    else if (FIGURE.test(link.textContent ?? '') && !link.querySelector('img,video')) {
      worded.push({ ...target, link, time });
    }
  }
  return timed.length > 0 ? timed : worded;
}

/** The one code that a post's own links name, else those to its likers and comments; '' for none or several. */
export function ownCode(post: ParentNode): string {
  const codes = new Set(ownLinks(post).map((own) => own.code));
  if (codes.size === 0) {
    for (const link of post.querySelectorAll(POST_LINK)) {
      const target = postLink(link.getAttribute('href'));
      if (target?.deeper) codes.add(target.code);
    }
  }
  const [code = ''] = codes;
  return codes.size === 1 && isCode(code) ? code : '';
}

export function isAd(post: ParentNode): boolean {
  return post.querySelector(AD_LINK) !== null;
}

/** Pictures of posts: no profile pictures, none of a sound that a reel uses, none in a comment. */
export function pictures(root: ParentNode): HTMLImageElement[] {
  return [...root.querySelectorAll('img')].filter(
    (image) => isPostPhoto(image.src) && !image.closest('a[href*="/audio/"]') && !isInComment(image),
  );
}

/** What surrounds it holds a comment's link before it holds anything of a post's own. */
function isInComment(image: Element): boolean {
  for (let block = image.parentElement; block; block = block.parentElement) {
    if (rowIcon(block) || ownLinks(block).length > 0) return false;
    if (block.querySelector(COMMENT_LINK)) return true;
  }
  return false;
}

export function hasMedia(root: ParentNode): boolean {
  return root.querySelector('video') !== null || pictures(root).length > 0;
}

/** The handle that a link shows as well as leads to, or ''; none for somebody mentioned ("@name"). */
export function shownHandle(link: Element): string {
  const handle = profileHandle(link.getAttribute('href'));
  const text = link.textContent ?? '';
  return handle && text.includes(handle) && !text.includes('@') ? handle : '';
}

/** A drawing that only the action row has. */
export function rowIcon(root: ParentNode): Element | null {
  return first(root, [...HEARTS, ...SAVE_ICONS, ...SHARE_ICONS, ...COMMENT_ICONS]);
}

/** Drawings of one list, each counted once however many entries know it. */
export function drawings(root: ParentNode, selectors: readonly string[]): Set<Element> {
  return new Set([...root.querySelectorAll(selectors.join())].map((each) => each.closest('svg') ?? each));
}

/** Two hearts, two bookmarks, two sections of icons … are two posts, whatever else can be told of them. */
export function isSeveral(block: ParentNode): boolean {
  const rows = [...block.querySelectorAll('section')].filter(
    (each) =>
      each.querySelector(DRAWING) && each.querySelector(CONTROL) && !each.querySelector('section,form'),
  );
  return (
    rows.length > 1 ||
    [HEARTS, SAVE_ICONS, SHARE_ICONS, COMMENT_ICONS].some((list) => drawings(block, list).size > 1)
  );
}

/** The action row: around a known drawing, else a section with controls, else three drawings side by side. */
export function actionRow(post: Element): Element | null {
  const icon = rowIcon(post);
  if (icon) {
    const section = inside(icon, 'section', post);
    return section && !section.querySelector('time,form') ? section : rowAround(icon, post);
  }
  for (const section of post.querySelectorAll('section')) {
    if (section.querySelector(CONTROL) && !section.querySelector('form')) return section;
  }
  for (const drawing of post.querySelectorAll(DRAWING)) {
    const row = rowAround(drawing, post);
    if (row && !hasMedia(row)) return row;
  }
  return null;
}

/** Where there is no section: the smallest block around an icon that holds the bookmark, else two more drawings. */
function rowAround(icon: Element, post: Element): Element | null {
  let three: Element | null = null;
  for (let block = icon.parentElement; block && block !== post; block = block.parentElement) {
    if (block.querySelector('time,form')) break;
    if (block.localName === 'svg') continue;
    if (!block.contains(first(post, SAVE_ICONS)) || block.querySelectorAll('svg').length < 2) {
      if (!three && block.querySelectorAll(DRAWING).length > 2) three = block;
    } else return block;
  }
  return three;
}

/** In the action row, before the bookmark; last where there is none. */
export function buttonAnchor(post: Element): Anchor | null {
  const container = actionRow(post);
  if (!container) return null;
  let before = first(container, SAVE_ICONS);
  while (before && before.parentElement !== container) before = before.parentElement;
  if (!before && container.childElementCount > 1) before = container.lastElementChild;
  return { container, before };
}
