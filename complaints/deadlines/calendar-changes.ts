import type { Holiday, OfficeCalendar } from './calendar.ts';

/** One thing in which a calendar version differs from the one before it. */
export type CalendarChange =
  | { kind: 'zone'; from: string; to: string }
  | { kind: 'schedule'; what: 'added' | 'removed' | 'changed'; id: string; name: string }
  | { kind: 'complete'; year: number; complete: boolean }
  | { kind: 'holidays'; year: number; added: number; removed: number; changed: number }
  | { kind: 'ramadan' | 'special' };

/** What is different in `after`, in the order in which the page shows it; empty when nothing that counts is. */
export function calendarChanges(before: OfficeCalendar, after: OfficeCalendar): CalendarChange[] {
  return [
    ...(before.zone === after.zone ? [] : [{ kind: 'zone' as const, from: before.zone, to: after.zone }]),
    ...scheduleChanges(before, after),
    ...(same(before.ramadan, after.ramadan) ? [] : [{ kind: 'ramadan' as const }]),
    ...completeChanges(before, after),
    ...holidayChanges(before.holidays, after.holidays),
    ...(same(before.specialDays, after.specialDays) ? [] : [{ kind: 'special' as const }]),
  ];
}

function scheduleChanges(before: OfficeCalendar, after: OfficeCalendar): CalendarChange[] {
  const changes: CalendarChange[] = [];
  for (const schedule of after.schedules) {
    const old = before.schedules.find((each) => each.id === schedule.id);
    const what = !old ? 'added' : same(old, schedule) ? null : 'changed';
    if (what) changes.push({ kind: 'schedule', what, id: schedule.id, name: schedule.name ?? '' });
  }
  for (const old of before.schedules)
    if (!after.schedules.some((each) => each.id === old.id))
      changes.push({ kind: 'schedule', what: 'removed', id: old.id, name: old.name ?? '' });
  return changes;
}

function completeChanges(before: OfficeCalendar, after: OfficeCalendar): CalendarChange[] {
  const years = [...new Set([...before.completeYears, ...after.completeYears])].sort((a, b) => a - b);
  return years
    .filter((year) => before.completeYears.includes(year) !== after.completeYears.includes(year))
    .map((year) => ({ kind: 'complete', year, complete: after.completeYears.includes(year) }));
}

function holidayChanges(before: readonly Holiday[], after: readonly Holiday[]): CalendarChange[] {
  const key = (holiday: Holiday) => `${holiday.day} ${holiday.kind}`;
  const old = new Map(before.map((holiday) => [key(holiday), holiday]));
  const fresh = new Map(after.map((holiday) => [key(holiday), holiday]));
  const years = new Map<number, { added: number; removed: number; changed: number }>();
  const count = (holiday: Holiday, what: 'added' | 'removed' | 'changed') => {
    const year = Number(holiday.day.slice(0, 4));
    const sums = years.get(year) ?? { added: 0, removed: 0, changed: 0 };
    sums[what] += 1;
    years.set(year, sums);
  };
  for (const [id, holiday] of fresh) {
    const was = old.get(id);
    if (!was) count(holiday, 'added');
    else if (was.name !== holiday.name || was.source !== holiday.source) count(holiday, 'changed');
  }
  for (const [id, holiday] of old) if (!fresh.has(id)) count(holiday, 'removed');
  return [...years].sort(([a], [b]) => a - b).map(([year, sums]) => ({ kind: 'holidays', year, ...sums }));
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
