import { Dexie } from 'dexie';
import { sortByUrgency } from '../../complaints/urgency.ts';
import type { ComplaintRow, TanggapDatabase } from '../database.ts';

/** Everything that still waits for someone (new, or with its clock running), most urgent first at `now` (epoch ms). */
export async function readPending(db: TanggapDatabase, now: number): Promise<ComplaintRow[]> {
  const [running, fresh] = await Promise.all([
    db.complaints.where('[open+dueAt]').between([1, Dexie.minKey], [1, Dexie.maxKey]).toArray(),
    db.complaints.where('status').equals('new').toArray(),
  ]);
  return sortByUrgency([...running, ...fresh], now);
}

/** So many rows fill the popup's window and a little more. */
const FEW = 16;

/**
 * The first rows of what `readPending` gives, at a cost that does not grow with the store: what is late, then what is
 * near where little is late, then what is due next. The new ones are left out, since a popup folds them into one line.
 *
 */
export async function readFirstPending(db: TanggapDatabase, now: number): Promise<ComplaintRow[]> {
  const byDue = db.complaints.where('[open+dueAt]');
  const late = await byDue.between([1, Dexie.minKey], [1, now], true, false).limit(FEW).toArray();
  if (late.length === FEW) return late;
  const [near, next] = await Promise.all([
    // The late ones are among them.
    db.complaints.where('[open+nearAt]').between([1, Dexie.minKey], [1, now]).toArray(),
    byDue.between([1, now], [1, Dexie.maxKey]).limit(FEW).toArray(),
  ]);
  const rows = new Map([...late, ...near, ...next].map((row) => [row.id, row]));
  return sortByUrgency([...rows.values()], now).slice(0, FEW * 2);
}
