import type { CalendarBook } from './calendar-book.ts';
import type { ClockView } from './clocks.ts';
import { DAY, dayAt, MINUTE, startOfDay } from './day.ts';
import type { DayNote, OfficeTime } from './office-time.ts';
import type { PauseReason } from './pauses.ts';
import { dayCounts, type Term } from './term.ts';

/** What a stretch of a clock was. Only `running` counts. */
export type PartKind = 'running' | 'paused' | 'break' | 'closed' | 'weekend' | 'holiday';

/** One stretch from `from` up to `to` (epoch ms). */
export interface Part {
  kind: PartKind;
  from: number;
  to: number;
  /** After the due time. */
  late: boolean;
  /** Of a holiday, cuti bersama, local or special day. */
  note: DayNote | null;
  /** Of a pause. */
  reasons: PauseReason[];
}

/** Parts of one kind together; holidays and pauses by name and reason. */
export interface PartSum {
  kind: PartKind;
  note: DayNote | null;
  reasons: PauseReason[];
  ms: number;
}

/** A calendar day of a working-days term and why it counts or not. */
export interface CountedDay {
  /** Midnight that begins it, epoch ms. */
  day: number;
  /** Its end of office has passed and counts. */
  counts: boolean;
  why: 'counts' | 'first-day' | 'paused' | 'closed' | 'not-over';
  note: DayNote | null;
}

/** How a clock came to what it shows: renderer-independent. All spans ms. */
export interface ClockExplanation {
  clock: ClockView;
  term: Term | null;
  /** In order, without gap or overlap, from start to `until`. */
  parts: Part[];
  /** The same, gathered, in the order of their first appearance. */
  sums: PartSum[];
  /** until − startedAt = counted + paused + outside: to the millisecond. */
  elapsed: number;
  /** Time of the clock's measure since the start, pauses included: row one of the sum. */
  counted: number;
  /** Of that, paused. */
  paused: number;
  /** Elapsed time that is not of the clock's measure: nights, breaks, weekends, holidays. */
  outside: number;
  /** counted − paused. */
  used: number;
  available: number;
  /** available − used: what badge, popup, page and export show. */
  left: number;
  /** used ÷ available, for the bar; 0 when nothing is available. */
  share: number;
  /** Only for working days, from the day it started to the day of `until`. */
  days: CountedDay[];
}

/** Days that are listed one by one; a clock beyond that is told by its sums alone. */
const MAX_DAYS = 400;

/** Explains one clock as `clocksOf` gave it. The figures are its figures. */
export function explain(clock: ClockView, book: CalendarBook): ClockExplanation {
  const office = book.nearestTime(clock.calendarVersion, clock.schedule);
  const working = clock.term !== null && clock.term.kind !== 'clockHours';
  const raw = working ? officeParts(clock, office) : [part('running', clock.startedAt, clock.until)];
  const parts = splitAt(withPauses(raw, clock), clock.due);
  const total = (kinds: readonly PartKind[]) =>
    parts.reduce((sum, p) => (kinds.includes(p.kind) ? sum + p.to - p.from : sum), 0);
  const paused = total(['paused']);
  const running = total(['running']);
  return {
    clock,
    term: clock.term,
    parts,
    sums: sumsOf(parts),
    elapsed: clock.until - clock.startedAt,
    counted: running + paused,
    paused,
    outside: total(['break', 'closed', 'weekend', 'holiday']),
    used: clock.used,
    available: clock.available,
    left: clock.left,
    share: clock.available > 0 ? clock.used / clock.available : 0,
    days: clock.term?.kind === 'workingDays' ? daysOf(clock, office) : [],
  };
}

function part(kind: PartKind, from: number, to: number, note: DayNote | null = null): Part {
  return { kind, from, to, late: false, note, reasons: [] };
}

/** Office time, breaks, nights, weekends and holidays between start and until. */
function officeParts(clock: ClockView, office: OfficeTime): Part[] {
  const parts: Part[] = [];
  const add = (kind: PartKind, from: number, to: number, note: DayNote | null = null) => {
    const a = Math.max(from, clock.startedAt);
    const b = Math.min(to, clock.until);
    if (b <= a) return;
    const last = parts.at(-1);
    if (last && last.kind === kind && last.to === a && last.note?.name === note?.name) last.to = b;
    else parts.push(part(kind, a, b, note));
  };
  const lastDay = dayAt(clock.until, office.offset);
  for (let day = dayAt(clock.startedAt, office.offset); day <= lastDay; day += 1) {
    const midnight = startOfDay(day, office.offset);
    const { frames, note } = office.plan(day);
    if (frames.length === 0) {
      if (note?.kind === 'weekend') add('weekend', midnight, midnight + DAY);
      else add('holiday', midnight, midnight + DAY, note);
      continue;
    }
    let from = midnight;
    for (const [i, frame] of frames.entries()) {
      add(i === 0 ? 'closed' : 'break', from, midnight + frame.from * MINUTE);
      add('running', midnight + frame.from * MINUTE, midnight + frame.to * MINUTE);
      from = midnight + frame.to * MINUTE;
    }
    add('closed', from, midnight + DAY);
  }
  return parts;
}

/** Only time that would have counted can be paused: a pause over a weekend takes nothing from anyone. */
function withPauses(parts: readonly Part[], clock: ClockView): Part[] {
  const cut: Part[] = [];
  for (const whole of parts) {
    if (whole.kind !== 'running') {
      cut.push(whole);
      continue;
    }
    let from = whole.from;
    for (const pause of clock.pauses) {
      const a = Math.max(pause.from, from);
      const b = Math.min(pause.to, whole.to);
      if (b <= a) continue;
      if (a > from) cut.push({ ...whole, from, to: a });
      cut.push({ ...part('paused', a, b), reasons: pause.reasons });
      from = b;
    }
    if (from < whole.to) cut.push({ ...whole, from });
  }
  return cut.filter((p) => p.to > p.from);
}

function splitAt(parts: readonly Part[], due: number | null): Part[] {
  if (due === null) return [...parts];
  return parts.flatMap((p) => {
    if (p.to <= due) return [p];
    if (p.from >= due) return [{ ...p, late: true }];
    return [
      { ...p, to: due },
      { ...p, from: due, late: true },
    ];
  });
}

function sumsOf(parts: readonly Part[]): PartSum[] {
  const sums = new Map<string, PartSum>();
  for (const p of parts) {
    const key = `${p.kind}|${p.note?.kind ?? ''}|${p.note?.name ?? ''}|${p.reasons.join()}`;
    const sum = sums.get(key);
    if (sum) sum.ms += p.to - p.from;
    else sums.set(key, { kind: p.kind, note: p.note, reasons: p.reasons, ms: p.to - p.from });
  }
  return [...sums.values()];
}

function daysOf(clock: ClockView, office: OfficeTime): CountedDay[] {
  const first = dayAt(clock.startedAt, office.offset);
  const last = Math.min(dayAt(clock.until, office.offset), first + MAX_DAYS);
  const days: CountedDay[] = [];
  for (let day = first; day <= last; day += 1) {
    const end = office.endOf(day);
    const { note } = office.plan(day);
    const why = whyOf(end, day === first, clock, office, day);
    days.push({ day: startOfDay(day, office.offset), counts: why === 'counts', why, note });
  }
  return days;
}

function whyOf(
  end: number | null,
  isFirst: boolean,
  clock: ClockView,
  office: OfficeTime,
  day: number,
): CountedDay['why'] {
  if (end === null) return 'closed';
  if (isFirst) return 'first-day';
  if (!dayCounts(office, clock.pauses, clock.startedAt, day)) return 'paused';
  return end <= clock.until ? 'counts' : 'not-over';
}
