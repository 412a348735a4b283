import type { CalendarBook } from '../deadlines/calendar-book.ts';
import type { ClockView } from '../deadlines/clock-view.ts';
import { DAY } from '../deadlines/day.ts';
import { NEAR_SHARE } from '../deadlines/policy.ts';
import { dueTime, momentAfter } from '../deadlines/term.ts';
import type { LetterStep } from '../events.ts';

/** From how much of the term used on a reminder is proposed. */
export const REMINDER_SHARE = 1 - NEAR_SHARE;

/**
 * Until when a letter made at `at` asks for an answer, epoch ms: one more term (after the due time for the first
 * letter, after the letter for the next ones), and not before the end of office of the next working day, for a
 * letter is read and answered in office hours.
 */
export function answerBy(clock: ClockView, book: CalendarBook, step: LetterStep, at: number): number {
  const office = book.nearestTime(clock.calendarVersion, clock.schedule);
  const from = step === 'explanation' ? (clock.due ?? at) : at;
  const term = clock.term ? dueTime(clock.term, office, clock.pauses, from) : null;
  const day = dueTime({ kind: 'workingDays', days: 1 }, office, [], at);
  const moments = [term, day].filter((moment) => moment !== null);
  return moments.length > 0 ? Math.max(...moments) : at + DAY;
}

/** A quarter of the term after `at`, in the clock's own measure: what a reminder or an answer gives. Epoch ms. */
export function quarterAfter(clock: ClockView, book: CalendarBook, at: number): number {
  const office = book.nearestTime(clock.calendarVersion, clock.schedule);
  const quarter = Math.round(clock.available * NEAR_SHARE);
  const from = Math.max(at, clock.startedAt);
  return momentAfter(clock.term?.kind ?? 'clockHours', office, clock.pauses, from, quarter) ?? from + quarter;
}

/** `until` (epoch ms), put off by what was paused since `from`: time in which nobody could answer does not count. */
export function putOff(clock: ClockView, book: CalendarBook, from: number, until: number): number {
  if (until <= from) return until;
  const office = book.nearestTime(clock.calendarVersion, clock.schedule);
  return momentAfter('clockHours', office, clock.pauses, from, until - from) ?? until;
}
