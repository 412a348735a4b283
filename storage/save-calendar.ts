import type { OfficeCalendar } from '../complaints/deadlines/calendar.ts';
import { checkCalendar } from '../complaints/deadlines/check-calendar.ts';
import { checkRules } from '../complaints/deadlines/check-rules.ts';
import { TanggapError } from '../protocol/errors.ts';
import type { TanggapDatabase } from './database.ts';
import { readCalendarBook } from './read/calendar-book.ts';
import { readRules } from './read/rules.ts';
import { readSettings } from './read/settings.ts';
import { transact } from './transact.ts';

/**
 * Takes a new calendar version into use for forwardings from now on, and with it which agency works by which of its
 * schedules. A version is never written over. The office's zone follows the calendar's.
 * @param now Epoch ms from which it is in force; later than the version before, even where the computer's clock
 *   has been turned back since.
 * @param schedules Schedule by agency id; as before when left out.
 * @throws TanggapError `clock` with the code of the first problem as its detail.
 */
export async function saveCalendar(
  db: TanggapDatabase,
  calendar: OfficeCalendar,
  now: number,
  schedules?: Readonly<Record<string, string>>,
): Promise<void> {
  await transact(db, async () => {
    const [problem] = checkCalendar(calendar);
    if (problem) throw new TanggapError('clock', problem.code);
    const book = await readCalendarBook(db);
    if (book.get(calendar.version)) throw new TanggapError('clock', 'version-known');
    const rules = await readRules(db);
    const next = schedules ? { ...rules, schedules } : rules;
    const [clash] = checkRules(next, calendar, now);
    if (clash) throw new TanggapError('clock', clash.code);
    await db.calendars.add({ ...calendar, madeAt: Math.max(now, book.current.madeAt + 1) });
    if (schedules) await db.settings.put({ key: 'rules', value: next });
    const settings = await readSettings(db);
    if (settings.zone !== calendar.zone)
      await db.settings.put({ key: 'office', value: { ...settings, zone: calendar.zone, updatedAt: now } });
  });
}
