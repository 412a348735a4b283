import type { OfficeCalendar } from '../../complaints/deadlines/calendar.ts';
import { DAY, dayAt, HOUR, startOfDay, weekday, ZONE_OFFSET } from '../../complaints/deadlines/day.ts';
import { officeTime } from '../../complaints/deadlines/office-time.ts';
import { CLOCK_NAMES, type ClockName, type Terms } from '../../complaints/deadlines/policies.ts';
import { dueTime } from '../../complaints/deadlines/term.ts';

/** What one clock of a complaint forwarded at a moment would be. */
export interface ExampleClock {
  clock: ClockName;
  /** Epoch ms; null when it would never come due. */
  due: number | null;
  /** Year without SKB before the due time, where working time depends on it. */
  incompleteYear: number | null;
}

/** The next Friday at 15.00 in the calendar's zone, from `now` (epoch ms): an hour and a half before the weekend. */
export function nextFriday(calendar: OfficeCalendar, now: number): number {
  const offset = ZONE_OFFSET[calendar.zone];
  for (let day = dayAt(now, offset); ; day += 1) {
    const at = startOfDay(day, offset) + 15 * HOUR;
    if (weekday(day) === 5 && at >= now) return at;
    if (day > dayAt(now + 8 * DAY, offset)) return at;
  }
}

/**
 * Due times of a policy's clocks for one forwarding at `at` (epoch ms), by the same functions as the real clocks.
 * @throws RangeError when the calendar has no such schedule.
 */
export function exampleClocks(
  terms: Terms,
  calendar: OfficeCalendar,
  schedule: string,
  at: number,
): ExampleClock[] {
  const office = officeTime(calendar, schedule);
  return CLOCK_NAMES.flatMap((clock) => {
    const term = terms[clock];
    if (!term) return [];
    const due = dueTime(term, office, [], at);
    const depends = due !== null && term.kind !== 'clockHours';
    return [{ clock, due, incompleteYear: depends ? office.incompleteYear(at, due) : null }];
  });
}
