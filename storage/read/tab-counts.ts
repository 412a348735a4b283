import { Dexie } from 'dexie';
import type { StoredStatus } from '../../complaints/complaint.ts';
import type { TanggapDatabase } from '../database.ts';
import { readCounts } from './counts.ts';
import type { Tab } from './rows.ts';

/** How many complaints each tab of the list holds at `now` (epoch ms): counts over indexes, no row is read. */
export async function readTabCounts(db: TanggapDatabase, now: number): Promise<Record<Tab, number>> {
  const of = (status: StoredStatus) => db.complaints.where('status').equals(status).count();
  const [counts, paused, waiting, responded, outside, done, dismissed, joined] = await Promise.all([
    readCounts(db, now),
    db.complaints.where('[open+pausedUntil]').between([1, now], [1, Dexie.maxKey], false, true).count(),
    of('waiting'),
    of('responded'),
    of('outside'),
    of('done'),
    of('dismissed'),
    of('joined'),
  ]);
  const { overdue, near, fresh } = counts;
  return {
    open: fresh + waiting + responded + outside,
    mine: fresh + overdue + near,
    // One that waits without a clock is in no counter of the badge, and waits all the same.
    agency: waiting - overdue - near - paused,
    done: done + dismissed + joined,
  };
}
