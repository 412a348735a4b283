import type { Page } from 'puppeteer-core';
import type { EventOf } from '../../complaints/events.ts';
import { isReadable } from '../../complaints/reading.ts';
import type { Lab, LabItem, LabPost, SiteId } from '../lab/types.ts';

/**
 * Judges what was captured as a careful person would: by what stands on the screen. A unit of the page is found
 * by its own words and pictures, never by what the extension says of it, and compared with the lab's truth.
 */

/** One post-like thing in the page as a person sees it. */
export interface Unit {
  /** Letters and digits of its visible text. */
  words: string;
  /** File names of its pictures. */
  files: string[];
}

/** Boxes in which one post (or ad) stands, on both sites. */
export const UNIT = 'article, [aria-posinset], [role=article]:not([aria-label]), [role=dialog], [role=main]';

const squeeze = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** Reads the unit around the host of a button of ours (or around any element). Runs in the page. */
export function unitAround(element: Element, selector: string): Unit {
  const root = element.getRootNode();
  const inPage = root instanceof ShadowRoot ? root.host : element;
  const unit = (inPage.closest(selector) ?? inPage) as HTMLElement;
  const files = [...unit.querySelectorAll('img')].map((img) =>
    (img.currentSrc || img.src).replace(/[?#].*$/, ''),
  );
  return { words: unit.innerText, files: files.map((path) => path.slice(path.lastIndexOf('/') + 1)) };
}

/**
 * Which item of the world a unit shows: author and text decide, pictures break ties.
 * Undefined when nothing fits.
 */
export function itemShown(unit: Unit, items: LabItem[]): LabItem | undefined {
  const words = squeeze(unit.words);
  let best: { item: LabItem; at: number; score: number } | undefined;
  for (const item of items) {
    const { post } = item;
    if (!post) continue;
    const places = [post.author.name, post.author.handle]
      .filter(Boolean)
      .map((name) => words.indexOf(squeeze(name)));
    // A member without a name stands where the site's own words for him stand: at the start.
    const at =
      post.author.handle === '' ? 0 : Math.min(...places.map((place) => (place < 0 ? words.length : place)));
    const start = squeeze(post.text).slice(0, 36);
    const text = start.length > 0 && words.includes(start);
    const photos = post.photos.filter((photo) => unit.files.includes(photo.file)).length;
    const score = (at < words.length ? 2 : 0) + (text ? 3 : 0) + (photos > 0 ? 4 : 0);
    // Of a post and the one it shares, the sharer's name stands first.
    if (score >= 5 && (!best || at < best.at || (at === best.at && score > best.score)))
      best = { item, at, score };
  }
  return best?.item;
}

/** Field by field: how many were right, wrong, or honestly unreadable. */
export type Tally = Record<string, { right: number; wrong: string[]; unreadable: number }>;

export function compare(event: EventOf<'captured'>, truth: LabPost, lab: Lab, tally: Tally): void {
  const { capture } = event;
  const note = (field: string, right: boolean | null, detail = '') => {
    tally[field] ??= { right: 0, wrong: [], unreadable: 0 };
    const cell = tally[field];
    if (right === null) cell.unreadable++;
    else if (right) cell.right++;
    else cell.wrong.push(`${truth.id}: ${detail}`.slice(0, 160));
  };
  const { author, text, postedAt, photos, counts, place } = capture;
  const anonymous = truth.author.handle === '';
  if (anonymous) note('author', !isReadable(author) || !author.value.handle, JSON.stringify(author));
  else if (isReadable(author)) {
    const { handle, id, name } = author.value;
    const right =
      (handle === undefined || handle === truth.author.handle) &&
      (id === undefined || id === truth.author.id) &&
      (handle !== undefined || id !== undefined || name === truth.author.name);
    note('author', right, JSON.stringify(author.value));
  } else note('author', null);
  if (isReadable(text)) note('text', text.value === truth.text, text.value.slice(0, 80));
  else note('text', null);
  if (isReadable(postedAt)) note('time', postedAt.value === truth.postedAt * 1000, String(postedAt.value));
  else note('time', null);
  if (isReadable(photos)) {
    const files = photos.value.map((photo) =>
      photo.url
        .replace(/[?#].*$/, '')
        .split('/')
        .at(-1),
    );
    const known = files.every((file) => truth.photos.some((photo) => photo.file === file));
    const complete =
      files.length === truth.photos.length || (capture.photoTotal ?? 0) === truth.photos.length;
    note('photos', known && complete, `${files.length} of ${truth.photos.length}`);
    const best = photos.value.every((photo) => (photo.width ?? 0) >= 600);
    note('photo size', best, photos.value.map((photo) => photo.width).join(' '));
  } else note('photos', truth.photos.length === 0 ? true : null);
  if (isReadable(counts)) {
    const { likes, comments, approximate } = counts.value;
    const near = (a: number, b: number) => (approximate ? Math.abs(a - b) <= Math.max(1, b * 0.1) : a === b);
    const right =
      (likes === undefined || (truth.likes !== null && near(likes, truth.likes))) &&
      (comments === undefined || near(comments, truth.comments));
    note('counts', right, JSON.stringify(counts.value));
  } else note('counts', null);
  if (truth.place !== undefined)
    note('place', isReadable(place) ? place.value === truth.place : null, JSON.stringify(place));
  // "No place" may be read as such; a place that the site does not tell may not.
  else if (isReadable(place) && place.value !== '') note('place', false, `invented ${place.value}`);
  const resolves = lab.find(truth.site, truth.id) === truth;
  note(
    'permalink',
    resolves && permalinkNames(capture.identity?.permalink ?? '', truth),
    capture.identity?.permalink,
  );
}

function permalinkNames(permalink: string, truth: LabPost): boolean {
  if (!URL.canParse(permalink)) return false;
  const url = new URL(permalink);
  if (url.hostname !== `www.${truth.site}.com`) return false;
  const alias = truth.pfbid ? permalink.includes(truth.pfbid) : false;
  return permalink.includes(truth.id) || alias;
}

/** All items of a site, wherever they stand. */
export function itemsOf(lab: Lab, site: SiteId): LabItem[] {
  const { instagram, facebook } = lab.world;
  return site === 'instagram'
    ? [...instagram.feed, ...instagram.reels]
    : [...facebook.feed, ...facebook.groups.flatMap((group) => group.items)];
}

/** Units in view that have an action row, each with the number of our buttons in it. */
export async function unitsInView(page: Page): Promise<Unit[]> {
  return page.evaluate((selector) => {
    const rows = [
      ...document.querySelectorAll('[data-ad-rendering-role=like_button], article section, main section'),
    ];
    const units = new Set<HTMLElement>();
    for (const row of rows) {
      const unit = row.closest(selector) as HTMLElement | null;
      const box = row.getBoundingClientRect();
      // Well inside: a row at the very edge may have its button beyond it.
      const middle = box.top + box.height / 2;
      if (unit && box.height > 0 && middle > 90 && middle < innerHeight - 50) units.add(unit);
    }
    return [...units].map((unit) => ({
      words: unit.innerText,
      files: [...unit.querySelectorAll('img')]
        .map((img) => (img.currentSrc || img.src).replace(/[?#].*$/, ''))
        .map((path) => path.slice(path.lastIndexOf('/') + 1)),
    }));
  }, UNIT);
}
