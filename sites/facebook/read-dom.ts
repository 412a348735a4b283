import type { Counts, Layer, PhotoOffer, PostContext } from '../../complaints/reading.ts';
import { parseCount } from '../text.ts';
import { isOwn } from './boxes.ts';
import { authorOf, namesOf } from './names.ts';
import { type Parts, partsOf } from './parts.ts';
import { named } from './permalink.ts';
import { ACTIONS, AUDIENCE, EXACT_TIME, REACTIONS } from './selectors.ts';
import { audienceOf, isPostPhoto } from './urls.ts';
import { wordsIn } from './words.ts';

/** What the DOM alone tells of a post, at the click. What it does not tell is absent, never empty. */
export function readPost(post: Element, url: URL): Layer {
  const parts = partsOf(post);
  const author = authorOf(parts);
  const block = parts.message ?? colouredBlock(post, parts);
  const words = block ? wordsIn(block) : null;
  const photos = photosOf(post, parts);
  const more = parts.media
    .map((link) => /^\+\s?(\d{1,3})$/.exec(link.textContent?.trim() ?? '')?.[1])
    .find(Boolean);
  const counts = countsOf(post, parts);
  const time = Number(parts.header.find((part) => part.matches(EXACT_TIME))?.getAttribute('data-utime'));
  const layer: Layer = { source: 'dom', ...named(namesOf(post, url, parts)) };
  if (Object.keys(author).length > 0) layer.author = author;
  if (words?.text) layer.text = words.text;
  if (words?.cut) layer.textCut = true;
  if (time > 1e9 && time < 1e11) layer.postedAt = Math.round(time) * 1000;
  if (photos.length > 0) layer.photos = photos;
  if (more && photos.length > 0) layer.photoTotal = photos.length + Number(more);
  if (counts) layer.counts = counts;
  const shared = sharedIn(parts, url);
  if (shared) layer.shared = shared;
  for (const mark of parts.header) {
    if (!mark.matches(AUDIENCE)) continue;
    layer.audience ??= audienceOf(
      mark.getAttribute('aria-label') ?? mark.getAttribute('title') ?? mark.textContent ?? '',
    );
  }
  return layer;
}

/** The original that the post shares, told by its own box alone. */
function sharedIn({ nested }: Parts, url: URL): PostContext | undefined {
  const [box] = nested;
  if (!box) return undefined;
  const parts = partsOf(box);
  const author = authorOf(parts);
  const words = parts.message && wordsIn(parts.message);
  const photos = photosOf(box, parts);
  const { names, permalink } = named(namesOf(box, url, parts));
  if (names.length === 0 && Object.keys(author).length === 0) return undefined;
  return {
    names,
    ...(permalink && { permalink }),
    ...(Object.keys(author).length > 0 && { author }),
    ...(words?.text && { text: words.text }),
    ...(words?.cut && { textCut: true }),
    ...(photos.length > 0 && { photos }),
  };
}

/** Few words on a coloured ground carry no marker in some builds. */
function colouredBlock(post: Element, parts: Parts): Element | null {
  const view = post.ownerDocument.defaultView;
  for (const line of post.querySelectorAll('div[dir=auto]')) {
    if (!isOwn(parts, line) || parts.row?.contains(line) || !line.textContent?.trim()) continue;
    if (line.closest('a,[role=button],form')) continue;
    let box: Element | null = line;
    for (let up = 0; up < 6 && box && box !== post; up++, box = box.parentElement) {
      const ground = view?.getComputedStyle(box).backgroundImage;
      if (ground && ground !== 'none') return box;
    }
  }
  return null;
}

function offer(image: HTMLImageElement, kind: PhotoOffer['kind']): PhotoOffer {
  const width = Number(image.getAttribute('width')) || image.naturalWidth;
  const height = Number(image.getAttribute('height')) || image.naturalHeight;
  return { url: image.src, kind, ...(width > 0 && height > 0 && { width, height }) };
}

function photosOf(post: Element, { media, heads }: Parts): PhotoOffer[] {
  const photos = new Map<string, PhotoOffer>();
  for (const part of media) {
    const video = part.matches('video');
    let box: Element | null = part;
    let images: HTMLImageElement[] = [];
    // The cover of a video is a sibling a few boxes up.
    for (
      let up = 0;
      up < (video ? 14 : 1) && box && !box.contains(heads[0] ?? post);
      up++, box = box.parentElement
    ) {
      images = [...(part.matches('img') ? [part as HTMLImageElement] : box.querySelectorAll('img'))].filter(
        (image) => isPostPhoto(image.src),
      );
      if (images.length > 0) break;
    }
    const offers = images.map((image) => offer(image, video ? 'video-cover' : 'photo'));
    const poster = part.getAttribute('poster') ?? '';
    if (offers.length === 0 && isPostPhoto(poster)) offers.push({ url: poster, kind: 'video-cover' });
    const best = offers.reduce<PhotoOffer | undefined>(
      (a, b) => ((b.width ?? 0) > (a?.width ?? -1) ? b : a),
      undefined,
    );
    if (best) {
      const file = best.url.replace(/[?#].*$/, '');
      if (!photos.has(file)) photos.set(file, best);
    }
  }
  return [...photos.values()];
}

const FIGURE = /\d[\d.,]*(?:\s?(?:rb|ribu|jt|juta|k|m)\b)?/i;
const KINDS = ['likes', 'comments', 'shares'] as const;

/** Figures under the post: the sum of reactions, then comments and shares in this order; newer builds put them on the buttons. */
function countsOf(post: Element, parts: Parts): Counts | undefined {
  const { header, message, row } = parts;
  const counts: Counts = {};
  const set = (kind: (typeof KINDS)[number], text: string | null | undefined): void => {
    const figure = FIGURE.exec(text ?? '');
    const count = figure && parseCount(figure[0].replace(/[.,]$/, ''));
    if (!count || counts[kind] !== undefined) return;
    counts[kind] = count.value;
    if (count.approximate) counts.approximate = true;
  };
  for (const part of row?.querySelectorAll(ACTIONS) ?? []) {
    const kind =
      KINDS[
        ['like_button', 'comment_button', 'share_button'].indexOf(
          part.getAttribute('data-ad-rendering-role') ?? '',
        )
      ];
    if (kind) set(kind, (part.closest('[role=button]') ?? part).textContent);
  }
  const toolbar = [...post.querySelectorAll(REACTIONS)].find((bar) => isOwn(parts, bar));
  if (!toolbar) return Object.keys(counts).length > 0 ? counts : undefined;
  set('likes', toolbar.parentElement?.querySelector('[aria-hidden=true]:not([role=toolbar] *)')?.textContent);
  const figures = [...post.querySelectorAll('[role=button]')].filter(
    (button) =>
      toolbar.compareDocumentPosition(button) === Node.DOCUMENT_POSITION_FOLLOWING &&
      /^[^\d]{0,20}\d/.test(button.textContent ?? '') &&
      isOwn(parts, button) &&
      !button.querySelector(ACTIONS) &&
      !header.includes(button) &&
      !message?.contains(button),
  );
  for (const button of figures) {
    const text = button.textContent ?? '';
    if (/komentar|comment/i.test(text)) set('comments', text);
    else if (/bagi|share/i.test(text)) set('shares', text);
  }
  if (figures.length === 2) {
    set('comments', figures[0]?.textContent);
    set('shares', figures[1]?.textContent);
  }
  return Object.keys(counts).length > 0 ? counts : undefined;
}
