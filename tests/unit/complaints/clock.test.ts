import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInCalendar } from '../../../complaints/deadlines/calendar.ts';
import { calendarBook } from '../../../complaints/deadlines/calendar-book.ts';
import { clocksOf } from '../../../complaints/deadlines/clocks.ts';
import { explain } from '../../../complaints/deadlines/parts.ts';
import type { ComplaintEvent } from '../../../complaints/events.ts';
import { foldComplaint } from '../../../complaints/fold.ts';
import { isQuiet, quietEnd } from '../../../complaints/quiet.ts';
import { factsOf, viewStatus } from '../../../complaints/status.ts';
import { byUrgency, rowStatus, sortByUrgency, type UrgencyFacts } from '../../../complaints/urgency.ts';
import { minuteOfDay } from '../../../complaints/when.ts';
import { HOUR, T0 } from '../../storage/samples.ts';
import { captured, event, forwarded, responded } from './event-maker.ts';

const span = fc.integer({ min: 60_000, max: 40 * 24 * HOUR });

const book = calendarBook([builtInCalendar()]);

function sumAt(log: ComplaintEvent[], now: number) {
  const clock = clocksOf(log, book, now).current?.clocks.response;
  if (!clock) throw new Error('no clock');
  return { ...explain(clock, book), overdue: clock.overdue, until: clock.until };
}

describe('the sum behind a clock', () => {
  it('always adds up, and says overdue exactly when the status, and so the badge, does', () => {
    fc.assert(
      fc.property(span, span, fc.option(span), (termMs, later, answered) => {
        const log = [event(1, captured()), event(2, forwarded(0, 'dishub', false, termMs))];
        const stoppedAt = answered === null ? null : T0 + answered;
        if (stoppedAt !== null) log.push(event(3, { ...responded(0), at: stoppedAt }));
        const sum = sumAt(log, T0 + later);
        expect(sum.counted - sum.paused).toBe(sum.used);
        expect(sum.available - sum.used).toBe(sum.left);
        expect(sum.available).toBe(termMs);
        if (stoppedAt === null) {
          const complaint = foldComplaint(log);
          if (!complaint) throw new Error('no complaint');
          expect(sum.overdue).toBe(viewStatus(factsOf(complaint), T0 + later) === 'overdue');
        } else expect(sum.until).toBe(stoppedAt);
      }),
    );
  });

  it('does not run backwards when the computer’s clock does', () => {
    const log = [event(1, captured()), event(2, forwarded(0, 'dishub', false, HOUR))];
    expect(sumAt(log, T0 - HOUR)).toMatchObject({ used: 0, left: HOUR, overdue: false });
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
