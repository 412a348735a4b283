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
