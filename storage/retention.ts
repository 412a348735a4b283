import type { TanggapDatabase } from './database.ts';
import { sweepInbox } from './inbox.ts';
import { purge } from './purge.ts';
import { readSettings } from './read/settings.ts';

const DAY = 86_400_000;

/**
 * Removes handle and page text of complaints whose time is over: so many days (setting) after *Selesai*,
 * *Bukan aduan*, or a flag that was taken back; those that were joined into one of them with it. Returns how many were purged.
 * @param now Epoch ms.
 */
export async function applyRetention(db: TanggapDatabase, now: number): Promise<number> {
  await sweepInbox(db, now);
  const { retentionDays } = await readSettings(db);
  if (retentionDays === 0) return 0;
  const before = now - retentionDays * DAY;
  // One status after the other: several at once are read row by row.
  const read = (['done', 'dismissed', 'void'] as const).map((status) =>
    db.complaints.where('status').equals(status).toArray(),
  );
  const closed = (await Promise.all(read)).flat();
  const due = closed.filter((row) => row.purged === 0 && (row.resolvedAt ?? row.lastEventAt) < before);
  for (const row of due) await purge(db, { complaintId: row.id, reason: 'retention' }, now);
  const joined = await db.complaints.where('status').equals('joined').toArray();
  const ends = await db.complaints.bulkGet(joined.map((row) => row.joinedTo ?? row.id));
  // One that goes on as another complaint is needed as long as that one is.
  const over = joined.filter((row, i) => row.purged === 0 && ends[i]?.purged !== 0);
  for (const row of over) await purge(db, { complaintId: row.id, reason: 'retention' }, now);
  return due.length + over.length;
}
