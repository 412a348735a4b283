import type { OfficeCalendar } from './calendar.ts';
import { type OfficeTime, officeTime } from './office-time.ts';

/** Every calendar version this desk has, with their office time worked out when first asked for. */
export interface CalendarBook {
  /** The one used for new forwardings: the latest made. */
  current: OfficeCalendar;
  get(version: string): OfficeCalendar | null;
  /** Office time of a version and schedule; null when the desk has not got it. */
  time(version: string, schedule: string): OfficeTime | null;
  /** The same, with the current calendar or its first schedule in place of what this desk has not got. */
  nearestTime(version: string, schedule: string): OfficeTime;
}

/** @throws RangeError without any calendar. */
export function calendarBook(calendars: readonly OfficeCalendar[]): CalendarBook {
  const byVersion = new Map(calendars.map((calendar) => [calendar.version, calendar]));
  const [current] = [...calendars].sort(
    (a, b) => b.madeAt - a.madeAt || (a.version < b.version ? 1 : a.version > b.version ? -1 : 0),
  );
  if (!current) throw new RangeError('no calendar');
  const times = new Map<string, OfficeTime | null>();
  const time = (version: string, schedule: string): OfficeTime | null => {
    const key = `${version}\n${schedule}`;
    const known = times.get(key);
    if (known !== undefined) return known;
    const calendar = byVersion.get(version);
    const found =
      calendar?.schedules.some((s) => s.id === schedule) === true ? officeTime(calendar, schedule) : null;
    times.set(key, found);
    return found;
  };
  return {
    current,
    get: (version) => byVersion.get(version) ?? null,
    time,
    nearestTime(version, schedule) {
      const found =
        time(version, schedule) ??
        time(current.version, schedule) ??
        time(current.version, current.schedules[0]?.id ?? '');
      if (!found) throw new RangeError(`calendar ${current.version} has no schedule`);
      return found;
    },
  };
}
