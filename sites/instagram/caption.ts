import type { Layer } from '../../complaints/reading.ts';
import { isControl, readableText } from '../text.ts';
import { wordsOf } from './author.ts';
import { commentRows } from './comments.ts';
import { actionRow, FIGURE, ownLinks } from './dom.ts';
import { AVATAR, CONTROL, inside, PLACE_LINK, POST_LINK, SLOT, TIME } from './selectors.ts';
import { profileHandle } from './urls.ts';

/**
 * The caption: `h1` (touch, dialog), the text beside the caption's own unlinked time (post page), a text in a slot
 * of the reels viewer, else the first text after the action row that is neither link nor control (feed).
 */
export function findCaption(post: Element, handle: string): Element | null {
  const heading = [...post.querySelectorAll('h1')].find(
    (each) => !isByline(each) && readableText(each).trim(),
  );
  if (heading) return heading;
  const own = ownLinks(post).length > 0;
  const times = [...post.querySelectorAll(TIME)].filter((time) => !time.closest('a'));
  // A lone time is the post's own that has lost its link.
  for (const time of times.length > 1 || own ? times : []) {
    const beside = textBeside(time, handle, post);
    // In a row with his name: what stands around the post's own time has other words beside it.
    if (beside && handle && bylineBefore(beside, post) === handle) return beside;
  }
  if (!own && !post.querySelector('time') && (post.querySelector(SLOT) || post.querySelector('video'))) {
    const slot = captionInSlot(post, handle);
    if (slot) return slot;
  }
  return captionAfterRow(post, handle);
}

/** In a block with the time that has no icons in it. */
function textBeside(time: Element, handle: string, post: Element): Element | null {
  const row = actionRow(post);
  const names = [handle, ...wordsOf(post.querySelector(AVATAR))];
  for (let node: Element | null = time; node && node !== post; node = node.parentElement) {
    if (node.parentElement?.contains(row)) return null;
    for (const step of ['nextElementSibling', 'previousElementSibling'] as const) {
      for (let sibling = node[step]; sibling; sibling = sibling[step]) {
        if (!isControl(sibling) && !sibling.querySelector('time,form') && isWords(sibling, names))
          return sibling;
      }
    }
    if (node.querySelector('a[href]')) return null;
  }
  return null;
}

/**
 * Something that a person has written: no dot between name and time, no name, no row that begins with one, no link to
 * a place or a post.
 */
function isWords(block: Element, names: string[]): boolean {
  const text = readableText(block).trim();
  if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text) || names.includes(text)) return false;
  const links = block.matches('a[href]') ? [block] : [...block.querySelectorAll('a[href]')];
  return !links.some((link) => isByline(link) || link.matches(`${PLACE_LINK},${POST_LINK}`));
}

/** A block that holds nothing but a name with its marks. */
export function isByline(block: Element): boolean {
  const link = block.matches('a[href]') ? block : block.querySelector('a[href]');
  const handle = profileHandle(link?.getAttribute('href') ?? null);
  return handle !== '' && readableText(block).trim() === handle;
}

/** Not in a row that begins with somebody else's name, or with one while the author's is not known: a comment. */
function isHis(text: Element, handle: string, post: Element): boolean {
  const byline = bylineBefore(text, post);
  return !byline || byline === handle;
}

/** Handle that stands in the same row before a text, as it does before a caption; or ''. */
function bylineBefore(text: Element, post: Element): string {
  const row = actionRow(post);
  for (let node: Element = text, level = 0; level < 3 && node.parentElement && node !== post; level++) {
    if (row && node.parentElement.contains(row)) return '';
    for (let sibling = node.previousElementSibling; sibling; sibling = sibling.previousElementSibling) {
      if (isByline(sibling)) return readableText(sibling).trim();
      const link = [...sibling.querySelectorAll('a[href]')].find(isByline);
      if (link && sibling.querySelector('time')) return readableText(link).trim();
    }
    node = node.parentElement;
  }
  return '';
}

/** The slot's only text of more than a name that is no link: place, audio and tags are links. */
function captionInSlot(slot: Element, handle: string): Element | null {
  const rows = commentRows(slot);
  for (const text of slot.querySelectorAll('div[dir="auto"],span[dir="auto"]')) {
    if (rows.some((comment) => comment.contains(text))) continue;
    if (inside(text, 'a,button,[aria-haspopup]', slot) || text.querySelector('a[href*="/audio/"],svg'))
      continue;
    if (actionRow(slot)?.contains(text) || isByline(text)) continue;
    if (readableText(text).trim() && isHis(text, handle, slot)) return text;
  }
  return null;
}

function captionAfterRow(post: Element, handle: string): Element | null {
  const row = actionRow(post);
  if (!row) return null;
  const rows = commentRows(post);
  const texts: Element[] = [];
  for (const span of post.querySelectorAll('span,div[dir="auto"]')) {
    if (!(row.compareDocumentPosition(span) & 4) || row.contains(span)) continue;
    if (
      inside(span, 'section,a,button,[role="button"],form', post) ||
      span.querySelector('section,time,form') ||
      rows.some((comment) => comment.contains(span))
    )
      continue;
    if (texts.some((outer) => outer.contains(span)) || !readableText(span).trim() || isByline(span)) continue;
    if (span.querySelector('a[href*="/liked_by/"]')) continue;
    texts.push(span);
  }
  const his = texts.find((text) => handle && bylineBefore(text, post) === handle);
  // What has no name before it and is short, with a figure in it, is a time or a count of comments.
  const plain = (text: Element) => !FIGURE.test(readableText(text)) || !!bylineBefore(text, post);
  return his ?? texts.find((text) => isHis(text, handle, post) && plain(text)) ?? null;
}

/** A caption is cut when a control of words ("… more") stands in it or right beside it. */
export function captionText(caption: Element): Pick<Layer, 'text' | 'textCut'> {
  const scope = caption.parentElement ?? caption;
  let cut = false;
  for (const root of [caption, scope, scope.parentElement ?? scope]) {
    for (const control of root.querySelectorAll(CONTROL)) {
      const near = caption.contains(control) || besides(caption, control);
      if (near && !control.querySelector('svg,img') && (control.textContent ?? '').trim()) cut = true;
    }
  }
  let text = readableText(caption);
  // Where the control has no role: a last short part after an ellipsis, or one that is hidden from readers.
  const last = [...caption.children].at(-1);
  const tail =
    last?.getAttribute('aria-hidden') === 'true' || readableText(last ?? caption).length < 24 ? last : null;
  const more = tail && !tail.matches('a') ? readableText(tail) : '';
  if (!cut && more && text.endsWith(more) && /(?:…|\.{3})[\s\u00a0]*\S{0,20}$/.test(text)) {
    text = text.slice(0, -more.length);
    cut = true;
  }
  if (cut) text = text.replace(/[\s\u00a0]*(?:…|\.{3})?[\s\u00a0]*$/, '');
  return cut ? { text, textCut: true } : { text };
}

/** The control's block follows the caption's own block directly. */
function besides(caption: Element, control: Element): boolean {
  const block = caption.parentElement?.nextElementSibling;
  const next = caption.nextElementSibling;
  return !!next?.contains(control) || (caption.localName === 'h1' && !!block?.contains(control));
}
