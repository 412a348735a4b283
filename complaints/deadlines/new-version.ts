import type { Holiday, OfficeCalendar } from './calendar.ts';
import { type CalendarProblem, checkCalendar } from './check-calendar.ts';

export interface Decree {
  /** What was ticked in the preview. */
  take: readonly Holiday[];
  /** Years that the decree covers: their national holidays and cuti bersama are replaced, their warning ends. */
  years: readonly number[];
  /** Name of the new version; must be new on this desk. */
  version: string;
  /** Epoch ms. */
  madeAt: number;
  note: string;
}

/**
 * A new calendar version with a decree in it. Local holidays stay; the old version is not touched, and clocks
 * that were frozen with it keep it.
 */
export function withDecree(
  calendar: OfficeCalendar,
  decree: Decree,
): { calendar: OfficeCalendar } | { problems: CalendarProblem[] } {
  const replaced = (holiday: Holiday) =>
    holiday.kind !== 'local' && decree.years.includes(Number(holiday.day.slice(0, 4)));
  const byKey = new Map<string, Holiday>();
  for (const holiday of [...calendar.holidays.filter((h) => !replaced(h)), ...decree.take])
    byKey.set(`${holiday.day} ${holiday.kind}`, holiday);
  const next: OfficeCalendar = {
    ...calendar,
    version: decree.version,
    madeAt: decree.madeAt,
    note: decree.note,
    holidays: [...byKey.values()].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)),
    completeYears: [...new Set([...calendar.completeYears, ...decree.years])].sort((a, b) => a - b),
  };
  const problems = checkCalendar(next);
  if (decree.version === calendar.version) problems.push({ code: 'version-known', where: 'version' });
  return problems.length > 0 ? { problems } : { calendar: next };
}
