import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Clock } from '../../../complaints/complaint.ts';
import { explainClock } from '../../../complaints/deadlines/explain.ts';
import { isQuiet, quietEnd } from '../../../complaints/quiet.ts';
import { viewStatus } from '../../../complaints/status.ts';
import { byUrgency, rowStatus, sortByUrgency, type UrgencyFacts } from '../../../complaints/urgency.ts';
import { minuteOfDay } from '../../../complaints/when.ts';
import { HOUR, T0 } from '../../storage/samples.ts';

const span = fc.integer({ min: 60_000, max: 40 * 24 * HOUR });

describe('the sum behind a clock', () => {
  it('always adds up, and says overdue exactly when the status, and so the badge, does', () => {
    fc.assert(
      fc.property(span, span, fc.option(span), (termMs, later, answered) => {
        const stoppedAt = answered === null ? null : T0 + answered;
        const clock: Clock = { startedAt: T0, dueAt: T0 + termMs, termMs, preset: 'custom', stoppedAt };
        const sum = explainClock(clock, T0 + later);
        expect(sum.elapsed - sum.paused).toBe(sum.used);
        expect(sum.available - sum.used).toBe(sum.left);
        expect(sum.available).toBe(termMs);
        if (stoppedAt === null) {
          const status = viewStatus({ status: 'waiting', dueAt: clock.dueAt, termMs }, T0 + later);
          expect(sum.overdue).toBe(status === 'overdue');
        } else expect(sum.until).toBe(stoppedAt);
      }),
    );
  });

  it('does not run backwards when the computer’s clock does', () => {
    const clock: Clock = { startedAt: T0, dueAt: T0 + HOUR, termMs: HOUR, preset: 'custom', stoppedAt: null };
    expect(explainClock(clock, T0 - HOUR)).toMatchObject({ used: 0, left: HOUR, overdue: false });
  });
});

describe('urgency', () => {
  const row: fc.Arbitrary<UrgencyFacts> = fc
    .record({
      id: fc.string({ minLength: 1, maxLength: 3 }),
      status: fc.constantFrom('new', 'waiting', 'responded', 'outside', 'done', 'dismissed'),
      due: span,
      capturedAt: fc.nat(50),
      lastEventAt: fc.nat(50),
    })
    .map(
      ({ due, ...rest }) =>
        (rest.status === 'waiting' ? { ...rest, dueAt: T0 + due, termMs: 24 * HOUR } : rest) as UrgencyFacts,
    );

  it('sorts overdue, near, new, waiting, the rest; the oldest deadline first; the same whatever the order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(row, { selector: (r) => r.id }), span, (rows, later) => {
        const now = T0 + later;
        const sorted = sortByUrgency(rows, now);
        expect(sortByUrgency([...rows].reverse(), now)).toEqual(sorted);
        expect([...rows].sort(byUrgency(now))).toEqual(sorted);
        const order = ['overdue', 'near', 'new', 'waiting', 'responded', 'outside', 'done', 'dismissed'];
        const ranks = sorted.map((r) => order.indexOf(rowStatus(r, now)));
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
        const dues = sorted.filter((r) => rowStatus(r, now) === 'overdue').map((r) => r.dueAt ?? 0);
        expect(dues).toEqual([...dues].sort((a, b) => a - b));
      }),
    );
  });
});

describe('quiet hours', () => {
  const night = { quietFrom: 16 * 60 + 30, quietTo: 7 * 60 + 30, zone: 'WIB' as const };
  it.each([
    [Date.UTC(2026, 10, 24, 9, 29), false],
    [Date.UTC(2026, 10, 24, 9, 30), true],
    [Date.UTC(2026, 10, 24, 20, 0), true],
    [Date.UTC(2026, 10, 25, 0, 29), true],
    [Date.UTC(2026, 10, 25, 0, 30), false],
  ])('at %i WIB: %s', (now, quiet) => expect(isQuiet(now, night)).toBe(quiet));

  it('end when they say, and not at all where from and to are equal', () => {
    fc.assert(
      fc.property(
        fc.nat(1_439),
        fc.nat(1_439),
        fc.integer({ min: T0, max: T0 + 48 * HOUR }),
        fc.constantFrom('WIB', 'WITA', 'WIT'),
        (quietFrom, quietTo, now, zone) => {
          const hours = { quietFrom, quietTo, zone } as const;
          const end = quietEnd(now, hours);
          expect(isQuiet(end, hours)).toBe(false);
          if (quietFrom === quietTo || !isQuiet(now, hours)) expect(end).toBe(now);
          else {
            expect(end - now).toBeLessThanOrEqual(24 * HOUR);
            expect(minuteOfDay(end, zone)).toBe(quietTo);
            expect(isQuiet(end - 1, hours)).toBe(true);
          }
        },
      ),
    );
  });
});
