import { clockTime, type Zone } from '../complaints/when.ts';
import { locale } from '../i18n/index.ts';
import { fromLocalInput, toLocalInput } from './format.ts';
import { minutesOfTime, timeOfMinutes } from './settings/clock-draft.ts';

/** A date and a time of day as they are typed: `24/11/2026` and `13.05`. */
export interface TypedMoment {
  date: string;
  time: string;
}

/** Epoch ms → what one would type for it in the office's zone. */
export function typedMoment(ms: number, zone: Zone): TypedMoment {
  return { date: typedDate(ms, zone), time: clockTime(ms, zone, locale()) };
}

/** Epoch ms → its day in the office's zone as one would type it: day first, whatever the browser's language. */
export function typedDate(ms: number, zone: Zone): string {
  return toLocalInput(ms, zone).slice(0, 10).split('-').reverse().join('/');
}

/** What was typed → epoch ms; null when it is not a moment of the calendar. Whether it may lie ahead is the caller's. */
export function readMoment({ date, time }: TypedMoment, zone: Zone): number | null {
  const day = isoDay(date);
  const minutes = minutesOfTime(fourDigits(time));
  if (day === null || minutes === null) return null;
  return fromLocalInput(`${day}T${timeOfMinutes(minutes, 'en')}`, zone);
}

/** A typed date → the beginning of that day in the office's zone, epoch ms; null when there is no such day. */
export function readDate(date: string, zone: Zone): number | null {
  const day = isoDay(date);
  return day === null ? null : fromLocalInput(`${day}T00:00`, zone);
}

/** `1305` is typed where the keyboard has no dot. */
function fourDigits(time: string): string {
  return time.trim().replace(/^(\d\d)(\d\d)$/, '$1.$2');
}

/**
 * `24/11/2026`, `24-11-26`, `24.11.2026`, `24 11 2026`, and the year first as `2026-11-24`, → `2026-11-24`; the
 * day always before the month. Null where the calendar has no such day.
 */
function isoDay(text: string): string | null {
  const [a = '', b = '', c = '', more] = text.trim().split(/\s*[/.\-\s]\s*/);
  if (more !== undefined || ![a, b, c].every((part) => /^\d+$/.test(part))) return null;
  const [year, month, day] = a.length === 4 ? [a, b, c] : [c, b, a];
  if ((year.length !== 2 && year.length !== 4) || month.length > 2 || day.length > 2) return null;
  const iso = [year.padStart(4, '20'), month.padStart(2, '0'), day.padStart(2, '0')].join('-');
  // An impossible day would roll over into the next month.
  const ms = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(iso) ? iso : null;
}
