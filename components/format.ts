import type { Complaint } from '../complaints/complaint.ts';
import { durationParts } from '../complaints/duration.ts';
import { numberLabel as label } from '../complaints/number.ts';
import { clockTime, dayNumber, nearMoment, type Zone } from '../complaints/when.ts';
import { locale, m } from '../i18n/index.ts';

/** `2 hr 4 j`, `3 j 05 m`, `24 m`: at most two units, minutes in two digits after hours so that columns line up. */
export function durationShort(ms: number): string {
  const { d, h, m: minutes } = durationParts(ms);
  if (d > 0) return m.duration_days_hours({ d, h });
  if (h > 0) return m.duration_hours_minutes({ h, m: String(minutes).padStart(2, '0') });
  return m.duration_minutes({ m: minutes });
}

/** The same spelled out, for screen readers and sentences: `2 hari 4 jam`. */
export function durationLong(ms: number): string {
  const { d, h, m: minutes } = durationParts(ms);
  if (d > 0) return h === 0 ? m.ui_term_days({ n: d }) : m.duration_long_days_hours({ d, h });
  if (h > 0)
    return minutes === 0 ? m.ui_term_hours({ n: h }) : m.duration_long_hours_minutes({ h, m: minutes });
  return m.duration_long_minutes({ m: minutes });
}

/** `sisa 3 j 50 m` or `lewat 2 hr 4 j`, seen from `now` (epoch ms). */
export function timeAgainst(dueAt: number, now: number): string {
  const duration = durationShort(dueAt - now);
  return now > dueAt ? m.time_over({ duration }) : m.time_left({ duration });
}

/** `Lewat tenggat 2 jam 10 menit`, `Sisa 3 jam 50 menit sebelum tenggat`. */
export function timeAgainstSpoken(dueAt: number, now: number): string {
  const duration = durationLong(dueAt - now);
  return now > dueAt ? m.age_overdue({ duration }) : m.age_left({ duration });
}

/** A whole term: `24 jam`, `2 jam`, `3 hari`, `90 menit`. */
export function termLabel(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes % 1_440 === 0 && minutes > 1_440) return m.ui_term_days({ n: minutes / 1_440 });
  if (minutes % 60 === 0) return m.ui_term_hours({ n: minutes / 60 });
  return m.ui_term_minutes({ n: minutes });
}

/** `hari ini 09.12 WIB`, `kemarin 19.40 WIB`, else `Sen 19.40 WIB` or a date. */
export function sourceMoment(ms: number, now: number, zone: Zone): string {
  const days = dayNumber(now, zone) - dayNumber(ms, zone);
  const time = `${clockTime(ms, zone, locale())} ${zone}`;
  if (days === 0) return m.ui_today_at({ time });
  if (days === 1) return m.ui_yesterday_at({ time });
  return days > 0 && days <= 6
    ? `${nearMoment(ms, now, zone, locale())} ${zone}`
    : nearMoment(ms, now, zone, locale());
}

/** The number a complaint goes by: its first, or its id's tail when it has none (an imported fragment). */
export function complaintNumber(complaint: Complaint): string {
  const first = complaint.numbers[0];
  return first ? label(first) : complaint.id.slice(-8);
}

const HOURS: Record<Zone, number> = { WIB: 7, WITA: 8, WIT: 9 };

/** Epoch ms → `2026-11-24T13:05` in the office's zone. */
export function toLocalInput(ms: number, zone: Zone): string {
  return new Date(ms + HOURS[zone] * 3_600_000).toISOString().slice(0, 16);
}

/** `2026-11-24T13:05` in the office's zone → epoch ms; null when it is not a moment. */
export function fromLocalInput(value: string, zone: Zone): number | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(value)) return null;
  const ms = Date.parse(`${value.slice(0, 16)}:00Z`);
  return Number.isNaN(ms) ? null : ms - HOURS[zone] * 3_600_000;
}
