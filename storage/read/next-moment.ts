import { Dexie } from 'dexie';
import type { TanggapDatabase } from '../database.ts';

/**
 * The first moment after `now` (epoch ms) at which some complaint becomes near or overdue, or its pause ends, so that the counters
 * change; null when no clock runs towards one.
 */
export async function readNextMoment(db: TanggapDatabase, now: number): Promise<number | null> {
  const [near, due, paused] = await Promise.all([
    db.complaints.where('[open+nearAt]').between([1, now], [1, Dexie.maxKey], false, true).first(),
    db.complaints.where('[open+dueAt]').between([1, now], [1, Dexie.maxKey], true, true).first(),
    db.complaints.where('[open+pausedUntil]').between([1, now], [1, Dexie.maxKey], false, true).first(),
  ]);
  // The due time itself is still in time; one ms later is not.
  const moments = [near?.nearAt, due?.dueAt === undefined ? undefined : due.dueAt + 1, paused?.pausedUntil];
  const ahead = moments.filter((moment) => moment !== undefined);
  return ahead.length > 0 ? Math.min(...ahead) : null;
}
