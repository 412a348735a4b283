import type { CalendarBook } from '../../complaints/deadlines/calendar-book.ts';
import { type ComplaintClocks, clocksOf } from '../../complaints/deadlines/clocks.ts';
import { runsOf } from '../../complaints/deadlines/runs.ts';
import type { ComplaintEvent } from '../../complaints/events.ts';
import type { TanggapDatabase } from '../database.ts';
import { openComplaint } from '../open-complaint.ts';
import { readCalendarBook } from './calendar-book.ts';

export interface OpenClocks {
  complaintId: string;
  live: ComplaintEvent[];
  clocks: ComplaintClocks;
  book: CalendarBook;
  /** Of the policy frozen into the present agency's clocks; 0 while nothing was forwarded. */
  pauseCapMs: number;
  maxExtensions: number;
}

/**
 * The clocks of a complaint at `now` (epoch ms), for a decision about them, inside the deciding transaction.
 * @throws TanggapError `not-found`.
 */
export async function openClocks(db: TanggapDatabase, complaintId: string, now: number): Promise<OpenClocks> {
  const { live } = await openComplaint(db, complaintId);
  const book = await readCalendarBook(db);
  const frozen = runsOf(live).runs.at(-1)?.frozen;
  return {
    complaintId,
    live,
    clocks: clocksOf(live, book, now),
    book,
    pauseCapMs: frozen?.pauseCapMs ?? 0,
    maxExtensions: frozen?.maxExtensions ?? 0,
  };
}
