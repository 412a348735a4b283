import type { HolidayKind, OfficeCalendar } from './calendar.ts';
import { dayOf, weekday } from './day.ts';
import {
  emptyPreview,
  finishPreview,
  type ImportPreview,
  kindOf,
  MAX_ENTRIES,
  MAX_IMPORT,
  type PreviewLine,
  readLine,
  unreadLine,
} from './import-preview.ts';

const MONTHS: Record<string, number> = {
  jan: 1,
  feb: 2,
  peb: 2,
  mar: 3,
  apr: 4,
  mei: 5,
  may: 5,
  jun: 6,
  jul: 7,
  agu: 8,
  agt: 8,
  ags: 8,
  aug: 8,
  sep: 9,
  okt: 10,
  oct: 10,
  nov: 11,
  nop: 11,
  des: 12,
  dec: 12,
};
const WEEKDAYS: Record<string, number> = {
  minggu: 0,
  ahad: 0,
  senin: 1,
  selasa: 2,
  rabu: 3,
  kamis: 4,
  jumat: 5,
  "jum'at": 5,
  sabtu: 6,
};
const MAX_LINE = 300;
const WEEKDAY = /\b(minggu|ahad|senin|selasa|rabu|kamis|jumat|jum'at|sabtu)\b(?!\s+agung)/i;
const ISO = /\b(\d{4})-(\d{1,2})-(\d{1,2})\b/;
const NUMERIC = /\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b/;
/** `10 Maret 2027`, `10-11 Maret 2027`, `8, 9 dan 10 Maret 2027`. */
const NAMED =
  /\b(\d{1,2}(?:\s{0,2}(?:-|–|,|&|dan|s\.d\.|s\/d|sampai)\s{0,2}\d{1,2}){0,10})\s{1,3}([a-z]{3,9})\.?\s{1,3}(\d{4})\b/i;

/**
 * Holidays from pasted lines: `2027-03-10 Idulfitri`, `10/03/2027 …`, `Rabu, 10–11 Maret 2027: Idulfitri`.
 * A line without a date that says *cuti bersama* or *libur nasional* is the heading of those below it.
 * Time is linear in the text, and long lines are not read.
 */
export function previewLines(text: string, calendar: OfficeCalendar, source: string): ImportPreview {
  if (text.length > MAX_IMPORT) return emptyPreview('too-large');
  const lines: PreviewLine[] = [];
  let skipped = 0;
  let heading: HolidayKind | null = null;
  for (const [i, raw] of text.split(/\r\n?|\n/).entries()) {
    if (raw.trim() === '') continue;
    if (lines.length >= MAX_ENTRIES) {
      skipped += 1;
      continue;
    }
    if (raw.length > MAX_LINE) {
      lines.push(unreadLine(i + 1, raw, 'too-long'));
      continue;
    }
    const found = findDates(raw);
    if (found === null) {
      if (/cuti\s+bersama|libur\s+(?:nasional|setempat|daerah)|hari\s+libur/i.test(raw)) {
        heading = kindOf(raw);
        lines.push(unreadLine(i + 1, raw, 'heading'));
      } else lines.push(unreadLine(i + 1, raw, 'no-date'));
      continue;
    }
    lines.push(lineOf(i + 1, raw, found, heading, source));
  }
  return finishPreview(lines, skipped, calendar);
}

interface Found {
  days: (number | null)[];
  rest: string;
}

function lineOf(
  line: number,
  raw: string,
  found: Found,
  heading: HolidayKind | null,
  source: string,
): PreviewLine {
  const days = found.days.filter((day) => day !== null);
  if (days.length < found.days.length) return unreadLine(line, raw, 'not-a-day');
  const named = WEEKDAY.exec(raw)?.[1]?.toLowerCase();
  const first = days[0];
  if (named !== undefined && first !== undefined && WEEKDAYS[named] !== weekday(first))
    return unreadLine(line, raw, 'weekday-mismatch');
  const kind = kindOf(found.rest);
  const name = found.rest
    .replace(new RegExp(WEEKDAY, 'gi'), ' ')
    .replace(/^\s*\d{1,3}[.)]\s+/, '')
    .replace(/[()]/g, ' ');
  return readLine({ line, raw, days, name, kind: kind === 'national' ? heading : kind }, source);
}

/** The first date of a line, of several days perhaps, and the line without it; null when there is none. */
function findDates(raw: string): Found | null {
  const iso = ISO.exec(raw);
  if (iso) return { days: [dayOf(+(iso[1] ?? 0), +(iso[2] ?? 0), +(iso[3] ?? 0))], rest: without(raw, iso) };
  const numeric = NUMERIC.exec(raw);
  if (numeric)
    return {
      days: [dayOf(+(numeric[3] ?? 0), +(numeric[2] ?? 0), +(numeric[1] ?? 0))],
      rest: without(raw, numeric),
    };
  const named = NAMED.exec(raw);
  const month = named ? MONTHS[(named[2] ?? '').slice(0, 3).toLowerCase()] : undefined;
  if (!named || month === undefined) return null;
  const year = Number(named[3]);
  const days = datesOf(named[1] ?? '').map((date) => dayOf(year, month, date));
  return { days, rest: without(raw, named) };
}

/** `10-12` is three days, `10, 12` two. */
function datesOf(words: string): number[] {
  const dates: number[] = [];
  let range = false;
  for (const [token] of words.matchAll(/\d{1,2}|-|–|s\.d\.|s\/d|sampai/g)) {
    const date = Number(token);
    if (Number.isNaN(date)) range = true;
    else {
      const last = dates.at(-1);
      if (range && last !== undefined) for (let d = last + 1; d < date; d += 1) dates.push(d);
      dates.push(date);
      range = false;
    }
  }
  return dates;
}

function without(raw: string, match: RegExpExecArray): string {
  return `${raw.slice(0, match.index)} ${raw.slice(match.index + match[0].length)}`;
}
