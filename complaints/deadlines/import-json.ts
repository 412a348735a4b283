import type { HolidayKind, OfficeCalendar } from './calendar.ts';
import { dayOfIso } from './day.ts';
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

const KINDS: Record<string, HolidayKind> = {
  libur: 'national',
  'libur nasional': 'national',
  nasional: 'national',
  national: 'national',
  'cuti bersama': 'joint',
  cuti: 'joint',
  joint: 'joint',
  'libur setempat': 'local',
  setempat: 'local',
  lokal: 'local',
  local: 'local',
};

/** Holidays from `[{ tanggal, nama, jenis }]`, or the same with `date`, `name`, `type`. */
export function previewJson(text: string, calendar: OfficeCalendar, source: string): ImportPreview {
  if (text.length > MAX_IMPORT) return emptyPreview('too-large');
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return emptyPreview('broken');
  }
  if (!Array.isArray(data)) return emptyPreview('broken');
  const lines = data.slice(0, MAX_ENTRIES).map((entry, i) => entryLine(i + 1, entry, source));
  return finishPreview(lines, data.length - lines.length, calendar);
}

function entryLine(line: number, entry: unknown, source: string): PreviewLine {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry))
    return unreadLine(line, typeof entry === 'string' ? entry : typeof entry, 'broken');
  const fields = entry as Record<string, unknown>;
  const field = (...names: string[]) => {
    const value = names.map((name) => (Object.hasOwn(fields, name) ? fields[name] : undefined)).find(isText);
    return typeof value === 'string' ? value : '';
  };
  const date = field('tanggal', 'date', 'day');
  const name = field('nama', 'name', 'keterangan');
  const word = field('jenis', 'type', 'kind').trim().toLowerCase();
  const raw = `${date} ${name} ${word}`;
  if (date === '') return unreadLine(line, raw, 'no-date');
  const day = dayOfIso(date.trim());
  if (day === null) return unreadLine(line, raw, 'not-a-day');
  const kind = Object.hasOwn(KINDS, word) ? KINDS[word] : undefined;
  if (word !== '' && kind === undefined) return unreadLine(line, raw, 'kind');
  return readLine({ line, raw, days: [day], name, kind: kind ?? kindOf(name) }, source);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
