import type { ComplaintEvent } from '../complaints/events.ts';
import { foldComplaint } from '../complaints/fold.ts';
import { numberLabel } from '../complaints/number.ts';
import type { TanggapDatabase } from './database.ts';
import { deskName } from './desk.ts';
import { endsOf } from './joins.ts';
import { countUsers, isShared } from './project.ts';
import { projectComplaint } from './project-row.ts';
import { readCalendarBook } from './read/calendar-book.ts';
import { transact } from './transact.ts';

/** Throws the lists away and makes them anew from the log. Returns how many complaints there are. */
export async function rebuild(db: TanggapDatabase): Promise<{ complaints: number }> {
  return transact(db, async () => {
    const desk = await deskName(db);
    const book = await readCalendarBook(db);
    const byComplaint = new Map<string, ComplaintEvent[]>();
    await db.events.each((event) => {
      const group = byComplaint.get(event.complaintId);
      if (group) group.push(event);
      else byComplaint.set(event.complaintId, [event]);
    });
    const folded = [...byComplaint.values()].map((events) => foldComplaint(events, desk, book));
    const complaints = folded.filter((complaint) => complaint !== null);
    const users = countUsers(complaints.map((complaint) => complaint.numbers.map(numberLabel)));
    await db.complaints.clear();
    const rows = complaints.map((complaint) => projectComplaint(complaint, isShared(complaint, users)));
    const ends = endsOf(rows);
    await db.complaints.bulkAdd(
      complaints.map((complaint) =>
        projectComplaint(complaint, isShared(complaint, users), ends.get(complaint.id) ?? null),
      ),
    );
    return { complaints: complaints.length };
  });
}
