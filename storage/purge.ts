import type { ComplaintEvent } from '../complaints/events.ts';
import { foldComplaint } from '../complaints/fold.ts';
import { type PurgeReason, purgeEvents } from '../complaints/purged.ts';
import { TanggapError } from '../protocol/errors.ts';
import { append } from './append.ts';
import type { TanggapDatabase } from './database.ts';
import { deskName } from './desk.ts';
import { dropOrphanPhotos, hashesOf } from './photo-use.ts';
import { putProjection } from './project.ts';
import { joinMark } from './project-row.ts';
import { readCalendarBook } from './read/calendar-book.ts';
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
    await purgeOne(db, complaintId, reason, now);
    // The same post under another number holds the same citizen's data.
    if (reason === 'request')
      for (const id of await samePost(db, complaintId)) await purgeOne(db, id, reason, now);
  });
}

async function purgeOne(db: TanggapDatabase, complaintId: string, reason: PurgeReason, now: number) {
  // What waits there to be recorded holds the citizen's words.
  await db.telegramSends.where('complaintId').equals(complaintId).delete();
  await append(db, complaintId, [{ type: 'purged', complaintId, at: now, reason }], { now });
  await rewritePurged(db, complaintId);
}

/** Complaints that were joined into this one because they are the same post, and the one it was joined into for that. */
async function samePost(db: TanggapDatabase, complaintId: string): Promise<string[]> {
  const own = await standingJoin(db, complaintId);
  const others = await db.complaints.where('aliases').equals(joinMark(complaintId)).primaryKeys();
  const same = own?.why === 'same-post' ? [own.into] : [];
  for (const id of others) if ((await standingJoin(db, id))?.why === 'same-post') same.push(id);
  const logs = await Promise.all(same.map((id) => readEvents(db, id)));
  const open = (log: ComplaintEvent[]) =>
    log.length > 0 && !log.some((event) => event.type === 'purged' && event.reason === 'request');
  return same.filter((id, i) => id !== complaintId && open(logs[i] ?? []));
}

async function standingJoin(db: TanggapDatabase, id: string) {
  return foldComplaint(await readEvents(db, id))?.joined ?? null;
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
  const complaint = foldComplaint(scrubbed, await deskName(db), await readCalendarBook(db));
  if (complaint) await putProjection(db, complaint);
}
