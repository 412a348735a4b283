import type { Holiday, OfficeCalendar } from '../../complaints/deadlines/calendar.ts';
import { previewIcs } from '../../complaints/deadlines/import-ics.ts';
import { previewJson } from '../../complaints/deadlines/import-json.ts';
import { previewLines } from '../../complaints/deadlines/import-lines.ts';
import type { ImportPreview, PreviewLine } from '../../complaints/deadlines/import-preview.ts';

/** A text of any of the three kinds: .ics, JSON, or lines. Nothing of it is taken over. */
export function previewAny(text: string, calendar: OfficeCalendar, source: string): ImportPreview {
  const start = text.slice(0, 2_000).trimStart();
  if (/^BEGIN:V(?:CALENDAR|EVENT)/im.test(start)) return previewIcs(text, calendar, source);
  return start.startsWith('[') || start.startsWith('{')
    ? previewJson(text, calendar, source)
    : previewLines(text, calendar, source);
}

/** Years of whole decrees: those with national holidays in what was ticked. */
export function decreeYears(take: readonly Holiday[]): number[] {
  return [
    ...new Set(take.filter((day) => day.kind !== 'local').map((day) => Number(day.day.slice(0, 4)))),
  ].sort((a, b) => a - b);
}

/** What stands in the calendar on the days of a line, of the same kind, and would be replaced by it. */
export function replacedBy(line: PreviewLine, holidays: ReadonlyMap<string, Holiday>): Holiday[] {
  return line.days.flatMap((day) => {
    const old = holidays.get(`${day.day} ${day.kind}`);
    return old ? [old] : [];
  });
}

/** What a whole decree for these years would take out of the calendar without putting it back. */
export function droppedBy(
  take: readonly Holiday[],
  years: readonly number[],
  holidays: readonly Holiday[],
): Holiday[] {
  const kept = new Set(take.map((day) => `${day.day} ${day.kind}`));
  return holidays.filter(
    (old) =>
      old.kind !== 'local' &&
      years.includes(Number(old.day.slice(0, 4))) &&
      !kept.has(`${old.day} ${old.kind}`),
  );
}
