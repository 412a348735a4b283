import type { Complaint } from '../../complaints/complaint.ts';
import type { ComplaintEvent } from '../../complaints/events.ts';
import { foldComplaint } from '../../complaints/fold.ts';
import type { TanggapDatabase } from '../database.ts';
import { readEvents } from './events.ts';

export interface ComplaintWithLog {
  complaint: Complaint;
  /** In the order of the log, undone ones included. */
  events: ComplaintEvent[];
}

/** One complaint with its log, or null when there is no such complaint. */
export async function readComplaint(db: TanggapDatabase, id: string): Promise<ComplaintWithLog | null> {
  const [events, desk] = await Promise.all([readEvents(db, id), db.desk.get('desk')]);
  const complaint = foldComplaint(events, String(desk?.value ?? ''));
  return complaint ? { complaint, events } : null;
}
