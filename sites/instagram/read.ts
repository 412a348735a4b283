import type { Counts, Layer } from '../../complaints/reading.ts';
import { isControl, parseCount, readableText } from '../text.ts';
import { authorHandle, codeIn, domNames } from './author.ts';
import { captionText, findCaption } from './caption.ts';
import { actionRow, ownLinks } from './dom.ts';
import { countSlides, readPhotos } from './read-photos.ts';
import { COMMENT_ICONS, first, HEARTS, PLACE_LINK } from './selectors.ts';
import { codeOf, permalink } from './urls.ts';

/** Everything the DOM shows of one post at this moment. */
export function readPost(post: Element, url: URL): Layer {
  const names = domNames(post);
  const code = codeIn(post);
  const handle = authorHandle(post);
  const layer: Layer = { source: 'dom', names };
  if (code) layer.permalink = permalink(code);
  if (handle) layer.author = { handle };
  const caption = findCaption(post, handle);
  if (caption) Object.assign(layer, captionText(caption));
  const postedAt = timeOf(ownLinks(post)[0]?.time ?? null);
  if (postedAt !== undefined) layer.postedAt = postedAt;
  const place = findPlace(post);
  if (place) layer.place = place;
  const counts = readCounts(post);
  if (counts) layer.counts = counts;
  const photos = readPhotos(post);
  if (photos.length > 0) layer.photos = photos;
  const slides = countSlides(post);
  if (slides > photos.length) layer.photoTotal = slides;
  const slide = Number(url.searchParams.get('img_index'));
  if (code && code === codeOf(url) && Number.isInteger(slide) && slide > 0 && slide <= 100)
    layer.slide = slide;
  return layer;
}

/** Epoch ms of a `time`, to the second. */
export function timeOf(time: Element | null): number | undefined {
  const at = Date.parse(time?.getAttribute('datetime') ?? '');
  return at >= 0 ? Math.floor(at / 1000) * 1000 : undefined;
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
  const comments = figureAfter(row && first(row, COMMENT_ICONS.slice(0, 1)), row);
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
  return figureIn(text);
}

/** The one whole figure in a line of words, or null. */
export function figureIn(text: string) {
  return parseCount(/\d[\d.,]*/.exec(text)?.[0].replace(/[.,]$/, '') ?? '');
}
