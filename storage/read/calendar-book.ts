import { builtInCalendar, type OfficeCalendar } from '../../complaints/deadlines/calendar.ts';
import { type CalendarBook, calendarBook } from '../../complaints/deadlines/calendar-book.ts';
import type { Zone } from '../../complaints/when.ts';
import type { TanggapDatabase } from '../database.ts';
import { readSettings } from './settings.ts';

const ZONES: readonly Zone[] = ['WIB', 'WITA', 'WIT'];

let last: { key: string; book: CalendarBook } | null = null;

/**
 * Every calendar version of this desk: the office's own and the built-in ones, of which the one of the office's zone
 * is in force until it has made its own. Kept between reads, since a version is never changed.
 */
export async function readCalendarBook(db: TanggapDatabase): Promise<CalendarBook> {
  const [own, { zone }] = await Promise.all([db.calendars.toArray(), readSettings(db)]);
  const key = JSON.stringify([db.name, zone, own.map((calendar) => [calendar.version, calendar.madeAt])]);
  if (last?.key === key) return last.book;
  const book = calendarBook([...ZONES.map((each) => builtIn(each, zone)), ...own]);
  last = { key, book };
  return book;
}

/** Only the built-in calendar of the office's own zone may come first. */
function builtIn(each: Zone, zone: Zone): OfficeCalendar {
  const calendar = builtInCalendar(each);
  return each === zone ? calendar : { ...calendar, madeAt: -1 };
}
