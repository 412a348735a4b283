import { z } from 'zod';
import type { Layer, PhotoOffer } from '../../complaints/reading.ts';
import { codeOfPk } from './ids.ts';
import { inPresentWords } from './legacy.ts';
import { isCode, isPostPhoto, permalink } from './urls.ts';

/**
 * Instagram's media object. Its wrappers change about twice a year, its own fields have not since 2022.
 * Every field is read on its own, so that one of a wrong type costs only itself.
 */

export const text = z.string().max(100_000);
export const figure = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const digits = z.union([
  z.string().regex(/^\d{1,40}$/),
  z.number().int().positive().max(Number.MAX_SAFE_INTEGER),
]);
const size = z.number().positive().max(100_000);
const candidate = z.object({
  url: z.string(),
  width: size.optional().catch(undefined),
  height: size.optional().catch(undefined),
});
export const handle = z.string().regex(/^[\w.]{1,30}$/);
export const person = z
  .object({
    username: handle.optional().catch(undefined),
    full_name: z.string().max(500).optional().catch(undefined),
    pk: digits.optional().catch(undefined),
    id: digits.optional().catch(undefined),
  })
  .nullish()
  .catch(undefined);
const versions = z
  .object({ candidates: z.array(z.unknown()).max(100).catch([]) })
  .nullish()
  .catch(undefined);
const pictured = {
  image_versions2: versions,
  display_uri: z.string().nullish().catch(undefined),
  video_image: z.object({ uri: z.string() }).nullish().catch(undefined),
  original_width: size.nullish().catch(undefined),
  original_height: size.nullish().catch(undefined),
  media_type: z.number().nullish().catch(undefined),
};
const slide = z.object(pictured);
const media = z.object({
  ...pictured,
  code: z.string().optional().catch(undefined),
  pk: digits.optional().catch(undefined),
  id: z
    .union([z.string().max(100), digits])
    .optional()
    .catch(undefined),
  user: person,
  owner: person,
  coauthor_producers: z.array(person).max(20).nullish().catch(undefined),
  caption: z.object({ text: text.nullish() }).nullish().catch(undefined),
  taken_at: figure.max(8_640_000_000_000).optional().catch(undefined),
  location: z
    .object({ name: z.string().max(500).nullish() })
    .nullish()
    .catch(undefined),
  like_count: figure.nullish().catch(undefined),
  comment_count: figure.nullish().catch(undefined),
  like_and_view_counts_disabled: z.boolean().nullish().catch(undefined),
  carousel_media: z.array(z.unknown()).max(60).nullish().catch(undefined),
  carousel_media_count: figure.max(1000).nullish().catch(undefined),
  is_paid_partnership: z.boolean().nullish().catch(undefined),
  product_type: z.string().nullish().catch(undefined),
});
type Media = z.infer<typeof media>;
type Pictured = z.infer<typeof slide>;

/** A media object as a layer, or null when it is none. */
export function mediaLayer(raw: unknown, source: 'island' | 'store'): Layer | null {
  const parsed = media.safeParse(inPresentWords(raw));
  if (!parsed.success) return null;
  const item = parsed.data;
  const pk = String(item.pk ?? '') || (/^(\d+)(?:_|$)/.exec(String(item.id ?? ''))?.[1] ?? '');
  const code = item.code ?? codeOfPk(pk);
  if (!isCode(code)) return null;
  const names = [`instagram:${code}`, ...(pk ? [`instagram:pk:${pk}`] : [])];
  const layer: Layer = { source, names, permalink: permalink(code) };
  const author = authorOf(item);
  if (author) layer.author = author;
  const together = (item.coauthor_producers ?? []).flatMap((other) => other?.username ?? []);
  if (together.length > 0) layer.coAuthors = together;
  // null means that the citizen wrote nothing; an absent key, that this answer does not say.
  if (item.caption !== undefined) layer.text = item.caption?.text ?? '';
  if (item.taken_at !== undefined) layer.postedAt = item.taken_at * 1000;
  if (item.location !== undefined) layer.place = item.location?.name ?? '';
  if (item.like_and_view_counts_disabled) layer.countsHidden = true;
  const counts = countsOf(item);
  if (counts) layer.counts = counts;
  Object.assign(layer, photosOf(item));
  if (typeof item.is_paid_partnership === 'boolean') layer.paidPartnership = item.is_paid_partnership;
  return layer;
}

function authorOf(item: Media): Layer['author'] {
  const user = item.user?.username
    ? item.user
    : item.owner?.username
      ? item.owner
      : (item.user ?? item.owner);
  const id = user?.pk ?? user?.id;
  if (!user || (!user.username && id === undefined)) return undefined;
  return {
    ...(user.username ? { handle: user.username } : {}),
    ...(id === undefined ? {} : { id: String(id) }),
    ...(user.full_name ? { name: user.full_name } : {}),
  };
}

function countsOf(item: Media): Layer['counts'] {
  const counts: NonNullable<Layer['counts']> = {};
  // With hidden counts the figure is not the real one.
  if (typeof item.like_count === 'number' && !item.like_and_view_counts_disabled)
    counts.likes = item.like_count;
  if (typeof item.comment_count === 'number') counts.comments = item.comment_count;
  return Object.keys(counts).length > 0 ? counts : undefined;
}

function photosOf(item: Media): Pick<Layer, 'photos' | 'photoTotal'> {
  const slides = item.carousel_media?.flatMap((raw) => slide.safeParse(raw).data ?? []) ?? [];
  const photos: PhotoOffer[] = [];
  for (const one of slides.length > 0 ? slides : [item]) {
    const photo = bestPhoto(one);
    if (photo) photos.push(photo);
  }
  const total = Math.max(item.carousel_media?.length ?? 0, item.carousel_media_count ?? 0);
  return {
    ...(photos.length > 0 ? { photos: photos.slice(0, 60) } : {}),
    ...(total > photos.length ? { photoTotal: total } : {}),
  };
}

/**
 * The largest size that is not a square crop (`stp=c…a_`) and keeps the original's proportions within 2 %;
 * else the first that the site names.
 */
function bestPhoto(item: Pictured): PhotoOffer | null {
  const kind = item.media_type === 2 ? 'video-cover' : 'photo';
  const offers = (item.image_versions2?.candidates ?? [])
    .flatMap((raw) => candidate.safeParse(raw).data ?? [])
    .filter((offer) => isPostPhoto(offer.url));
  const whole = offers.filter((offer) => !isCrop(offer.url) && keepsShape(offer, item));
  const area = (offer: { width?: number; height?: number }) => (offer.width ?? 0) * (offer.height ?? 0);
  const best = whole.reduce((a, b) => (a && area(a) >= area(b) ? a : b), whole[0]) ?? offers[0];
  if (best) return { url: best.url, width: best.width, height: best.height, kind };
  const uri = item.display_uri ?? item.video_image?.uri ?? '';
  return isPostPhoto(uri) ? { url: uri, kind } : null;
}

function isCrop(address: string): boolean {
  return /^c[\d.]+a(?:_|$)/.test(new URL(address).searchParams.get('stp') ?? '');
}

function keepsShape(offer: { width?: number; height?: number }, item: Pictured): boolean {
  if (!offer.width || !offer.height || !item.original_width || !item.original_height) return true;
  const ratio = offer.width / offer.height / (item.original_width / item.original_height);
  return Math.abs(ratio - 1) <= 0.02;
}
