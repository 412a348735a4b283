import type { Complaint } from '../../complaints/complaint.ts';
import type { ComplaintEvent } from '../../complaints/events.ts';
import { foldComplaint } from '../../complaints/fold.ts';
import type { TanggapDatabase } from '../database.ts';
import { readCalendarBook } from './calendar-book.ts';
import { readEvents } from './events.ts';

export interface ComplaintWithLog {
  complaint: Complaint;
  /** In the order of the log, undone ones included. */
  events: ComplaintEvent[];
  /** Id of the complaint as which it goes on; null while it goes on alone. */
  joinedTo: string | null;
}

/** One complaint with its log, or null when there is no such complaint. */
export async function readComplaint(db: TanggapDatabase, id: string): Promise<ComplaintWithLog | null> {
  const [events, desk, row, book] = await Promise.all([
    readEvents(db, id),
    db.desk.get('desk'),
    db.complaints.get(id),
    readCalendarBook(db),
  ]);
  const complaint = foldComplaint(events, String(desk?.value ?? ''), book);
  if (!complaint) return null;
  const joinedTo = row?.joinedTo ?? null;
  return joinedTo === null
    ? { complaint, events, joinedTo }
    : { complaint: { ...complaint, status: 'joined' }, events, joinedTo };
}
