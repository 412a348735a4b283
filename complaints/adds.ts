import type { Complaint } from './complaint.ts';
import { photoKey } from './photo-key.ts';
import { type Capture, isReadable } from './reading.ts';

const FIELDS = ['author', 'text', 'postedAt', 'place', 'counts', 'photos', 'audience'] as const;

/** Whether a new reading of a known post tells anything new: a field, a name, a photo, or a fresh address of a missing one. */
export function addsTo(complaint: Complaint, capture: Capture): boolean {
  if (FIELDS.some((name) => !('value' in complaint.capture[name]) && 'value' in capture[name])) return true;
  if (capture.identity?.aliases.some((name) => !complaint.aliases.includes(name))) return true;
  if (!isReadable(capture.photos)) return false;
  return capture.photos.value.some((offer) => {
    const known = complaint.photos.find((photo) => photoKey(photo.url) === photoKey(offer.url));
    return !known || (known.state !== 'stored' && known.url !== offer.url);
  });
}
