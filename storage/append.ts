import { uuidv7 } from 'uuidv7';
import type { Complaint } from '../complaints/complaint.ts';
import type { ComplaintEvent, NewEvent } from '../complaints/events.ts';
import { foldComplaint } from '../complaints/fold.ts';
import { purgeEvents } from '../complaints/purged.ts';
import type { ComplaintRow, PhotoRow, TanggapDatabase } from './database.ts';
import { counter, deskName } from './desk.ts';
import { putProjection } from './project.ts';
import { readCalendarBook } from './read/calendar-book.ts';
import { readEvents } from './read/events.ts';
import { transact } from './transact.ts';

export interface Appended {
  /** The new events, in the order given. */
  events: ComplaintEvent[];
  complaint: Complaint;
  row: ComplaintRow;
}

/**
 * The one write path of the log: new events of ONE complaint, its projection and photos in one transaction.
 * Gives each event its id (uuidv7), its place in the log and this desk's name.
 * @param now Epoch ms of the recording.
 */
export async function append(
  db: TanggapDatabase,
  complaintId: string,
  newEvents: readonly NewEvent[],
  { now, photos = [] }: { now: number; photos?: readonly PhotoRow[] },
): Promise<Appended> {
  return transact(db, async () => {
    const desk = await deskName(db);
    let order = await counter(db, 'order');
    const fresh = newEvents.map((event) => {
      if (event.complaintId !== complaintId) throw new Error('append: events of one complaint only');
      order += 1;
      return { ...event, id: uuidv7(), order, desk, recordedAt: now } as ComplaintEvent;
    });
    await db.desk.put({ key: 'order', value: order });
    const before = await readEvents(db, complaintId);
    const all = purgeEvents([...before, ...fresh]);
    const added = all.slice(before.length);
    await db.events.bulkAdd(added);
    await putPhotos(db, photos);
    const complaint = foldComplaint(all, desk, await readCalendarBook(db));
    if (!complaint) throw new Error(`append: ${complaintId} was never flagged`);
    return { events: added, complaint, row: await putProjection(db, complaint) };
  });
}

/** Photos by hash, stored once: one that is there already keeps its bytes. Inside the caller's transaction. */
export async function putPhotos(db: TanggapDatabase, photos: readonly PhotoRow[]): Promise<void> {
  for (const photo of photos) if (!(await db.photos.get(photo.hash))) await db.photos.add(photo);
}
