import type { ComplaintEvent } from '../complaints/events.ts';
import type { TanggapDatabase } from './database.ts';

/** Hashes of every photo that these events keep. */
export function hashesOf(events: Iterable<ComplaintEvent>): Set<string> {
  const hashes = new Set<string>();
  for (const event of events) {
    if (event.type === 'photoStored') hashes.add(event.photo.hash);
    if ('photoHashes' in event) for (const hash of event.photoHashes ?? []) hashes.add(hash);
  }
  return hashes;
}

/** Deletes those of the photos that no complaint uses but purged ones. Inside the caller's transaction. */
export async function dropOrphanPhotos(db: TanggapDatabase, hashes: Set<string>): Promise<void> {
  const left = new Set(hashes);
  if (left.size === 0) return;
  const users = new Map<string, Set<string>>();
  const purged = new Set<string>();
  await db.events.each((event) => {
    if (event.type === 'purged' && event.reason === 'request') purged.add(event.complaintId);
    for (const hash of hashesOf([event])) {
      if (!left.has(hash)) continue;
      users.set(hash, (users.get(hash) ?? new Set()).add(event.complaintId));
    }
  });
  for (const [hash, ids] of users) if ([...ids].some((id) => !purged.has(id))) left.delete(hash);
  await db.photos.bulkDelete([...left]);
}
