import { useMemo } from 'react';
import type { CalendarBook } from '../../complaints/deadlines/calendar-book.ts';
import { type ComplaintClocks, clocksOf } from '../../complaints/deadlines/clocks.ts';
import type { ComplaintEvent } from '../../complaints/events.ts';
import { liveEvents } from '../../complaints/live.ts';
import { database } from '../../storage/database.ts';
import { readCalendarBook } from '../../storage/read/calendar-book.ts';
import { useLive } from './use-live.ts';

/** The clocks of one complaint at `now` (epoch ms), from its whole log; undefined until the calendars are read. */
export function useClocks(
  events: readonly ComplaintEvent[],
  now: number,
): { clocks: ComplaintClocks; book: CalendarBook } | undefined {
  const book = useLive(() => readCalendarBook(database), []);
  return useMemo(
    () => (book ? { book, clocks: clocksOf(liveEvents(events), book, now) } : undefined),
    [book, events, now],
  );
}
