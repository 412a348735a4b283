import type { ComplaintRow, TanggapDatabase } from '../database.ts';

/** Complaints that became overdue after `since` and before `now` (both epoch ms), oldest deadline first. */
export async function readOverdueSince(
  db: TanggapDatabase,
  since: number,
  now: number,
): Promise<ComplaintRow[]> {
  if (since >= now) return [];
  return db.complaints.where('[open+dueAt]').between([1, since], [1, now], true, false).toArray();
}
