/** Indonesia's three zones have fixed offsets and no summer time. */
export type Zone = 'WIB' | 'WITA' | 'WIT';

const IANA: Record<Zone, string> = { WIB: 'Asia/Jakarta', WITA: 'Asia/Makassar', WIT: 'Asia/Jayapura' };
const HOURS: Record<Zone, number> = { WIB: 7, WITA: 8, WIT: 9 };
const DAY = 86_400_000;

export type WhenLocale = 'id' | 'en';
const TAG: Record<WhenLocale, string> = { id: 'id-ID', en: 'en-GB' };

function format(ms: number, zone: Zone, locale: WhenLocale, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(TAG[locale], { timeZone: IANA[zone], ...options }).format(ms);
}

/** `10.32` in Indonesian, `10:32` in English. */
export function clockTime(ms: number, zone: Zone, locale: WhenLocale = 'id'): string {
  return format(ms, zone, locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** `Senin, 3 Agustus 2026 pukul 10.32 WIB`. */
export function fullMoment(ms: number, zone: Zone, locale: WhenLocale = 'id'): string {
  const date = format(ms, zone, locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  return locale === 'id'
    ? `${date} pukul ${clockTime(ms, zone, locale)} ${zone}`
    : `${date}, ${clockTime(ms, zone, locale)} ${zone}`;
}

/** `3 Agt 2026 10.32 WIB`, for messages where room is short. */
export function shortMoment(ms: number, zone: Zone, locale: WhenLocale = 'id'): string {
  return `${format(ms, zone, locale, { day: 'numeric', month: 'short', year: 'numeric' })} ${clockTime(ms, zone, locale)} ${zone}`;
}

/** `10.32` today, `Sen 10.32` within six days, else `3 Agt`. */
export function nearMoment(ms: number, now: number, zone: Zone, locale: WhenLocale = 'id'): string {
  const days = Math.abs(dayNumber(ms, zone) - dayNumber(now, zone));
  if (days === 0) return clockTime(ms, zone, locale);
  if (days <= 6) return `${format(ms, zone, locale, { weekday: 'short' })} ${clockTime(ms, zone, locale)}`;
  return format(ms, zone, locale, { day: 'numeric', month: 'short' });
}

/** `Selasa 24 November`, the heading of a day in a timeline. */
export function dayHeading(ms: number, zone: Zone, locale: WhenLocale = 'id'): string {
  return format(ms, zone, locale, { weekday: 'long', day: 'numeric', month: 'long' }).replace(',', '');
}

/** Minutes east of UTC. */
export function zoneOffset(zone: Zone): number {
  return HOURS[zone] * 60;
}

/** Whole days since the epoch in the office's zone. */
export function dayNumber(ms: number, zone: Zone): number {
  return Math.floor((ms + HOURS[zone] * 3_600_000) / DAY);
}

/** Minutes since midnight in the office's zone. */
export function minuteOfDay(ms: number, zone: Zone): number {
  return Math.floor(((((ms + HOURS[zone] * 3_600_000) % DAY) + DAY) % DAY) / 60_000);
}
