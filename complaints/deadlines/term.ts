import { DAY, dayAt, HOUR, MINUTE } from './day.ts';
import { HORIZON, type OfficeTime } from './office-time.ts';
import type { Span } from './pauses.ts';

/**
 * The three kinds of term. `clockHours`: ms of running time, day and night. `officeHours`: ms of office time.
 * `workingDays`: due at the n-th end of office that passes while the clock runs; the day on which it started
 * does not count, whatever the hour, and neither does a day whose last office minute was paused.
 */
export type Term =
  | { kind: 'clockHours'; ms: number }
  | { kind: 'officeHours'; ms: number }
  | { kind: 'workingDays'; days: number };

export type TermKind = Term['kind'];

/** Bounds: a minute to a year; 2,000 office hours and 250 working days are about a year too. */
export const TERM_BOUNDS = {
  clockHours: { min: MINUTE, max: 365 * DAY },
  officeHours: { min: MINUTE, max: 2_000 * HOUR },
  workingDays: { min: 1, max: 250 },
} as const;

export const clockHours = (hours: number): Term => ({ kind: 'clockHours', ms: hours * HOUR });
export const officeHours = (hours: number): Term => ({ kind: 'officeHours', ms: hours * HOUR });
export const workingDays = (days: number): Term => ({ kind: 'workingDays', days });

/** Whether a term is a whole number (ms or days) within TERM_BOUNDS. */
export function isTerm(term: Term): boolean {
  const size = termSize(term);
  const { min, max } = TERM_BOUNDS[term.kind];
  return Number.isSafeInteger(size) && size >= min && size <= max;
}

/** Ms or days. */
export function termSize(term: Term): number {
  return term.kind === 'workingDays' ? term.days : term.ms;
}

/** A term made longer by one of its own kind; another kind is not added. */
export function lengthen(term: Term, by: Term): Term {
  if (term.kind === 'workingDays')
    return by.kind === 'workingDays' ? { kind: term.kind, days: term.days + by.days } : term;
  return by.kind === term.kind ? { kind: term.kind, ms: term.ms + by.ms } : term;
}

/**
 * Time that counts for a term between two moments, in ms: running time, or office time, without pauses.
 * Working days are counted in office time here; their number is `daysPassed`.
 */
export function countedTime(
  kind: TermKind,
  office: OfficeTime,
  pauses: readonly Span[],
  from: number,
  to: number,
): number {
  const plain =
    kind === 'clockHours'
      ? (a: number, b: number) => Math.max(0, b - a)
      : (a: number, b: number) => office.between(a, b);
  let sum = plain(from, to);
  for (const pause of pauses) {
    if (pause.from >= to) break;
    sum -= plain(Math.max(pause.from, from), Math.min(pause.to, to));
  }
  return sum;
}

/** The earliest moment at which `amount` ms have counted since `start`; null = never. `pauses` sorted and apart. */
export function momentAfter(
  kind: TermKind,
  office: OfficeTime,
  pauses: readonly Span[],
  start: number,
  amount: number,
): number | null {
  let from = start;
  let rest = amount;
  for (const pause of pauses) {
    if (pause.to <= from) continue;
    const counted = countedTime(kind, office, [], from, pause.from);
    if (counted >= rest) break;
    rest -= counted;
    from = pause.to;
  }
  return kind === 'clockHours' ? from + rest : office.after(from, rest);
}

/** Due time in epoch ms of a term that began at `start`; null when it would never come due. */
export function dueTime(
  term: Term,
  office: OfficeTime,
  pauses: readonly Span[],
  start: number,
): number | null {
  if (term.kind !== 'workingDays') return momentAfter(term.kind, office, pauses, start, term.ms);
  const first = dayAt(start, office.offset);
  let left = term.days;
  for (let day = first + 1; day <= first + HORIZON; day += 1) {
    const end = office.endOf(day);
    if (end === null || isPausedBefore(pauses, end)) continue;
    left -= 1;
    if (left === 0) return end;
  }
  return null;
}

/** Ends of office that count between the day after `start` and `until`, which included. */
export function daysPassed(
  office: OfficeTime,
  pauses: readonly Span[],
  start: number,
  until: number,
): number {
  const first = dayAt(start, office.offset) + 1;
  const today = dayAt(until, office.offset);
  const end = office.endOf(today);
  const last = end !== null && end <= until ? today : today - 1;
  if (last < first) return 0;
  let count = office.openDaysBefore(last + 1) - office.openDaysBefore(first);
  for (const pause of pauses) {
    // The end of office at the pause's own end belongs to it, that at its beginning does not.
    const to = Math.min(last, dayAt(pause.to, office.offset));
    for (let day = Math.max(first, dayAt(pause.from, office.offset)); day <= to; day += 1) {
      const paused = office.endOf(day);
      if (paused !== null && pause.from < paused && paused <= pause.to) count -= 1;
    }
  }
  return count;
}

/** Whether the end of office of `day` counts for a working-days term that began at `start`. */
export function dayCounts(office: OfficeTime, pauses: readonly Span[], start: number, day: number): boolean {
  if (day <= dayAt(start, office.offset)) return false;
  const end = office.endOf(day);
  return end !== null && !isPausedBefore(pauses, end);
}

/** Whether the last instant before a moment is paused: a pause until the end of office takes the day out. */
function isPausedBefore(pauses: readonly Span[], moment: number): boolean {
  return pauses.some((pause) => pause.from < moment && moment <= pause.to);
}
