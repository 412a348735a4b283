import { describe, expect, it } from 'vitest';
import { builtInCalendar, type OfficeCalendar } from '../../../../complaints/deadlines/calendar.ts';
import { checkCalendar, checkPolicy } from '../../../../complaints/deadlines/check-calendar.ts';
import {
  checkDecision,
  checkExtension,
  checkPause,
  checkResume,
} from '../../../../complaints/deadlines/check-changes.ts';
import { clocksOf } from '../../../../complaints/deadlines/clocks.ts';
import { DAY, HOUR } from '../../../../complaints/deadlines/day.ts';
import {
  DEFAULT_SCHEDULES,
  OFFICE_WEEK,
  RAMADAN_WEEK,
  type Schedule,
  SIX_DAY_RAMADAN_WEEK,
  SIX_DAY_WEEK,
  weekMinutes,
} from '../../../../complaints/deadlines/frames.ts';
import { freezeClocks } from '../../../../complaints/deadlines/frozen.ts';
import { BUILT_IN_POLICIES } from '../../../../complaints/deadlines/policies.ts';
import { clockHours, officeHours, workingDays } from '../../../../complaints/deadlines/term.ts';
import { liveEvents } from '../../../../complaints/live.ts';
import { at, Log, policyOf } from './log.ts';

const calendar = builtInCalendar();
const codes = (change: Partial<OfficeCalendar>) =>
  checkCalendar({ ...calendar, ...change }).map((p) => p.code);
const scheduled = (week: Schedule['week'], ramadan: Schedule['ramadan'] = null) => ({
  schedules: [{ id: 'office', week, ramadan }],
});
const withMonday = (...frames: { from: number; to: number }[]) =>
  OFFICE_WEEK.map((day, i) => (i === 1 ? frames : day));

describe('the calendar', () => {
  it('ships sound, with weeks that add up to the hours of Perpres 21/2023', () => {
    expect(checkCalendar(calendar)).toEqual([]);
    expect(weekMinutes(OFFICE_WEEK)).toBe(37.5 * 60);
    expect(weekMinutes(RAMADAN_WEEK)).toBe(32.5 * 60);
    expect(weekMinutes(SIX_DAY_WEEK)).toBe(37.5 * 60);
    expect(weekMinutes(SIX_DAY_RAMADAN_WEEK)).toBe(32.5 * 60);
  });

  it.each([
    ['2024', 17, 10],
    ['2025', 17, 11],
    ['2026', 17, 8],
    ['2027', 5, 0],
  ])('has for %s %i holidays and %i days of cuti bersama', (year, national, joint) => {
    const of = (kind: string) =>
      calendar.holidays.filter((h) => h.day.startsWith(year) && h.kind === kind).length;
    expect([of('national'), of('joint')]).toEqual([national, joint]);
    expect(calendar.completeYears.includes(Number(year))).toBe(joint > 0);
  });

  it('has no cuti bersama on a weekend nor on a holiday', () => {
    for (const { day, kind } of calendar.holidays) {
      if (kind !== 'joint') continue;
      expect([0, 6]).not.toContain(new Date(day).getUTCDay());
      expect(calendar.holidays.filter((h) => h.day === day)).toHaveLength(1);
    }
  });

  it.each([
    [
      'overlapping frames',
      scheduled(withMonday({ from: 450, to: 720 }, { from: 700, to: 960 })),
      'frame-overlap',
    ],
    [
      'frames out of order',
      scheduled(withMonday({ from: 780, to: 960 }, { from: 450, to: 720 })),
      'frame-overlap',
    ],
    [
      'a frame that ends before it begins',
      scheduled(withMonday({ from: 960, to: 450 })),
      'frame-ends-before',
    ],
    ['an empty frame', scheduled(withMonday({ from: 450, to: 450 })), 'frame-ends-before'],
    ['a frame beyond the day', scheduled(withMonday({ from: 450, to: 1_441 })), 'frame-bounds'],
    ['half a minute', scheduled(withMonday({ from: 450.5, to: 960 })), 'frame-bounds'],
    ['a week of zero hours', scheduled([[], [], [], [], [], [], []]), 'week-empty'],
    ['a Ramadan of zero hours', scheduled(OFFICE_WEEK, [[], [], [], [], [], [], []]), 'week-empty'],
    ['six days', scheduled([[], [], [], [], [], []]), 'week-shape'],
    ['no schedule', { schedules: [] }, 'too-many'],
    ['two of one name', { schedules: [...DEFAULT_SCHEDULES, ...DEFAULT_SCHEDULES] }, 'schedule-id'],
    [
      '30 February',
      { holidays: [{ day: '2026-02-30', name: 'x', kind: 'local' as const, source: '' }] },
      'day-invalid',
    ],
    [
      'a nameless holiday',
      { holidays: [{ day: '2026-02-03', name: ' ', kind: 'local' as const, source: '' }] },
      'name-missing',
    ],
    [
      'a Ramadan that ends first',
      { ramadan: [{ from: '2026-03-20', to: '2026-02-19', source: '' }] },
      'range-ends-before',
    ],
    [
      'a Ramadan of a year',
      { ramadan: [{ from: '2026-01-01', to: '2026-12-31', source: '' }] },
      'range-too-long',
    ],
    ['no version', { version: ' ' }, 'version-missing'],
  ])('refuses %s', (_, change, code) => {
    expect(codes(change)).toContain(code);
  });
});

describe('a policy', () => {
  const check = (policy: ReturnType<typeof policyOf>, c = calendar) =>
    checkPolicy(policy, c, 'office', at('2026-08-03 10.00')).map((p) => p.code);

  it('that is built in is sound', () => {
    for (const policy of BUILT_IN_POLICIES) expect(check(policy)).toEqual([]);
  });

  it.each([
    [policyOf({ response: clockHours(0) }), 'term-bounds'],
    [policyOf({ response: clockHours(10_000) }), 'term-bounds'],
    [policyOf({ response: officeHours(10_000) }), 'term-bounds'],
    [policyOf({ response: workingDays(251) }), 'term-bounds'],
    [policyOf({}), 'no-clock'],
    [policyOf({ response: clockHours(1) }, { pauseCapMs: 3 * 365 * DAY }), 'pause-cap'],
    [policyOf({ response: clockHours(1) }, { maxExtensions: 99 }), 'extensions'],
  ])('out of bounds is refused', (policy, code) => {
    expect(check(policy)).toContain(code);
  });

  it('that would never come due says so, and is not frozen', () => {
    const sundays = { ...calendar, specialDays: [], ...scheduled([[], [], [], [], [], [], []]) };
    expect(check(policyOf({ response: workingDays(1) }), sundays)).toEqual(['never-due']);
    expect(check(policyOf({ response: officeHours(1) }), sundays)).toEqual(['never-due']);
    expect(check(policyOf({ response: clockHours(1) }), sundays)).toEqual([]);
    const { book } = new Log([sundays]);
    const agency = { id: 'hub', schedule: 'office' };
    const frozen = freezeClocks(book, policyOf({ followUp: workingDays(1) }), agency, 0);
    expect(frozen).toEqual({ problem: { code: 'never-due', clock: 'followUp' } });
    expect(freezeClocks(book, policyOf({ response: clockHours(0) }), agency, 0)).toEqual({
      problem: { code: 'term-bounds', clock: 'response' },
    });
    expect(freezeClocks(book, policyOf({}), { id: 'hub', schedule: 'gone' }, 0)).toEqual({
      problem: { code: 'no-schedule' },
    });
  });
});

describe('changes to a clock', () => {
  const start = at('2026-08-03 10.00');
  const now = at('2026-08-05 10.00');
  const log = new Log([calendar]);
  log.forward({ policy: policyOf({ settlement: workingDays(10) }), at: start });
  log.pause(at('2026-08-04 10.00'), at('2026-08-04 12.00'));
  const clocks = clocksOf(liveEvents(log.events), log.book, now);
  const none = clocksOf([], log.book, now);
  const pause = (from: number, until: number, cap = 30 * DAY) =>
    checkPause(clocks, { from, until }, cap, now);

  it('a pause begins neither before the forwarding nor in the future, ends, and has a bound', () => {
    expect(pause(now, now + DAY)).toBeNull();
    expect(pause(start, now + DAY)).toBeNull();
    expect(pause(start - 1, now)).toBe('before-forwarding');
    expect(pause(now + 2 * 60_000, now + DAY)).toBe('in-the-future');
    expect(pause(now, now)).toBe('ends-before');
    expect(pause(now, now + 3 * 365 * DAY)).toBe('too-long');
    expect(pause(now, now + DAY, 2 * HOUR)).toBe('cap-used');
    expect(checkPause(none, { from: now, until: now + DAY }, DAY, now)).toBe('not-forwarded');
  });

  it('only what is paused can be resumed', () => {
    expect(checkResume(clocks, at('2026-08-04 11.00'), now)).toBeNull();
    expect(checkResume(clocks, at('2026-08-04 12.00'), now)).toBe('not-paused');
    expect(checkResume(clocks, now + DAY, now)).toBe('in-the-future');
  });

  it('an extension is asked once, before it is due, in the clock’s own kind, with a reason', () => {
    const ask = (change: Partial<Parameters<typeof checkExtension>[1]> = {}, moment = now, of = clocks) =>
      checkExtension(of, { clock: 'settlement', by: workingDays(3), reason: 'hujan', ...change }, 1, moment);
    expect(ask()).toBeNull();
    expect(ask({ by: clockHours(24) })).toBe('other-kind');
    expect(ask({ by: workingDays(250) })).toBe('term-bounds');
    expect(ask({ reason: ' ' })).toBe('reason-missing');
    expect(ask({ clock: 'response' })).toBe('no-clock');
    expect(ask({}, at('2026-08-20 10.00'))).toBe('after-due');
    expect(ask({}, now, none)).toBe('not-forwarded');

    const asked = new Log([calendar]);
    asked.events.push(...log.events);
    const id = asked.ask(now, 'settlement', workingDays(3));
    const pending = clocksOf(liveEvents(asked.events), asked.book, now);
    expect(ask({}, now, pending)).toBe('extension-pending');
    expect(checkDecision(pending, id)).toBeNull();
    expect(checkDecision(clocks, id)).toBe('nothing-asked');
    asked.decide(now, id, true);
    const granted = clocksOf(liveEvents(asked.events), asked.book, now);
    expect(ask({}, now, granted)).toBe('extension-used');
    expect(checkDecision(granted, id)).toBe('nothing-asked');
  });
});
