import { foldComplaint } from '../complaints/fold.ts';
import { type PurgeReason, purgeEvents } from '../complaints/purged.ts';
import { TanggapError } from '../protocol/errors.ts';
import { append } from './append.ts';
import type { TanggapDatabase } from './database.ts';
import { deskName } from './desk.ts';
import { dropOrphanPhotos, hashesOf } from './photo-use.ts';
import { putProjection } from './project.ts';
import { readEvents } from './read/events.ts';
import { transact } from './transact.ts';

/**
 * Removes the citizen's data of one complaint: its events are rewritten without them, photos that no other
 * complaint uses are deleted, the anonymous course of it stays. For `retention`, handle and page text only.
 * @param now Epoch ms.
 * @throws TanggapError `not-found`.
 */
export async function purge(
  db: TanggapDatabase,
  { complaintId, reason }: { complaintId: string; reason: PurgeReason },
  now: number,
): Promise<void> {
  await transact(db, async () => {
    const before = await readEvents(db, complaintId);
    if (before.length === 0) throw new TanggapError('not-found', complaintId);
    if (before.some((event) => event.type === 'purged' && event.reason === 'request')) return;
    await append(db, complaintId, [{ type: 'purged', complaintId, at: now, reason }], { now });
    await rewritePurged(db, complaintId);
  });
}

/**
 * Carries out whatever purge the log of one complaint holds: rewrites its events, its line and, for a request,
 * its photos. Does nothing when there is none. Inside the caller's transaction.
 */
export async function rewritePurged(db: TanggapDatabase, complaintId: string): Promise<void> {
  const events = await readEvents(db, complaintId);
  const scrubbed = purgeEvents(events);
  const changed = scrubbed.filter((event, i) => event !== events[i]);
  if (changed.length > 0) await db.events.bulkPut(changed);
  if (events.some((event) => event.type === 'purged' && event.reason === 'request')) {
    await dropOrphanPhotos(db, hashesOf(events));
  }
  const complaint = foldComplaint(scrubbed, await deskName(db));
  if (complaint) await putProjection(db, complaint);
}
