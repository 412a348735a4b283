import type { HolidayKind } from '../../complaints/deadlines/calendar.ts';
import type { CalendarChange } from '../../complaints/deadlines/calendar-changes.ts';
import { dayOfIso, weekday } from '../../complaints/deadlines/day.ts';
import { locale, m } from '../../i18n/index.ts';

const SCHEDULE = new Map([
  ['office', m.cal_schedule_office],
  ['six-days', m.cal_schedule_six],
  ['always', m.cal_schedule_always],
]);

/** Name of a schedule: the office's own, or the built-in one's. */
export const scheduleWord = (schedule: { id: string; name?: string }): string =>
  schedule.name || (SCHEDULE.get(schedule.id)?.() ?? m.cal_schedule_own());

const KIND: Record<HolidayKind, () => string> = {
  national: m.cal_kind_national,
  joint: m.cal_kind_joint,
  local: m.cal_kind_local,
};
export const holidayKindWord = (kind: HolidayKind): string => KIND[kind]();

const tag = () => (locale() === 'id' ? 'id-ID' : 'en-GB');

/** *Senin*, of 0 = Sunday … 6. */
export function weekdayWord(day: number): string {
  // 4 January 1970 was a Sunday.
  return new Intl.DateTimeFormat(tag(), { weekday: 'long', timeZone: 'UTC' }).format((3 + day) * 86_400_000);
}

/** `Rab 10 Mar 2027` of `2027-03-10`. */
export function dayWord(iso: string): string {
  const day = dayOfIso(iso);
  if (day === null) return iso;
  return new Intl.DateTimeFormat(tag(), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
    .format(day * 86_400_000)
    .replace(',', '');
}

/** Whether an office of five days is closed on that day anyway. */
export function isWeekend(iso: string): boolean {
  const day = dayOfIso(iso);
  return day !== null && [0, 6].includes(weekday(day));
}

/** `37,5 jam`, `32 jam 50 menit`: hours a week as the rule writes them. */
export function hoursWord(minutes: number): string {
  if (minutes % 15 === 0)
    return m.cal_hours({
      n: new Intl.NumberFormat(tag(), { maximumFractionDigits: 2 }).format(minutes / 60),
    });
  return m.cal_hours_minutes({ h: Math.floor(minutes / 60), min: minutes % 60 });
}

/** What a version changed, as short lines. */
export function changeWord(change: CalendarChange): string {
  switch (change.kind) {
    case 'zone':
      return m.cal_change_zone({ from: change.from, to: change.to });
    case 'schedule': {
      const name = scheduleWord(change);
      if (change.what === 'added') return m.cal_change_schedule_added({ name });
      return change.what === 'removed'
        ? m.cal_change_schedule_removed({ name })
        : m.cal_change_schedule({ name });
    }
    case 'complete':
      return change.complete
        ? m.cal_change_complete({ year: change.year })
        : m.cal_change_incomplete({ year: change.year });
    case 'holidays': {
      const parts = [
        ...(change.added > 0 ? [m.cal_change_added({ n: change.added })] : []),
        ...(change.removed > 0 ? [m.cal_change_removed({ n: change.removed })] : []),
        ...(change.changed > 0 ? [m.cal_change_renamed({ n: change.changed })] : []),
      ];
      return m.cal_change_holidays({ year: change.year, what: parts.join(', ') });
    }
    case 'ramadan':
      return m.cal_change_ramadan();
    case 'special':
      return m.cal_change_special();
  }
}
