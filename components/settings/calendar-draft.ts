import { uuidv7 } from 'uuidv7';
import type { Holiday, OfficeCalendar } from '../../complaints/deadlines/calendar.ts';
import { type CalendarProblem, checkCalendar } from '../../complaints/deadlines/check-calendar.ts';
import { dayAt, isoDay, ZONE_OFFSET } from '../../complaints/deadlines/day.ts';
import { DEFAULT_SCHEDULES, type Frame, type Week } from '../../complaints/deadlines/frames.ts';
import type { Zone } from '../../complaints/when.ts';
import { locale, m } from '../../i18n/index.ts';
import { calendarProblemText } from '../clock-problems.ts';
import { readDate } from '../typed-moment.ts';
import { scheduleWord } from './calendar-words.ts';
import { minutesOfFrame, timeOfMinutes } from './clock-draft.ts';

/** A frame as it is typed. */
export interface FrameDraft {
  key: string;
  from: string;
  to: string;
}

/** Seven days, Sunday first. */
export type WeekDraft = readonly (readonly FrameDraft[])[];

export interface ScheduleDraft {
  id: string;
  /** Of the office's own; empty for a built-in name. */
  name: string;
  always: boolean;
  week: WeekDraft;
  ramadan: WeekDraft | null;
}

export interface RangeDraft {
  key: string;
  from: string;
  to: string;
  source: string;
}

export interface SpecialDraft {
  key: string;
  day: string;
  name: string;
  frames: readonly FrameDraft[];
}

/** The calendar as it is edited; holidays are taken in whole, so they need no typing of their own. */
export interface CalendarDraft {
  zone: Zone;
  schedules: readonly ScheduleDraft[];
  ramadan: readonly RangeDraft[];
  holidays: readonly Holiday[];
  specialDays: readonly SpecialDraft[];
  completeYears: readonly number[];
  /** Schedule by agency id. */
  agencySchedules: Readonly<Record<string, string>>;
}

/** Sentences by the place of what is wrong, as `weekPlace` and the like name it. */
export type CalendarProblems = Record<string, string>;

/** Whether the office made this schedule itself. */
export const isOwnSchedule = (id: string): boolean =>
  !DEFAULT_SCHEDULES.some((schedule) => schedule.id === id);

export const weekPlace = (id: string, ramadan: boolean) => (ramadan ? `${id}/ramadan` : id);
export const dayPlace = (week: string, weekday: number) => `${week}#${weekday}`;

/** Whether a problem's place lies in a schedule: its week, one of its days, its name. */
export const isPlaceOf = (place: string, scheduleId: string): boolean =>
  place === scheduleId || ['/', '#', '.'].some((sign) => place.startsWith(`${scheduleId}${sign}`));

/** `2026-11-24` → `24/11/2026`, as one types it. */
export const typedOfIso = (iso: string): string => iso.split('-').reverse().join('/');

/** What was typed → `2026-11-24`; null where the calendar has no such day. */
export function isoOfTyped(text: string): string | null {
  const ms = readDate(text, 'WIB');
  return ms === null ? null : isoDay(dayAt(ms, ZONE_OFFSET.WIB));
}

export function draftFrames(frames: readonly Frame[]): FrameDraft[] {
  return frames.map(({ from, to }) => ({
    key: uuidv7(),
    from: timeOfMinutes(from, locale()),
    to: timeOfMinutes(to, locale()),
  }));
}

export const draftWeek = (week: Week): WeekDraft => week.map(draftFrames);
export const EMPTY_WEEK: WeekDraft = [[], [], [], [], [], [], []];

/** The calendar as its fields show it. */
export function draftOfCalendar(
  calendar: OfficeCalendar,
  agencySchedules: Readonly<Record<string, string>>,
): CalendarDraft {
  return {
    zone: calendar.zone,
    schedules: calendar.schedules.map((schedule) => ({
      id: schedule.id,
      name: schedule.name ?? '',
      always: schedule.week === null,
      week: schedule.week ? draftWeek(schedule.week) : EMPTY_WEEK,
      ramadan: schedule.ramadan ? draftWeek(schedule.ramadan) : null,
    })),
    ramadan: calendar.ramadan.map((range) => ({
      key: uuidv7(),
      from: typedOfIso(range.from),
      to: typedOfIso(range.to),
      source: range.source,
    })),
    holidays: calendar.holidays,
    specialDays: calendar.specialDays.map((special) => ({
      key: uuidv7(),
      day: typedOfIso(special.day),
      name: special.name,
      frames: draftFrames(special.frames),
    })),
    completeYears: calendar.completeYears,
    agencySchedules,
  };
}

/** Minutes of office time that can be read in a week so far. */
export function draftMinutes(week: WeekDraft): number {
  return week.flat().reduce((sum, draft) => {
    const from = minutesOfFrame(draft.from);
    const to = minutesOfFrame(draft.to);
    return from === null || to === null || to <= from ? sum : sum + to - from;
  }, 0);
}

/** The calendar that the draft means, under a new version; or every reason why it cannot be one, by place. */
export function calendarOfDraft(
  draft: CalendarDraft,
  made: { version: string; madeAt: number; note: string },
): { calendar: OfficeCalendar } | { problems: CalendarProblems } {
  const problems: CalendarProblems = {};
  const note = (place: string, sentence: string) => {
    problems[place] ??= sentence;
  };
  const frames = (drafts: readonly FrameDraft[], place: string): Frame[] =>
    drafts.map(({ from, to }) => {
      const frame = { from: minutesOfFrame(from), to: minutesOfFrame(to) };
      if (frame.from === null || frame.to === null) note(place, m.cal_bad_time());
      return { from: frame.from ?? 0, to: frame.to ?? 0 };
    });
  const week = (drafts: WeekDraft, place: string): Week =>
    drafts.map((day, weekday) => frames(day, dayPlace(place, weekday)));
  const day = (typed: string, place: string): string => {
    const iso = isoOfTyped(typed);
    if (iso === null) note(place, m.set_date_wrong());
    return iso ?? '';
  };
  const calendar: OfficeCalendar = {
    ...made,
    zone: draft.zone,
    schedules: draft.schedules.map((schedule) => ({
      id: schedule.id,
      ...(schedule.name.trim() === '' ? {} : { name: schedule.name.trim() }),
      week: schedule.always ? null : week(schedule.week, weekPlace(schedule.id, false)),
      ramadan:
        schedule.always || schedule.ramadan === null
          ? null
          : week(schedule.ramadan, weekPlace(schedule.id, true)),
    })),
    ramadan: draft.ramadan.map((range) => ({
      from: day(range.from, `${range.key}.from`),
      to: day(range.to, `${range.key}.to`),
      source: range.source.trim(),
    })),
    holidays: [...draft.holidays].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)),
    specialDays: draft.specialDays.map((special) => ({
      day: day(special.day, `${special.key}.day`),
      name: special.name.trim(),
      frames: frames(special.frames, `${special.key}.frames`),
    })),
    completeYears: draft.completeYears,
  };
  const names = new Set<string>();
  for (const schedule of draft.schedules) {
    const name = scheduleWord({ ...schedule, name: schedule.name.trim() }).toLowerCase();
    if (isOwnSchedule(schedule.id)) {
      if (schedule.name.trim() === '') note(`${schedule.id}.name`, m.cal_bad_schedule_name());
      else if (names.has(name)) note(`${schedule.id}.name`, m.cal_bad_schedule_name_twice());
    }
    names.add(name);
  }
  const days = new Set<string>();
  for (const [at, special] of draft.specialDays.entries()) {
    if (special.name.trim() === '') note(`${special.key}.name`, m.cal_bad_special_name());
    const iso = calendar.specialDays[at]?.day ?? '';
    if (iso !== '' && days.has(iso)) note(`${special.key}.day`, m.cal_bad_special_twice());
    days.add(iso);
  }
  for (const problem of checkCalendar(calendar)) {
    const place = placeOf(problem, draft, calendar);
    if (place !== null) note(place, calendarProblemText(problem));
  }
  return Object.keys(problems).length > 0 ? { problems } : { calendar };
}

/** Where a problem of the calendar shows; null where a better sentence stands there already. */
function placeOf(problem: CalendarProblem, draft: CalendarDraft, calendar: OfficeCalendar): string | null {
  const { where } = problem;
  if ('weekday' in problem && problem.weekday !== null) return dayPlace(where, problem.weekday);
  const special = calendar.specialDays.findIndex((each) => each.day === where);
  if (where === '' || where.startsWith('…')) return null;
  if (special >= 0) return `${draft.specialDays[special]?.key}.frames`;
  const range = calendar.ramadan.findIndex((each) => `${each.from}…${each.to}` === where);
  if (range >= 0) return problem.code === 'day-invalid' ? null : `${draft.ramadan[range]?.key}.to`;
  return where;
}
