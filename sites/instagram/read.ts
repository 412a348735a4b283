import type { Counts, Layer, PhotoOffer } from '../../complaints/reading.ts';
import { isControl, parseCount, readableText } from '../text.ts';
import { actionRow, authorHandle, domNames, ownCode, ownTimes } from './dom.ts';
import { COMMENT_ICON, first, HEARTS, inside, PLACE_LINK } from './selectors.ts';
import { isPostPhoto, permalink, profileHandle } from './urls.ts';

/** Everything the DOM shows of one post at this moment. */
export function readPost(post: Element): Layer {
  const names = domNames(post);
  const handle = authorHandle(post);
  const layer: Layer = { source: 'dom', names };
  if (names.length > 0) layer.permalink = permalink(ownCode(post));
  if (handle) layer.author = { handle };
  const caption = findCaption(post, handle);
  if (caption) Object.assign(layer, captionText(caption));
  const postedAt = Date.parse(ownTimes(post)[0]?.time.getAttribute('datetime') ?? '');
  if (postedAt >= 0) layer.postedAt = Math.floor(postedAt / 1000) * 1000;
  const place = findPlace(post);
  if (place) layer.place = place;
  const counts = readCounts(post);
  if (counts) layer.counts = counts;
  const photos = readPhotos(post);
  if (photos.length > 0) layer.photos = photos;
  const slides = countSlides(post);
  if (slides > photos.length) layer.photoTotal = slides;
  return layer;
}

/**
 * The caption: `h1` (touch, dialog), the text beside the caption's own unlinked time (post page), else the first
 * text after the action row that is neither link nor control (feed).
 */
function findCaption(post: Element, handle: string): Element | null {
  const heading = post.querySelector('h1');
  if (heading) return heading;
  for (const time of post.querySelectorAll('time[datetime]')) {
    if (time.closest('a')) continue;
    const beside = textBeside(time, post);
    if (beside) return beside;
  }
  return captionAfterRow(post, handle);
}

function textBeside(time: Element, post: Element): Element | null {
  for (let node: Element | null = time; node && node !== post; node = node.parentElement) {
    for (const step of ['nextElementSibling', 'previousElementSibling'] as const) {
      for (let sibling = node[step]; sibling; sibling = sibling[step]) {
        if (!readableText(sibling).trim() || isControl(sibling) || sibling.querySelector('time')) continue;
        if (!isByline(sibling)) return sibling;
      }
    }
    if (node.querySelector('a[href]')) return null;
  }
  return null;
}

/** A block that holds nothing but a name with its marks. */
function isByline(block: Element): boolean {
  const link = block.matches('a[href]') ? block : block.querySelector('a[href]');
  const handle = profileHandle(link?.getAttribute('href') ?? null);
  return handle !== '' && readableText(block).trim() === handle;
}

function captionAfterRow(post: Element, handle: string): Element | null {
  const row = actionRow(post);
  if (!row) return null;
  const texts: Element[] = [];
  for (const span of post.querySelectorAll('span,div[dir="auto"]')) {
    if (!(row.compareDocumentPosition(span) & 4) || row.contains(span)) continue;
    if (
      inside(span, 'section,a,button,[role="button"],form', post) ||
      span.querySelector('section,time,form')
    )
      continue;
    if (texts.some((outer) => outer.contains(span)) || !readableText(span).trim() || isByline(span)) continue;
    if (span.querySelector('a[href*="/liked_by/"]')) continue;
    texts.push(span);
  }
  return texts.find((text) => followsByline(text, handle, post)) ?? texts[0] ?? null;
}

/** Whether the author's name stands in the same row before a text, as it does before a caption. */
function followsByline(text: Element, handle: string, post: Element): boolean {
  for (let node: Element = text, level = 0; level < 3 && node.parentElement && node !== post; level++) {
    for (let sibling = node.previousElementSibling; sibling; sibling = sibling.previousElementSibling) {
      if (handle && isByline(sibling) && readableText(sibling).trim() === handle) return true;
    }
    node = node.parentElement;
  }
  return false;
}

/** A caption is cut when a control of words ("… more") stands in it or right beside it. */
function captionText(caption: Element): Pick<Layer, 'text' | 'textCut'> {
  const scope = caption.parentElement ?? caption;
  let cut = false;
  for (const root of [caption, scope, scope.parentElement ?? scope]) {
    for (const control of root.querySelectorAll('button,[role="button"]')) {
      const near = caption.contains(control) || besides(caption, control);
      if (near && !control.querySelector('svg,img') && (control.textContent ?? '').trim()) cut = true;
    }
  }
  let text = readableText(caption);
  if (cut) text = text.replace(/[\s\u00a0]*(?:…|\.{3})?[\s\u00a0]*$/, '');
  return cut ? { text, textCut: true } : { text };
}

/** The control's block follows the caption's own block directly. */
function besides(caption: Element, control: Element): boolean {
  const block = caption.parentElement?.nextElementSibling;
  const next = caption.nextElementSibling;
  return !!next?.contains(control) || (caption.localName === 'h1' && !!block?.contains(control));
}

function findPlace(post: Element): string {
  for (const link of post.querySelectorAll(PLACE_LINK)) {
    if (!/\/explore\/locations\/\d+/.test(link.getAttribute('href') ?? '')) continue;
    const place = readableText(link).trim();
    if (place) return place.slice(0, 500);
  }
  return '';
}

/** Figures beside the icons (since 2025-11) or in the line of likers (until 2025-09, exact). */
function readCounts(post: Element): Counts | null {
  const row = actionRow(post);
  const likes = figureAfter(row && first(row, HEARTS), row) ?? likersFigure(post);
  const comments = figureAfter(row?.querySelector(COMMENT_ICON) ?? null, row);
  if (!likes && !comments) return null;
  const counts: Counts = {};
  if (likes) counts.likes = likes.value;
  if (comments) counts.comments = comments.value;
  if (likes?.approximate || comments?.approximate) counts.approximate = true;
  return counts;
}

function figureAfter(icon: Element | null, row: Element | null) {
  for (let node = icon; node && node !== row; node = node.parentElement) {
    const next = node.nextElementSibling;
    if (!next) continue;
    if (next.querySelector('svg') || next.localName === 'svg') {
      if (next.querySelector('[role="button"],button') || isControl(next)) return null;
      continue;
    }
    const figure = parseCount(next.textContent ?? '');
    if (figure) return figure;
  }
  return null;
}

function likersFigure(post: Element) {
  const text = post.querySelector('a[href*="/liked_by/"]')?.textContent ?? '';
  return parseCount(/\d[\d.,]*/.exec(text)?.[0].replace(/[.,]$/, '') ?? '');
}

/** Pictures of the post, each once, in the best size that the markup offers. */
function readPhotos(post: Element): PhotoOffer[] {
  const photos: PhotoOffer[] = [];
  const seen = new Set<string>();
  const add = (photo: PhotoOffer) => {
    const file = /[^/?]+(?=\?|$)/.exec(photo.url)?.[0] ?? photo.url;
    if (!seen.has(file) && photos.length < 30) photos.push(photo);
    seen.add(file);
  };
  for (const media of post.querySelectorAll('img,video')) {
    if (inside(media, 'h1,h2,h3,form', post) || inComment(media, post)) continue;
    if (media.localName === 'video') {
      const poster = media.getAttribute('poster') ?? '';
      if (isPostPhoto(poster)) add({ url: poster, kind: 'video-cover' });
      continue;
    }
    const photo = bestOf(media as HTMLImageElement);
    if (photo) add({ ...photo, kind: isCover(media, post) ? 'video-cover' : 'photo' });
  }
  return photos;
}

function inComment(media: Element, post: Element): boolean {
  return !!inside(media, 'li,[role="row"]', post)?.querySelector('a[href*="/c/"]');
}

function isCover(image: Element, post: Element): boolean {
  const slide = inside(image, 'li', post);
  if (slide) return slide.querySelector('video') !== null;
  for (let block = image.parentElement, level = 0; block && block !== post && level < 8; level++) {
    if (block.querySelector('video')) return true;
    block = block.parentElement;
  }
  return false;
}

function bestOf(image: HTMLImageElement): Omit<PhotoOffer, 'kind'> | null {
  let best: Omit<PhotoOffer, 'kind'> | null = null;
  for (const candidate of (image.getAttribute('srcset') ?? '').split(/,\s+/)) {
    const match = /^(\S+)\s+(\d+)w$/.exec(candidate.trim());
    if (!match?.[1] || !isPostPhoto(match[1])) continue;
    if (!best || Number(match[2]) > (best.width ?? 0)) best = { url: match[1], width: Number(match[2]) };
  }
  if (best) return best;
  const url = image.currentSrc || image.src;
  if (!isPostPhoto(url)) return null;
  return image.naturalWidth > 0 ? { url, width: image.naturalWidth, height: image.naturalHeight } : { url };
}

/** Slides of a carousel by its row of dots: siblings without content, as many as there are slides. */
function countSlides(post: Element): number {
  const list = post.querySelector('[role="presentation"] ul');
  for (
    let block: Element | null | undefined = list?.closest('[role="presentation"]'), level = 0;
    block && level < 4;
    level++
  ) {
    for (let next = block.nextElementSibling; next; next = next.nextElementSibling) {
      const dots = [...next.children];
      if (dots.length > 1 && dots.every((dot) => dot.localName === 'div' && !dot.firstChild))
        return dots.length;
    }
    block = block.parentElement;
  }
  return 0;
}
