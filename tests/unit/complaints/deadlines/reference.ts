import type { OfficeCalendar } from '../../../../complaints/deadlines/calendar.ts';

/**
 * The definitions once more, as slow and plain as can be: it looks at one minute after the other and asks
 * whether it counts. It shares only the calendar's data with the code it checks. All moments lie on whole minutes.
 */
export interface ReferenceCase {
  calendar: OfficeCalendar;
  schedule: string;
  kind: 'clockHours' | 'officeHours' | 'workingDays';
  /** Minutes, or days. */
  amount: number;
  start: number;
  pauses: { from: number; to: number }[];
  capMinutes: number;
  /** When it was stopped. */
  stop: number | null;
  now: number;
}

export interface ReferenceAnswer {
  due: number;
  /** Minutes. */
  used: number;
  left: number;
  /** Ends of office that passed while it ran, until stop or now. */
  days: number;
  state: 'running' | 'near' | 'late' | 'onTime' | 'lateDone' | 'paused';
  /** Minutes of the clock's measure between start and due. */
  available: number;
}

const MIN = 60_000;
const OFFSETS = { WIB: 420, WITA: 480, WIT: 540 };
const LIMIT = 1_500 * 1_440;

export function walk(input: ReferenceCase): ReferenceAnswer {
  const until = input.stop ?? Math.max(input.now, input.start);
  const startDate = localDate(input.start, input.calendar);
  let counted = 0;
  let days = 0;
  let pausedMinutes = 0;
  let due: number | null = null;
  let usedAtUntil = 0;
  let daysAtUntil = 0;
  let atDue = 0;
  let pausedAtUntil = false;

  for (let i = 0; i < LIMIT; i += 1) {
    const t = input.start + i * MIN;
    if (t === until) {
      usedAtUntil = counted;
      daysAtUntil = days;
    }
    if (due !== null && t >= until) {
      if (t === until) pausedAtUntil = isPaused(input, t) && pausedMinutes < input.capMinutes;
      break;
    }
    let paused = isPaused(input, t);
    if (paused) {
      if (pausedMinutes >= input.capMinutes) paused = false;
      else pausedMinutes += 1;
    }
    if (t === until) pausedAtUntil = paused;
    const frame = frameOf(t, input);
    const measured = input.kind === 'clockHours' ? true : frame !== null;
    if (measured && !paused) counted += 1;
    if (frame?.last && !paused && localDate(t, input.calendar) !== startDate) {
      days += 1;
      if (input.kind === 'workingDays' && days === input.amount && due === null) {
        due = t + MIN;
        atDue = counted;
      }
    }
    if (input.kind !== 'workingDays' && counted === input.amount && due === null) {
      due = t + MIN;
      atDue = counted;
    }
  }
  if (due === null) throw new Error('reference: never due');
  const quarter = Math.round(atDue * 0.25 * MIN);
  const left = atDue - usedAtUntil;
  const over = until > due;
  const nearReached = left * MIN <= quarter;
  const state =
    input.stop !== null
      ? over
        ? 'lateDone'
        : 'onTime'
      : pausedAtUntil
        ? 'paused'
        : over
          ? 'late'
          : nearReached
            ? 'near'
            : 'running';
  return { due, used: usedAtUntil, left, days: daysAtUntil, state, available: atDue };
}

function isPaused(input: ReferenceCase, t: number): boolean {
  if (input.stop !== null && t >= input.stop) return false;
  return input.pauses.some((p) => p.from <= t && t < p.to);
}

function local(t: number, calendar: OfficeCalendar): Date {
  return new Date(t + OFFSETS[calendar.zone] * MIN);
}

function localDate(t: number, calendar: OfficeCalendar): string {
  return local(t, calendar).toISOString().slice(0, 10);
}

/** Whether the minute that begins at `t` is office time, and whether it is the last one of its day. */
function frameOf(t: number, input: ReferenceCase): { last: boolean } | null {
  const minute = Math.floor(t / MIN) + OFFSETS[input.calendar.zone];
  const day = Math.floor(minute / 1_440);
  const frames = framesOf(day, input);
  const inDay = minute - day * 1_440;
  for (let i = 0; i < frames.length; i += 1) {
    const frame = frames[i];
    if (frame && inDay >= frame.from && inDay < frame.to)
      return { last: i === frames.length - 1 && inDay === frame.to - 1 };
  }
  return null;
}

const memo = new WeakMap<OfficeCalendar, Map<string, readonly { from: number; to: number }[]>>();

function framesOf(day: number, input: ReferenceCase): readonly { from: number; to: number }[] {
  const { calendar, schedule } = input;
  let known = memo.get(calendar);
  if (!known) {
    known = new Map();
    memo.set(calendar, known);
  }
  const key = `${schedule}${day}`;
  let frames = known.get(key);
  if (!frames) {
    frames = lookUp(new Date(day * 86_400_000), calendar, schedule);
    known.set(key, frames);
  }
  return frames;
}

function lookUp(date: Date, calendar: OfficeCalendar, id: string): readonly { from: number; to: number }[] {
  const iso = date.toISOString().slice(0, 10);
  const schedule = calendar.schedules.find((s) => s.id === id);
  if (!schedule?.week) return [{ from: 0, to: 1_440 }];
  for (const special of calendar.specialDays) if (special.day === iso) return special.frames;
  for (const holiday of calendar.holidays) if (holiday.day === iso) return [];
  const fasting = calendar.ramadan.some((range) => range.from <= iso && iso <= range.to);
  const week = fasting && schedule.ramadan ? schedule.ramadan : schedule.week;
  return week[date.getUTCDay()] ?? [];
}
