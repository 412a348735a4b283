import type { Zone } from '../when.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Offsets from UTC in ms. Indonesia has no summer time, so one number per zone is the whole truth. */
export const ZONE_OFFSET: Record<Zone, number> = { WIB: 7 * HOUR, WITA: 8 * HOUR, WIT: 9 * HOUR };

/** Whole days since 1 January 1970 in a zone whose offset is given in ms. */
export function dayAt(ms: number, offset: number): number {
  return Math.floor((ms + offset) / DAY);
}

/** Epoch ms of midnight at the beginning of a day number. */
export function startOfDay(day: number, offset: number): number {
  return day * DAY - offset;
}

/** 0 = Sunday … 6 = Saturday. */
export function weekday(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

export function yearOf(day: number): number {
  return new Date(day * DAY).getUTCFullYear();
}

/** `2026-08-17` of a day number. */
export function isoDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** Day number of `2026-08-17`; null when it is no date of the years 1970…9999 (30 February, nonsense). */
export function dayOfIso(iso: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!match) return null;
  return dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Day number of year, month (1…12) and day of the month; null when there is no such day. */
export function dayOf(year: number, month: number, date: number): number | null {
  if (year < 1970 || year > 9999 || month < 1 || month > 12 || date < 1 || date > 31) return null;
  const ms = Date.UTC(year, month - 1, date);
  return new Date(ms).getUTCDate() === date ? ms / DAY : null;
}
