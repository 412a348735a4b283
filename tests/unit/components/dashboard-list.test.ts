import { describe, expect, it } from 'vitest';
import { builtInCalendar } from '../../../complaints/deadlines/calendar.ts';
import { calendarBook } from '../../../complaints/deadlines/calendar-book.ts';
import { clocksOf } from '../../../complaints/deadlines/clocks.ts';
import { minuteSum } from '../../../complaints/deadlines/minute-sum.ts';
import { explain } from '../../../complaints/deadlines/parts.ts';
import { holdOrder } from '../../../components/dashboard/hold-order.ts';
import { lastEventWord } from '../../../components/dashboard/last-event.ts';
import { T0 } from '../../storage/samples.ts';
import { captured, event, forwarded } from '../complaints/event-maker.ts';

const rows = (...ids: string[]) => ids.map((id) => ({ id }));

describe('order held under the pointer', () => {
  it('keeps known rows in place, takes out those that are gone, and puts new ones last', () => {
    expect(holdOrder(['a', 'b', 'c', 'd'], rows('x', 'd', 'b', 'a')).map((r) => r.id)).toEqual([
      'a',
      'b',
      'd',
      'x',
    ]);
  });
  it('keeps the given order among new ones', () => {
    expect(holdOrder([], rows('c', 'a', 'b')).map((r) => r.id)).toEqual(['c', 'a', 'b']);
  });
});

describe('last event in words', () => {
  it('numbers reminders from the second on', () => {
    expect(lastEventWord({ lastEventType: 'reminded', reminders: 1, status: 'waiting' })).toBe('Diingatkan');
    expect(lastEventWord({ lastEventType: 'reminded', reminders: 3, status: 'waiting' })).toBe(
      'Diingatkan ke-3',
    );
  });
  it('draws the photos of a new complaint into its flag', () => {
    expect(lastEventWord({ lastEventType: 'photoStored', reminders: 0, status: 'new' })).toBe('Ditandai');
    expect(lastEventWord({ lastEventType: 'photoStored', reminders: 0, status: 'waiting' })).toBe(
      'Foto tersimpan',
    );
  });
  it('says nothing of a kind it does not know', () => {
    expect(lastEventWord({ lastEventType: 'later', reminders: 0, status: 'waiting' })).toBe('');
  });
});

describe("the sum of a clock's lines", () => {
  const H = 3_600_000;
  const book = calendarBook([builtInCalendar()]);
  const log = [event(1, captured()), event(2, forwarded(0))];

  it.each([
    ['in time, at a half minute', 9 * H + 30_000],
    ['one second before the deadline', 24 * H - 1_000],
    ['late, at a half minute', 26 * H + 12 * 60_000 + 30_000],
    ['days late', 100 * H + 59_999],
  ])('adds up %s', (_, now) => {
    const clock = clocksOf(log, book, T0 + now).current?.clocks.response;
    if (!clock) throw new Error('no clock');
    const explanation = explain(clock, book);
    const sum = minuteSum(explanation);
    expect(sum.counted - sum.paused).toBe(sum.used);
    expect(sum.available - sum.used).toBe(sum.left);
    expect(Math.abs(sum.left)).toBe(Math.floor(Math.abs(explanation.left) / 60_000));
    expect(sum.available).toBe(24 * 60);
  });
});
