import type { OfficeCalendar } from './calendar.ts';
import { dayOfIso } from './day.ts';
import type { Frame, Week } from './frames.ts';
import { officeTime } from './office-time.ts';
import { CLOCK_NAMES, type ClockName, MAX_PAUSE, type Policy } from './policies.ts';
import { dueTime, isTerm } from './term.ts';

/** Why something cannot be used, as a code for the message catalogue and where it is. */
export type CalendarProblem =
  | { code: 'frame-bounds' | 'frame-ends-before' | 'frame-overlap'; where: string; weekday: number | null }
  | { code: 'week-shape' | 'week-empty' | 'schedule-id'; where: string }
  | { code: 'day-invalid' | 'range-ends-before' | 'range-too-long' | 'name-missing'; where: string }
  | { code: 'too-many'; where: string }
  | { code: 'version-missing' | 'version-known'; where: string };

/** Bounds of what one calendar may hold. */
export const MAX_HOLIDAYS = 2_000;
export const MAX_SCHEDULES = 40;
const MAX_RAMADAN_DAYS = 31;

/** Everything that is wrong with a calendar; empty = it can be used. */
export function checkCalendar(calendar: OfficeCalendar): CalendarProblem[] {
  const problems: CalendarProblem[] = [];
  if (calendar.version.trim() === '') problems.push({ code: 'version-missing', where: 'version' });
  if (calendar.holidays.length > MAX_HOLIDAYS || calendar.specialDays.length > MAX_HOLIDAYS)
    problems.push({ code: 'too-many', where: 'holidays' });
  if (calendar.schedules.length === 0 || calendar.schedules.length > MAX_SCHEDULES)
    problems.push({ code: 'too-many', where: 'schedules' });
  const ids = new Set<string>();
  for (const schedule of calendar.schedules) {
    if (schedule.id === '' || ids.has(schedule.id))
      problems.push({ code: 'schedule-id', where: schedule.id });
    ids.add(schedule.id);
    for (const [where, week] of [
      [schedule.id, schedule.week],
      [`${schedule.id}/ramadan`, schedule.ramadan],
    ] as const)
      if (week) problems.push(...checkWeek(week, where));
  }
  for (const holiday of calendar.holidays) {
    if (dayOfIso(holiday.day) === null) problems.push({ code: 'day-invalid', where: holiday.day });
    if (holiday.name.trim() === '') problems.push({ code: 'name-missing', where: holiday.day });
  }
  for (const special of calendar.specialDays) {
    if (dayOfIso(special.day) === null) problems.push({ code: 'day-invalid', where: special.day });
    problems.push(...checkFrames(special.frames, special.day, null));
  }
  for (const range of calendar.ramadan) {
    const from = dayOfIso(range.from);
    const to = dayOfIso(range.to);
    const where = `${range.from}…${range.to}`;
    if (from === null || to === null) problems.push({ code: 'day-invalid', where });
    else if (to < from) problems.push({ code: 'range-ends-before', where });
    else if (to - from >= MAX_RAMADAN_DAYS) problems.push({ code: 'range-too-long', where });
  }
  return problems;
}

/** A week has seven days, sound frames, and some office time. */
export function checkWeek(week: Week, where: string): CalendarProblem[] {
  if (week.length !== 7) return [{ code: 'week-shape', where }];
  const problems = week.flatMap((frames, weekday) => checkFrames(frames, where, weekday));
  if (week.every((frames) => frames.length === 0)) problems.push({ code: 'week-empty', where });
  return problems;
}

/** Frames of one day: whole minutes from 0 to 1440, each ending after it begins, in order and apart. */
export function checkFrames(
  frames: readonly Frame[],
  where: string,
  weekday: number | null,
): CalendarProblem[] {
  const problems: CalendarProblem[] = [];
  const isMinute = (n: number) => Number.isInteger(n) && n >= 0 && n <= 1_440;
  for (const [i, frame] of frames.entries()) {
    const before = frames[i - 1];
    if (!isMinute(frame.from) || !isMinute(frame.to)) problems.push({ code: 'frame-bounds', where, weekday });
    else if (frame.to <= frame.from) problems.push({ code: 'frame-ends-before', where, weekday });
    else if (before && frame.from < before.to) problems.push({ code: 'frame-overlap', where, weekday });
  }
  return problems;
}

export type PolicyProblem =
  | { code: 'term-bounds' | 'never-due'; clock: ClockName }
  | { code: 'pause-cap' | 'extensions' | 'no-clock' };

/**
 * Everything that is wrong with a policy for agencies of one schedule, as from `at` (epoch ms): terms out of
 * bounds, a term that would never come due by this calendar, a cap on pauses out of 0…MAX_PAUSE.
 */
export function checkPolicy(
  policy: Policy,
  calendar: OfficeCalendar,
  schedule: string,
  at: number,
): PolicyProblem[] {
  const problems: PolicyProblem[] = [];
  const office = officeTime(calendar, schedule);
  for (const clock of CLOCK_NAMES) {
    const term = policy.terms[clock];
    if (!term) continue;
    if (!isTerm(term)) problems.push({ code: 'term-bounds', clock });
    else if (dueTime(term, office, [], at) === null) problems.push({ code: 'never-due', clock });
  }
  if (CLOCK_NAMES.every((clock) => policy.terms[clock] === null)) problems.push({ code: 'no-clock' });
  if (!Number.isInteger(policy.pauseCapMs) || policy.pauseCapMs < 0 || policy.pauseCapMs > MAX_PAUSE)
    problems.push({ code: 'pause-cap' });
  if (!Number.isInteger(policy.maxExtensions) || policy.maxExtensions < 0 || policy.maxExtensions > 10)
    problems.push({ code: 'extensions' });
  return problems;
}
