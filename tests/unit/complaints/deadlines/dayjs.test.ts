import dayjs from 'dayjs';
import businessTime from 'dayjs-business-time';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { builtInCalendar } from '../../../../complaints/deadlines/calendar.ts';
import { MINUTE, ZONE_OFFSET } from '../../../../complaints/deadlines/day.ts';
import { OFFICE_WEEK } from '../../../../complaints/deadlines/frames.ts';
import { officeTime } from '../../../../complaints/deadlines/office-time.ts';
import { dueTime } from '../../../../complaints/deadlines/term.ts';
import { at } from './log.ts';

/**
 * Where dayjs-business-time can say the same: office time without Ramadan. It knows one zone, the process's, so
 * it is given wall time of WIB as if it were local.
 */
const calendar = { ...builtInCalendar('WIB'), ramadan: [] };
const office = officeTime(calendar, 'office');
const RUNS = Number(process.env.CLOCK_RUNS ?? 500);
const pad = (n: number) => String(n).padStart(2, '0');
const clock = (minute: number) => `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}:00`;

beforeAll(() => {
  dayjs.extend(businessTime);
  dayjs.setHolidays(calendar.holidays.map((h) => h.day));
  const segments = (i: number) => {
    const frames = OFFICE_WEEK[i] ?? [];
    return frames.length === 0
      ? null
      : frames.map(({ from, to }) => ({ start: clock(from), end: clock(to) }));
  };
  dayjs.setBusinessTime({
    sunday: segments(0),
    monday: segments(1),
    tuesday: segments(2),
    wednesday: segments(3),
    thursday: segments(4),
    friday: segments(5),
    saturday: segments(6),
  });
});

const wall = (ms: number) => dayjs(new Date(ms + ZONE_OFFSET.WIB).toISOString().slice(0, 19));
const back = (d: dayjs.Dayjs) => Date.parse(`${d.format('YYYY-MM-DDTHH:mm:ss')}Z`) - ZONE_OFFSET.WIB;

const FROM = at('2024-01-01 00.00');
const minute = fc.integer({ min: 0, max: 3 * 365 * 1_440 }).map((n) => FROM + n * MINUTE);
/** A start inside office time: elsewhere the library begins by moving, which is its own notion. */
const inside = minute.map((ms) => {
  let found = ms;
  for (let i = 0; i < 40 && office.between(found, found + MINUTE) === 0; i += 1)
    found = office.after(found, MINUTE) ?? found;
  return found - MINUTE;
});

describe('against dayjs-business-time', () => {
  it('office minutes between two moments are the same', () => {
    fc.assert(
      fc.property(minute, fc.nat(30 * 1_440), (from, length) => {
        const to = from + length * MINUTE;
        expect(office.between(from, to) / MINUTE).toBe(Math.abs(wall(from).businessMinutesDiff(wall(to))));
      }),
      { numRuns: RUNS },
    );
  });

  it('the moment after n office minutes is the same, up to the break it may fall on', () => {
    fc.assert(
      fc.property(inside, fc.integer({ min: 1, max: 4_000 }), (from, minutes) => {
        const ours = office.after(from, minutes * MINUTE) ?? 0;
        const theirs = back(wall(from).addBusinessMinutes(minutes));
        // At an end of office theirs may be the next beginning: no office time lies between.
        expect(theirs - ours).toBeGreaterThanOrEqual(0);
        expect(office.between(ours, theirs)).toBe(0);
      }),
      { numRuns: RUNS },
    );
  });

  it('the n-th working day is the same day', () => {
    fc.assert(
      fc.property(inside, fc.integer({ min: 1, max: 30 }), (from, days) => {
        const theirs = wall(from).addBusinessDays(days).format('YYYY-MM-DD');
        const ours = dueTime({ kind: 'workingDays', days }, office, [], from) ?? 0;
        expect(new Date(ours + ZONE_OFFSET.WIB).toISOString().slice(0, 10)).toBe(theirs);
      }),
      { numRuns: RUNS },
    );
  });
});
