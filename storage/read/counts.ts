import { Dexie } from 'dexie';
import type { TanggapDatabase } from '../database.ts';

export interface Counts {
  overdue: number;
  near: number;
  /** New, not forwarded yet. */
  fresh: number;
  /** Forwarded, clock running, neither near nor overdue; what is paused is in none of the four. */
  waiting: number;
}

/**
 * The four counters of the badge and the popup at `now` (epoch ms). Each is a count over an index, whose cost
 * follows the number of matches, not the size of the store.
 */
export async function readCounts(db: TanggapDatabase, now: number): Promise<Counts> {
  const [overdue, nearOrOverdue, running, fresh, paused] = await Promise.all([
    db.complaints.where('[open+dueAt]').between([1, Dexie.minKey], [1, now], true, false).count(),
    db.complaints.where('[open+nearAt]').between([1, Dexie.minKey], [1, now], true, true).count(),
    db.complaints.where('[open+dueAt]').between([1, Dexie.minKey], [1, Dexie.maxKey]).count(),
    db.complaints.where('status').equals('new').count(),
    db.complaints.where('[open+pausedUntil]').between([1, now], [1, Dexie.maxKey], false, true).count(),
  ]);
  return { overdue, near: nearOrOverdue - overdue, fresh, waiting: running - nearOrOverdue - paused };
}
