import { type ComplaintEvent, compareEvents } from '../../complaints/events.ts';
import type { TanggapDatabase } from '../database.ts';

/** All events of one complaint, in the order of the log. */
export async function readEvents(db: TanggapDatabase, complaintId: string): Promise<ComplaintEvent[]> {
  return (await db.events.where('complaintId').equals(complaintId).toArray()).sort(compareEvents);
}
