import type { PhotoFailure, StoredPhotoRef } from '../complaints/events.ts';
import { append } from './append.ts';
import type { PhotoRow, TanggapDatabase } from './database.ts';
import { photoEvent } from './flag.ts';
import { dropInbox } from './inbox.ts';
import { openComplaint } from './open-complaint.ts';
import { transact } from './transact.ts';

/**
 * Keeps a photo that was fetched for a complaint; one that is kept already is not recorded twice. Photos of a
 * complaint whose data were removed meanwhile are not kept.
 * @param now Epoch ms.
 * @returns whether the complaint holds it now.
 */
export async function storePhoto(
  db: TanggapDatabase,
  {
    complaintId,
    url,
    kind,
    photo,
  }: { complaintId: string; url: string; kind: StoredPhotoRef['kind']; photo: PhotoRow },
  now: number,
): Promise<boolean> {
  return transact(db, async () => {
    const { complaint } = await openComplaint(db, complaintId);
    if (complaint.purged) return false;
    const state = complaint.photos.find((p) => p.url === url);
    if (state?.state === 'stored') return true;
    const { hash, mime, size, width, height, look } = photo;
    const event = {
      type: 'photoStored',
      complaintId,
      at: now,
      photo: {
        hash,
        url,
        how: 'fetched',
        kind,
        mime,
        size,
        ...(width && height ? { width, height } : {}),
        ...(look ? { look } : {}),
      },
    } as const;
    await append(db, complaintId, [event], { now, photos: [photo] });
    return true;
  });
}

/** Records that a photo could not be had; the same failure twice is recorded once. `now` is epoch ms. */
export async function failPhoto(
  db: TanggapDatabase,
  { complaintId, url, reason }: { complaintId: string; url: string; reason: PhotoFailure },
  now: number,
): Promise<void> {
  await transact(db, async () => {
    const { complaint } = await openComplaint(db, complaintId);
    const state = complaint.photos.find((photo) => photo.url === url);
    if (complaint.purged || !state || state.state === 'stored') return;
    if (state.state === 'failed' && state.reason === reason) return;
    await append(db, complaintId, [{ type: 'photoFailed', complaintId, at: now, url, reason }], { now });
  });
}

/** Adds pictures that the official pasted. Returns how many were new. `now` is epoch ms. */
export async function addPhotos(
  db: TanggapDatabase,
  { complaintId, photos, inboxIds }: { complaintId: string; photos: PhotoRow[]; inboxIds: string[] },
  now: number,
): Promise<{ stored: number }> {
  return transact(db, async () => {
    const { complaint } = await openComplaint(db, complaintId);
    const known = new Set(complaint.photos.flatMap((p) => (p.state === 'stored' ? [p.photo.hash] : [])));
    const fresh = photos.filter(
      (photo, i) => !known.has(photo.hash) && photos.findIndex((p) => p.hash === photo.hash) === i,
    );
    if (fresh.length > 0) {
      const events = fresh.map((photo) => photoEvent(complaintId, photo, now));
      await append(db, complaintId, events, { now, photos: fresh });
    }
    await dropInbox(db, inboxIds);
    return { stored: fresh.length };
  });
}
