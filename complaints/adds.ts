import type { Complaint } from './complaint.ts';
import { photoKey } from './photo-key.ts';
import { type Capture, isReadable, type PostContext } from './reading.ts';
import { isReworded } from './wordings.ts';

const FIELDS = ['author', 'text', 'postedAt', 'place', 'counts', 'photos', 'audience'] as const;

/** Figures seen again sooner than this say nothing about growth, in ms. */
const SIGHTING_EVERY = 3_600_000;

/** Whether figures read at `readAt` (epoch ms) would tell how the post grew: an hour after the last ones. */
export function wantsSighting({ sightings }: Pick<Complaint, 'sightings'>, readAt: number): boolean {
  return sightings.every(({ at }) => readAt - at >= SIGHTING_EVERY);
}

/**
 * Whether a new reading of a known post tells anything new: a field, a name, a photo, a fresh address of a missing
 * one, other words, figures after an hour, or that a post taken for gone is there.
 */
export function addsTo(complaint: Complaint, capture: Capture): boolean {
  if (FIELDS.some((name) => !('value' in complaint.capture[name]) && 'value' in capture[name])) return true;
  if (capture.identity?.aliases.some((name) => !complaint.aliases.includes(name))) return true;
  if (isReworded(complaint.wordings, capture)) return true;
  if (complaint.wordings.length === 0 && isReadable(capture.text) && capture.text.source !== 'user')
    return true;
  if (complaint.postGone !== null && capture.surface !== 'menu' && capture.surface !== 'manual') return true;
  if (isReadable(capture.counts) && wantsSighting(complaint, capture.readAt)) return true;
  if (tellsOf(complaint.capture.under, capture.under)) return true;
  if (tellsOf(complaint.capture.shared, capture.shared)) return true;
  if (!isReadable(capture.photos)) return false;
  return capture.photos.value.some((offer) => {
    const known = complaint.photos.find((photo) => photoKey(photo.url) === photoKey(offer.url));
    return !known || (known.state !== 'stored' && known.url !== offer.url);
  });
}

/** A context that was not known, or not whole. */
function tellsOf(known: PostContext | undefined, next: PostContext | undefined): boolean {
  if (!next) return false;
  if (!known) return true;
  return next.text !== undefined && (known.text === undefined || (!!known.textCut && !next.textCut));
}
