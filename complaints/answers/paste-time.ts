/** Dates as chat programs write them. Which of two numbers is the day is decided once for a whole paste. */

/** The parts of a written moment, before it is decided which number is the day. */
export interface WrittenTime {
  /** First, second and third number of the date as they stand; a month by name is already in place. */
  date: [number, number, number];
  /** `year-first` and `named` leave no doubt; `numbers` may be day/month or month/day. */
  order: 'numbers' | 'day-first' | 'year-first';
  hour: number;
  minute: number;
  second: number;
  /** Written with AM or PM. */
  twelve: boolean;
}

export type DayOrder = 'day-first' | 'month-first';

const MONTHS: Record<string, number> = {};
for (const [index, names] of [
  'januari january jan',
  'februari february feb',
  'maret march mar',
  'april apr',
  'mei may',
  'juni june jun',
  'juli july jul',
  'agustus august agt agu aug',
  'september sep sept',
  'oktober october okt oct',
  'november nov nop',
  'desember december des dec',
].entries())
  for (const name of names.split(' ')) MONTHS[name] = index + 1;

const CLOCK = String.raw`(\d{1,2})[.:](\d{2})(?:[.:](\d{2}))?(?:\s?([ap])\.?\s?m\.?)?`;
const NUMBERS = String.raw`(\d{1,4})[/.\-](\d{1,2})[/.\-](\d{2,4})`;
const DAY_NAMED = String.raw`(\d{1,2})\s([a-z]{3,9})\.?,?\s(\d{4})`;
const MONTH_NAMED = String.raw`([a-z]{3,9})\.?\s(\d{1,2}),?\s(\d{4})`;
const JOIN = String.raw`,?\s(?:at\s|pukul\s)?`;
const WHOLE = [NUMBERS, DAY_NAMED, MONTH_NAMED].flatMap((date) => [
  { pattern: new RegExp(`^${date}${JOIN}${CLOCK}$`, 'i'), dateAt: 1, clockAt: 4 },
  { pattern: new RegExp(`^${CLOCK},?\\s${date}$`, 'i'), dateAt: 5, clockAt: 1 },
]);

/** A written moment, or null when the text is none. Spaces of all kinds are equal. */
export function readTime(text: string): WrittenTime | null {
  if (text.length > 40) return null;
  const plain = text
    .replace(/[\u200e\u200f\u202a-\u202e]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  for (const { pattern, dateAt, clockAt } of WHOLE) {
    const match = pattern.exec(plain);
    if (!match) continue;
    const part = (at: number) => match[at] ?? '';
    const date = readDate([part(dateAt), part(dateAt + 1), part(dateAt + 2)]);
    const clock = readClock(part(clockAt), part(clockAt + 1), part(clockAt + 2), part(clockAt + 3));
    return date && clock ? { ...date, ...clock } : null;
  }
  return null;
}

function readDate([a, b, c]: [string, string, string]): Pick<WrittenTime, 'date' | 'order'> | null {
  const year = (text: string) => (text.length <= 2 ? 2000 + Number(text) : Number(text));
  if (/^[a-z]/i.test(a)) {
    const month = MONTHS[a.toLowerCase()];
    return month ? { date: [Number(b), month, year(c)], order: 'day-first' } : null;
  }
  if (/^[a-z]/i.test(b)) {
    const month = MONTHS[b.toLowerCase()];
    return month ? { date: [Number(a), month, year(c)], order: 'day-first' } : null;
  }
  if (a.length > 2) return { date: [Number(a), Number(b), Number(c)], order: 'year-first' };
  return { date: [Number(a), Number(b), year(c)], order: 'numbers' };
}

function readClock(
  hours: string,
  minutes: string,
  seconds: string,
  half: string,
): Pick<WrittenTime, 'hour' | 'minute' | 'second' | 'twelve'> | null {
  let hour = Number(hours);
  const [minute, second] = [Number(minutes), Number(seconds || 0)];
  if (minute > 59 || second > 59) return null;
  if (half) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  } else if (hour > 23) return null;
  return { hour, minute, second, twelve: half !== '' };
}

/** Epoch ms of a written moment at a fixed offset from UTC in minutes; null when there is no such day. */
export function momentOf(time: WrittenTime, order: DayOrder, offsetMinutes: number): number | null {
  const [a, b, c] = time.date;
  const [year, month, day] =
    time.order === 'year-first'
      ? [a, b, c]
      : time.order === 'day-first' || order === 'day-first'
        ? [c, b, a]
        : [c, a, b];
  const ms = Date.UTC(year, month - 1, day, time.hour, time.minute, time.second);
  const back = new Date(ms);
  if (back.getUTCMonth() !== month - 1 || back.getUTCDate() !== day || year < 2000 || year > 2100)
    return null;
  return ms - offsetMinutes * 60_000;
}

export interface DecidedOrder {
  order: DayOrder;
  /** True when both readings of at least one date are possible and nothing in the paste decides. */
  doubtful: boolean;
}

/**
 * Day first or month first, for one paste: a number above twelve decides; then a reading that would lie in the
 * future is ruled out; then the manner of writing (AM and PM: month first; else day first, as in Indonesia).
 * @param now Epoch ms.
 */
export function decideOrder(times: readonly WrittenTime[], now: number, offsetMinutes: number): DecidedOrder {
  const open = times.filter((time) => time.order === 'numbers');
  const possible = (['day-first', 'month-first'] as const).filter((order) =>
    open.every((time) => momentOf(time, order, offsetMinutes) !== null),
  );
  const past = possible.filter((order) =>
    open.every((time) => (momentOf(time, order, offsetMinutes) ?? 0) <= now + 120_000),
  );
  const likely = open.some((time) => time.twelve) ? 'month-first' : 'day-first';
  const left = past.length > 0 ? past : possible;
  const order = left.length === 1 ? (left[0] as DayOrder) : likely;
  const differs = open.some((time) => time.date[0] !== time.date[1]);
  return { order, doubtful: left.length === 2 && differs };
}
