import type { Holiday, HolidayKind, OfficeCalendar } from './calendar.ts';
import { dayOf, isoDay, weekday } from './day.ts';

/** Why an entry was not understood; a code for the message catalogue. */
export type Unread =
  | 'no-date'
  | 'not-a-day'
  | 'no-name'
  | 'year'
  | 'weekday-mismatch'
  | 'not-whole-day'
  | 'too-many-days'
  | 'repeats'
  | 'unknown-zone'
  | 'cancelled'
  | 'kind'
  | 'broken'
  | 'too-long'
  | 'heading';

/** Something worth seeing before an understood entry is taken. */
export type PreviewNote = 'known' | 'duplicate' | 'weekend' | 'uncertain' | 'moved-zone';

/** One entry of what was imported, as it will be listed for a tick. */
export interface PreviewLine {
  /** Line of the text, or number of the entry, from 1. */
  line: number;
  /** What stood there, shortened. */
  raw: string;
  days: Holiday[];
  /** Null when it was understood. */
  unread: Unread | null;
  notes: PreviewNote[];
}

/** What an importer read. Nothing of it is in the calendar until someone takes it. */
export interface ImportPreview {
  lines: PreviewLine[];
  /** Entries beyond the bound, which were not looked at. */
  skipped: number;
  /** Why there is nothing at all. */
  problem: 'too-large' | 'broken' | 'nothing' | null;
}

/** Bounds of an import: characters, and entries that are looked at. */
export const MAX_IMPORT = 5_000_000;
export const MAX_ENTRIES = 10_000;
export const MAX_DAYS_PER_ENTRY = 31;
const MAX_NAME = 120;
const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

export const emptyPreview = (problem: ImportPreview['problem']): ImportPreview => ({
  lines: [],
  skipped: 0,
  problem,
});

export function unreadLine(line: number, raw: string, unread: Unread): PreviewLine {
  return { line, raw: shorten(raw), days: [], unread, notes: [] };
}

/** An understood entry from day numbers, or the reason why it cannot be one. */
export function readLine(
  entry: { line: number; raw: string; days: readonly number[]; name: string; kind: HolidayKind | null },
  source: string,
): PreviewLine {
  const { line, raw, days } = entry;
  const name = cleanName(entry.name);
  if (days.length === 0) return unreadLine(line, raw, 'no-date');
  if (days.length > MAX_DAYS_PER_ENTRY) return unreadLine(line, raw, 'too-many-days');
  if (days.some((day) => !inYears(day))) return unreadLine(line, raw, 'year');
  if (name === '') return unreadLine(line, raw, 'no-name');
  const kind = entry.kind ?? kindOf(entry.name);
  return {
    line,
    raw: shorten(raw),
    days: days.map((day) => ({ day: isoDay(day), name, kind, source })),
    unread: null,
    notes: /belum pasti|perkiraan|tentative/i.test(entry.name) ? ['uncertain'] : [],
  };
}

/** Marks what is known, doubled, or on a day off anyway. */
export function finishPreview(
  lines: readonly PreviewLine[],
  skipped: number,
  calendar: OfficeCalendar,
): ImportPreview {
  if (lines.length === 0) return emptyPreview('nothing');
  const known = new Set(calendar.holidays.map((h) => `${h.day} ${h.kind}`));
  const seen = new Set<string>();
  const week = calendar.schedules[0]?.week ?? null;
  const finished = lines.map((line) => {
    const notes = [...line.notes];
    const add = (note: PreviewNote) => {
      if (!notes.includes(note)) notes.push(note);
    };
    for (const { day, kind } of line.days) {
      const key = `${day} ${kind}`;
      if (known.has(key)) add('known');
      if (seen.has(key)) add('duplicate');
      seen.add(key);
      if (week && (week[weekday(Date.parse(day) / 86_400_000)]?.length ?? 0) === 0) add('weekend');
    }
    return { ...line, notes };
  });
  return { lines: finished, skipped, problem: null };
}

/** Cuti bersama by its name; a local day must say so. */
export function kindOf(words: string): HolidayKind {
  if (/cuti\s+bersama|joint\s+(?:leave|holiday)/i.test(words)) return 'joint';
  return /\b(?:lokal|setempat|daerah|local)\b/i.test(words) ? 'local' : 'national';
}

export function inYears(day: number): boolean {
  return day >= (dayOf(FIRST_YEAR, 1, 1) ?? 0) && day <= (dayOf(LAST_YEAR, 12, 31) ?? 0);
}

/** One line of text without control characters and without the words that only say the kind. */
function cleanName(name: string): string {
  return (
    name
      // biome-ignore lint/suspicious/noControlCharactersInRegex: what must go are control characters.
      .replace(/[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069]+/g, ' ')
      .replace(/\s+/g, ' ')
      .replace(/^[\s:;,.\-–—|]+|[\s:;,\-–—|]+$/g, '')
      .slice(0, MAX_NAME)
      .trim()
  );
}

function shorten(raw: string): string {
  const line = raw.slice(0, 400).replace(/\s+/g, ' ').trim();
  return line.length > 160 ? `${line.slice(0, 159)}…` : line;
}
