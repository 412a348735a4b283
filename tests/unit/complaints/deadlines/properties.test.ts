import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInCalendar } from '../../../../complaints/deadlines/calendar.ts';
import { DAY, HOUR, MINUTE } from '../../../../complaints/deadlines/day.ts';
import { officeTime } from '../../../../complaints/deadlines/office-time.ts';
import { pausedTotal, unitePauses } from '../../../../complaints/deadlines/pauses.ts';
import {
  countedTime,
  dueTime,
  momentAfter,
  type Term,
  type TermKind,
} from '../../../../complaints/deadlines/term.ts';
import { at } from './log.ts';

const RUNS = { numRuns: Number(process.env.CLOCK_RUNS ?? 1_000) };
const calendar = builtInCalendar('WIB');
const offices = ['office', 'six-days', 'always'].map((id) => officeTime(calendar, id));

const FROM = at('2024-01-01 00.00');
const moment = fc.integer({ min: 0, max: 3 * 366 * DAY }).map((n) => FROM + n);
const office = fc.constantFrom(...offices);
const kind = fc.constantFrom<TermKind[]>('clockHours', 'officeHours', 'workingDays');
const term: fc.Arbitrary<Term> = fc.oneof(
  fc.integer({ min: MINUTE, max: 40 * DAY }).map((ms): Term => ({ kind: 'clockHours', ms })),
  fc.integer({ min: MINUTE, max: 200 * HOUR }).map((ms): Term => ({ kind: 'officeHours', ms })),
  fc.integer({ min: 1, max: 40 }).map((days): Term => ({ kind: 'workingDays', days })),
);
const logged = fc.array(
  fc.record({
    from: fc.integer({ min: -DAY, max: 30 * DAY }),
    length: fc.integer({ min: 0, max: 6 * DAY }),
  }),
  { maxLength: 6 },
);
const pausesAt = (start: number, list: { from: number; length: number }[], cap = 365 * DAY) =>
  unitePauses(
    list.map((p) => ({
      from: start + p.from,
      to: start + p.from + p.length,
      reason: 'other' as const,
      note: '',
    })),
    start,
    cap,
  );
const due = (t: Term, o: (typeof offices)[number], p: { from: number; to: number }[], s: number) => {
  const found = dueTime(t, o, p, s);
  if (found === null) throw new Error('never due');
  return found;
};

describe('terms', () => {
  it('are monotone: started later, or longer, or paused more, never due earlier', () => {
    fc.assert(
      fc.property(office, term, moment, fc.nat(5 * DAY), logged, (o, t, start, later, list) => {
        expect(due(t, o, [], start + later)).toBeGreaterThanOrEqual(due(t, o, [], start));
        const pauses = pausesAt(start, list);
        expect(due(t, o, pauses, start)).toBeGreaterThanOrEqual(due(t, o, [], start));
        const longer: Term =
          t.kind === 'workingDays' ? { ...t, days: t.days + 1 } : { ...t, ms: t.ms + MINUTE };
        expect(due(longer, o, pauses, start)).toBeGreaterThan(due(t, o, pauses, start));
      }),
      RUNS,
    );
  });

  it('count an interval as the sum of its pieces, and a whole as no more than the calendar', () => {
    fc.assert(
      fc.property(
        office,
        kind,
        moment,
        fc.nat(50 * DAY),
        fc.nat(50 * DAY),
        logged,
        (o, k, start, a, b, list) => {
          const pauses = pausesAt(start, list);
          const middle = start + a;
          const end = middle + b;
          const whole = countedTime(k, o, pauses, start, end);
          expect(countedTime(k, o, pauses, start, middle) + countedTime(k, o, pauses, middle, end)).toBe(
            whole,
          );
          expect(whole).toBeGreaterThanOrEqual(0);
          expect(whole).toBeLessThanOrEqual(end - start);
        },
      ),
      RUNS,
    );
  });

  it('find the earliest moment: exactly the amount has counted there, and less a millisecond before', () => {
    fc.assert(
      fc.property(
        office,
        fc.constantFrom<TermKind[]>('clockHours', 'officeHours'),
        moment,
        fc.integer({ min: 1, max: 300 * HOUR }),
        logged,
        (o, k, start, amount, list) => {
          const pauses = pausesAt(start, list);
          const found = momentAfter(k, o, pauses, start, amount) ?? Number.NaN;
          expect(countedTime(k, o, pauses, start, found)).toBe(amount);
          expect(countedTime(k, o, pauses, start, found - 1)).toBe(amount - 1);
        },
      ),
      RUNS,
    );
  });

  it('are not changed by pauses without length, nor by pauses outside office time', () => {
    fc.assert(
      fc.property(office, term, moment, fc.nat(20 * DAY), fc.nat(23), (o, t, start, n, cut) => {
        const pause = { from: start + n, to: start + n };
        expect(pausesAt(start, [{ from: n, length: 0 }])).toEqual([]);
        expect(due(t, o, [pause], start)).toBe(due(t, o, [], start));
        if (t.kind === 'clockHours' || o.always) return;
        // Somewhere between two office days: from 18.00 for up to 13 hours.
        const day = Math.floor((start + n + o.offset) / DAY);
        const evening = day * DAY - o.offset + 18 * HOUR;
        if (evening < start) return;
        const night = { from: evening, to: evening + Math.min(13, cut) * HOUR };
        expect(due(t, o, [night], start)).toBe(due(t, o, [], start));
      }),
      RUNS,
    );
  });

  it('of n working days lie between n and 3n calendar days away outside of Lebaran: every day of three years', () => {
    const far = [
      ['2024-03-25', '2024-04-16'],
      ['2025-03-15', '2025-04-08'],
      ['2026-03-05', '2026-03-25'],
    ].map(([a, b]) => [at(`${a} 00.00`), at(`${b} 00.00`)] as const);
    const five = officeTime(calendar, 'office');
    let checked = 0;
    const wide: string[] = [];
    for (let start = FROM; start < at('2026-12-01 00.00'); start += DAY)
      for (let days = 1; days <= 40; days += 1) {
        const found = due({ kind: 'workingDays', days }, five, [], start);
        if (far.some(([a, b]) => start < b && found > a)) continue;
        checked += 1;
        const passed = Math.floor((found - start) / DAY);
        expect(passed).toBeGreaterThanOrEqual(days);
        // One or two days can lie beyond a long weekend; three only beyond the one of January 2025.
        if (days >= 3 && passed > 3 * days)
          wide.push(`${new Date(start + 7 * HOUR).toISOString().slice(0, 10)} ${days}`);
      }
    expect(checked).toBeGreaterThan(30_000);
    expect(wide).toEqual(['2025-01-24 3']);
  });

  it('make the day after the first the beginning: the hour of the forwarding does not matter', () => {
    fc.assert(
      fc.property(
        office,
        moment,
        fc.nat(DAY - 1),
        fc.integer({ min: 1, max: 30 }),
        (o, start, other, days) => {
          const midnight = Math.floor((start + o.offset) / DAY) * DAY - o.offset;
          const t: Term = { kind: 'workingDays', days };
          expect(due(t, o, [], start)).toBe(due(t, o, [], midnight + other));
        },
      ),
      RUNS,
    );
  });
});

describe('pauses', () => {
  it('united lie apart and in order, cover the same time once, and stay within the cap', () => {
    fc.assert(
      fc.property(moment, logged, fc.nat(20 * DAY), (start, list, cap) => {
        const all = pausesAt(start, list);
        const capped = pausesAt(start, list, cap);
        for (const [i, pause] of all.entries()) {
          expect(pause.to).toBeGreaterThan(pause.from);
          expect(pause.from).toBeGreaterThanOrEqual(start);
          const next = all[i + 1];
          if (next) expect(next.from).toBeGreaterThan(pause.to);
        }
        for (const p of list) {
          const probe = start + p.from + Math.floor(p.length / 2);
          if (p.length > 1 && probe >= start)
            expect(all.some((pause) => pause.from <= probe && probe < pause.to)).toBe(true);
        }
        expect(pausedTotal(capped)).toBe(Math.min(cap, pausedTotal(all)));
        expect(pausesAt(start, [...list].reverse())).toHaveLength(all.length);
      }),
      RUNS,
    );
  });
});
