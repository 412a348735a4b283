import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInCalendar, type OfficeCalendar } from '../../../../complaints/deadlines/calendar.ts';
import { clocksOf } from '../../../../complaints/deadlines/clocks.ts';
import { explain } from '../../../../complaints/deadlines/parts.ts';
import type { Term } from '../../../../complaints/deadlines/term.ts';
import { liveEvents } from '../../../../complaints/live.ts';
import { Log, policyOf } from './log.ts';
import { type ReferenceCase, walk } from './reference.ts';

const MIN = 60_000;
const RUNS = Number(process.env.CLOCK_RUNS ?? 400);

const calendars: OfficeCalendar[] = (['WIB', 'WITA', 'WIT'] as const).map((zone) => ({
  ...builtInCalendar(zone),
  specialDays: [
    { day: '2026-08-14', frames: [{ from: 450, to: 690 }], name: 'Gladi upacara' },
    { day: '2026-05-02', frames: [{ from: 480, to: 720 }], name: 'Piket' },
    { day: '2026-06-03', frames: [], name: 'Banjir besar' },
  ],
  holidays: [
    ...builtInCalendar(zone).holidays,
    { day: '2026-01-07', name: 'Hari Jadi', kind: 'local', source: 'Keputusan Bupati' },
  ],
}));

/** Minutes since 1 January 2024, so that ranges reach into 2027; half of them near the hard places. */
const EPOCH = Date.UTC(2024, 0, 1);
const hardPlaces = [
  '2026-02-18',
  '2026-03-17',
  '2025-03-27',
  '2024-04-05',
  '2025-12-24',
  '2026-12-30',
  '2026-05-26',
];
const start = fc.oneof(
  fc.integer({ min: 0, max: 3 * 366 * 1_440 }).map((n) => EPOCH + n * MIN),
  fc
    .tuple(fc.constantFrom(...hardPlaces), fc.integer({ min: 0, max: 2 * 1_440 }))
    .map(([day, n]) => Date.parse(`${day}T00:00:00Z`) - 7 * 3_600_000 + n * MIN),
  fc
    .tuple(fc.constantFrom(...hardPlaces), fc.constantFrom(450, 449, 720, 750, 780, 959, 960, 990, 1_439, 0))
    .map(([day, n]) => Date.parse(`${day}T00:00:00Z`) - 7 * 3_600_000 + n * MIN),
);
const term = fc.oneof(
  fc.record({ kind: fc.constant('clockHours' as const), amount: fc.integer({ min: 1, max: 6_000 }) }),
  fc.record({ kind: fc.constant('officeHours' as const), amount: fc.integer({ min: 1, max: 4_000 }) }),
  fc.record({ kind: fc.constant('workingDays' as const), amount: fc.integer({ min: 1, max: 20 }) }),
);
/** Pauses in minutes after the start; often ones that begin or end at an end of office. */
const pause = fc.record({
  from: fc.oneof(fc.integer({ min: -600, max: 9_000 }), fc.constantFrom(0, 60, 1_440, 2_880)),
  length: fc.oneof(fc.integer({ min: 0, max: 4_000 }), fc.constantFrom(0, 1, 60, 1_440)),
  toEnd: fc.constantFrom('none' as const, 'from' as const, 'to' as const),
});

const scene = fc.record({
  zone: fc.nat(2),
  schedule: fc.constantFrom('office', 'office', 'six-days', 'always'),
  term,
  start,
  pauses: fc.array(pause, { maxLength: 5 }),
  capMinutes: fc.constantFrom(0, 1, 500, 3_000, 43_200),
  stop: fc.option(fc.integer({ min: 0, max: 20_000 })),
  later: fc.integer({ min: 0, max: 30_000 }),
});

/** The nearest 16.00 of the zone, for pauses that touch the end of office. */
function toEndOfOffice(ms: number, calendar: OfficeCalendar): number {
  const offset = { WIB: 7, WITA: 8, WIT: 9 }[calendar.zone] * 3_600_000;
  const day = Math.floor((ms + offset) / 86_400_000);
  return day * 86_400_000 - offset + 960 * MIN;
}

describe('clocks against a walk minute by minute', () => {
  it('give the same due time, use, rest, days and state, and explain them to the minute', () => {
    let cases = 0;
    fc.assert(
      fc.property(scene, ({ zone, ...rest }) => {
        const s = { ...rest, calendar: calendars[zone] as OfficeCalendar };
        cases += 1;
        const pauses = s.pauses
          .map((p) => {
            let from = s.start + p.from * MIN;
            let to = from + p.length * MIN;
            if (p.toEnd === 'from') from = toEndOfOffice(from, s.calendar);
            if (p.toEnd === 'to') to = toEndOfOffice(to, s.calendar);
            return { from, to };
          })
          .filter((p) => p.to >= p.from);
        const stop = s.stop === null ? null : s.start + s.stop * MIN;
        const now = s.start + s.later * MIN;
        const input: ReferenceCase = {
          calendar: s.calendar,
          schedule: s.schedule,
          kind: s.term.kind,
          amount: s.term.amount,
          start: s.start,
          pauses,
          capMinutes: s.capMinutes,
          stop,
          now,
        };
        const expected = walk(input);
        const log = new Log([s.calendar]);
        const termed: Term =
          s.term.kind === 'workingDays'
            ? { kind: 'workingDays', days: s.term.amount }
            : { kind: s.term.kind, ms: s.term.amount * MIN };
        log.forward({
          policy: policyOf({ settlement: termed }, { pauseCapMs: s.capMinutes * MIN }),
          schedule: s.schedule,
          at: s.start,
        });
        for (const p of pauses) log.pause(p.from, p.to);
        if (stop !== null) log.respond(stop, 'done');
        const clock = clocksOf(liveEvents(log.events), log.book, now).current?.clocks.settlement;
        expect({
          due: clock?.due,
          used: (clock?.used ?? 0) / MIN,
          left: (clock?.left ?? 0) / MIN,
          available: (clock?.available ?? 0) / MIN,
          state: clock?.state,
          days: clock?.days?.used ?? expected.days,
        }).toEqual(expected);
        if (!clock) return;
        const sum = explain(clock, log.book);
        expect(sum.parts.reduce((ms, p) => ms + p.to - p.from, 0)).toBe(sum.elapsed);
        expect(sum.sums.reduce((ms, p) => ms + p.ms, 0)).toBe(sum.elapsed);
        expect(sum.counted - sum.paused).toBe(sum.used);
        expect(sum.counted + sum.outside).toBe(sum.elapsed);
        expect(sum.available - sum.used).toBe(sum.left);
        let edge = clock.startedAt;
        for (const part of sum.parts) {
          expect(part.from).toBe(edge);
          edge = part.to;
        }
        expect(edge).toBe(clock.until);
        if (clock.days) expect(sum.days.filter((day) => day.counts)).toHaveLength(clock.days.used);
      }),
      { numRuns: RUNS },
    );
    expect(cases).toBeGreaterThanOrEqual(RUNS);
  }, 600_000);
});
