import type { HolidayKind, OfficeCalendar } from './calendar.ts';
import { DAY, dayAt, dayOfIso, MINUTE, startOfDay, weekday, yearOf, ZONE_OFFSET } from './day.ts';
import type { Frame, Schedule } from './frames.ts';

/** Why an office is closed on a day, or has other hours. */
export interface DayNote {
  kind: HolidayKind | 'weekend' | 'special';
  name: string;
}

export interface DayPlan {
  frames: readonly Frame[];
  /** Ms of office time. */
  total: number;
  /** Minute of the day at which the last frame ends; −1 when closed. */
  end: number;
  note: DayNote | null;
}

/** The office time of one schedule in one calendar. All moments epoch ms, all spans ms. */
export interface OfficeTime {
  offset: number;
  always: boolean;
  plan(day: number): DayPlan;
  /** Office time from `from` up to `to`; 0 when `to` is not later. */
  between(from: number, to: number): number;
  /** The earliest moment at which `amount` of office time has passed since `from`; null = not within HORIZON. */
  after(from: number, amount: number): number | null;
  /** Days with office time before a day, counted from a fixed day; the difference of two of them is what matters. */
  openDaysBefore(day: number): number;
  /** End of office of a day in epoch ms; null when closed. */
  endOf(day: number): number | null;
  /** The first year without decree on the days from `from` to `to`; null when all are decreed. */
  incompleteYear(from: number, to: number): number | null;
}

/** Days that are searched before a term counts as never due: ten years. */
export const HORIZON = 3_660;

const CHUNK = 512;
/** 1 January 2024, from which open days are counted. */
const FIXED_DAY = 19_723;
interface Chunk {
  plans: DayPlan[];
  /** Office time of the chunk before each of its days. */
  before: Float64Array;
  total: number;
  /** Open days of the chunk before each of its days. */
  openBefore: Uint16Array;
  open: number;
}

/**
 * Office time with its days looked up in blocks that are worked out once, so that the state of ten thousand
 * clocks is a matter of sums, not of days walked.
 * @throws RangeError when the calendar has no such schedule.
 */
export function officeTime(calendar: OfficeCalendar, scheduleId: string): OfficeTime {
  const schedule = calendar.schedules.find((s) => s.id === scheduleId);
  if (!schedule) throw new RangeError(`no schedule ${scheduleId}`);
  const offset = ZONE_OFFSET[calendar.zone];
  const always = schedule.week === null;
  const planDay = dayPlanner(calendar, schedule);
  const chunks = new Map<number, Chunk>();

  function chunkOf(index: number): Chunk {
    let chunk = chunks.get(index);
    if (!chunk) {
      const plans = Array.from({ length: CHUNK }, (_, i) => planDay(index * CHUNK + i));
      const before = new Float64Array(CHUNK);
      const openBefore = new Uint16Array(CHUNK);
      let total = 0;
      let open = 0;
      for (const [i, { total: ofDay, end }] of plans.entries()) {
        before[i] = total;
        openBefore[i] = open;
        total += ofDay;
        if (end >= 0) open += 1;
      }
      chunk = { plans, before, total, openBefore, open };
      chunks.set(index, chunk);
    }
    return chunk;
  }

  function plan(day: number): DayPlan {
    const index = Math.floor(day / CHUNK);
    return chunkOf(index).plans[day - index * CHUNK] ?? CLOSED;
  }

  /** Office time of a day before the ms of the day. */
  function within(day: number, msOfDay: number): number {
    let sum = 0;
    for (const frame of plan(day).frames) {
      const from = frame.from * MINUTE;
      if (msOfDay <= from) break;
      sum += Math.min(msOfDay, frame.to * MINUTE) - from;
    }
    return sum;
  }

  function between(from: number, to: number): number {
    if (to <= from) return 0;
    if (always) return to - from;
    const first = dayAt(from, offset);
    const last = dayAt(to, offset);
    const firstChunk = Math.floor(first / CHUNK);
    const lastChunk = Math.floor(last / CHUNK);
    const chunk = chunkOf(firstChunk);
    let sum =
      -(chunk.before[first - firstChunk * CHUNK] ?? 0) - within(first, from - startOfDay(first, offset));
    for (let index = firstChunk; index < lastChunk; index += 1) sum += chunkOf(index).total;
    sum += chunkOf(lastChunk).before[last - lastChunk * CHUNK] ?? 0;
    return sum + within(last, to - startOfDay(last, offset));
  }

  function after(from: number, amount: number): number | null {
    if (amount <= 0) return from;
    if (always) return from + amount;
    const first = dayAt(from, offset);
    let rest = amount + within(first, from - startOfDay(first, offset));
    for (let day = first; day <= first + HORIZON; day += 1) {
      const { total, frames } = plan(day);
      if (rest > total) {
        rest -= total;
        continue;
      }
      for (const frame of frames) {
        const length = (frame.to - frame.from) * MINUTE;
        if (rest <= length) return startOfDay(day, offset) + frame.from * MINUTE + rest;
        rest -= length;
      }
    }
    return null;
  }

  function openDaysBefore(day: number): number {
    const index = Math.floor(day / CHUNK);
    let sum = chunkOf(index).openBefore[day - index * CHUNK] ?? 0;
    for (let i = Math.floor(FIXED_DAY / CHUNK); i < index; i += 1) sum += chunkOf(i).open;
    for (let i = index; i < Math.floor(FIXED_DAY / CHUNK); i += 1) sum -= chunkOf(i).open;
    return sum;
  }

  function endOf(day: number): number | null {
    const { end } = plan(day);
    return end < 0 ? null : startOfDay(day, offset) + end * MINUTE;
  }

  const complete = new Set(calendar.completeYears);
  function incompleteYear(from: number, to: number): number | null {
    if (always) return null;
    const last = yearOf(dayAt(to, offset));
    for (let year = yearOf(dayAt(from, offset)); year <= last; year += 1)
      if (!complete.has(year)) return year;
    return null;
  }

  return { offset, always, plan, between, after, openDaysBefore, endOf, incompleteYear };
}

const CLOSED: DayPlan = { frames: [], total: 0, end: -1, note: null };
const WHOLE_DAY: readonly Frame[] = [{ from: 0, to: DAY / MINUTE }];

/** One day's frames: a special day before a holiday before Ramadan before the usual week. */
function dayPlanner(calendar: OfficeCalendar, schedule: Schedule): (day: number) => DayPlan {
  const holidays = new Map<number, DayNote>();
  // A feast beats the leave that goes with it, and the first of two feasts on one day gives the name.
  for (const kind of ['national', 'joint', 'local'] as const)
    for (const holiday of calendar.holidays) {
      const day = holiday.kind === kind ? dayOfIso(holiday.day) : null;
      if (day !== null && !holidays.has(day)) holidays.set(day, { kind, name: holiday.name });
    }
  const special = new Map(calendar.specialDays.map((entry) => [dayOfIso(entry.day), entry]));
  const fasts = calendar.ramadan.map((range) => ({
    from: dayOfIso(range.from) ?? 0,
    to: dayOfIso(range.to) ?? -1,
  }));

  return (day) => {
    if (schedule.week === null) return planOf(WHOLE_DAY, null);
    const other = special.get(day);
    if (other) return planOf(other.frames, { kind: 'special', name: other.name });
    const week =
      schedule.ramadan && fasts.some((range) => range.from <= day && day <= range.to)
        ? schedule.ramadan
        : schedule.week;
    const frames = week[weekday(day)] ?? [];
    const holiday = holidays.get(day);
    if (holiday) return planOf([], holiday);
    return planOf(frames, frames.length === 0 ? { kind: 'weekend', name: '' } : null);
  };
}

function planOf(frames: readonly Frame[], note: DayNote | null): DayPlan {
  const total = frames.reduce((sum, frame) => sum + (frame.to - frame.from) * MINUTE, 0);
  return { frames, total, end: frames.at(-1)?.to ?? -1, note };
}
