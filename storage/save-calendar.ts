import type { OfficeCalendar } from '../complaints/deadlines/calendar.ts';
import { checkCalendar } from '../complaints/deadlines/check-calendar.ts';
import { TanggapError } from '../protocol/errors.ts';
import type { TanggapDatabase } from './database.ts';
import { readCalendarBook } from './read/calendar-book.ts';
import { transact } from './transact.ts';

/**
 * Takes a new calendar version into use for forwardings from now on. A version is never written over.
 * @param now Epoch ms from which it is in force.
 * @throws TanggapError `clock` with the code of the first problem as its detail.
 */
export async function saveCalendar(
  db: TanggapDatabase,
  calendar: OfficeCalendar,
  now: number,
): Promise<void> {
  await transact(db, async () => {
    const [problem] = checkCalendar(calendar);
    if (problem) throw new TanggapError('clock', problem.code);
    const book = await readCalendarBook(db);
    if (book.get(calendar.version)) throw new TanggapError('clock', 'version-known');
    await db.calendars.add({ ...calendar, madeAt: now });
  });
}
