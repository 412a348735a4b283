import { describe, expect, it } from 'vitest';
import { builtInCalendar } from '../../../../complaints/deadlines/calendar.ts';
import { clocksOf } from '../../../../complaints/deadlines/clocks.ts';
import { DAY, HOUR } from '../../../../complaints/deadlines/day.ts';
import { BUILT_IN_POLICIES } from '../../../../complaints/deadlines/policies.ts';
import type { ComplaintEvent } from '../../../../complaints/events.ts';
import { at, Log } from './log.ts';

/** Ten thousand complaints over two years, with pauses and answers, under every policy. */
function logs(): { all: ComplaintEvent[][]; log: Log } {
  const log = new Log([builtInCalendar()]);
  const from = at('2024-11-01 07.00');
  const all = Array.from({ length: 10_000 }, (_, i) => {
    const one = new Log(log.book);
    const start = from + Math.floor((i * 730 * DAY) / 10_000);
    one.captured(start - HOUR);
    one.forward({
      policy: BUILT_IN_POLICIES[i % BUILT_IN_POLICIES.length]!,
      at: start,
      schedule: ['office', 'office', 'six-days', 'always'][i % 4]!,
    });
    if (i % 3 === 0) one.pause(start + 5 * HOUR, start + 40 * HOUR);
    if (i % 2 === 0) one.respond(start + 20 * HOUR, 'initial');
    if (i % 5 === 0) one.resolve(start + 9 * DAY);
    return one.events;
  });
  return { all, log };
}

describe('speed', () => {
  it('the clocks of ten thousand complaints take less than 300 ms', () => {
    const { all, log } = logs();
    const now = at('2026-11-24 12.00');
    let best = Number.POSITIVE_INFINITY;
    let first = 0;
    for (let round = 0; round < 5; round += 1) {
      const started = performance.now();
      let late = 0;
      for (const events of all) {
        const { current } = clocksOf(events, log.book, now);
        if (current?.clocks.settlement.state === 'late') late += 1;
      }
      const took = performance.now() - started;
      if (round === 0) first = took;
      best = Math.min(best, took);
      expect(late).toBeGreaterThan(1_000);
    }
    console.log(`10,000 complaints: first ${first.toFixed(0)} ms, best of five ${best.toFixed(0)} ms`);
    expect(best).toBeLessThan(300);
  });
});
