import { describe, expect, it } from 'vitest';
import { builtInCalendar, type OfficeCalendar } from '../../../../complaints/deadlines/calendar.ts';
import { clocksOf } from '../../../../complaints/deadlines/clocks.ts';
import { DAY, HOUR, MINUTE } from '../../../../complaints/deadlines/day.ts';
import { clockRow, liveClock, nextChange } from '../../../../complaints/deadlines/live-clock.ts';
import { explain } from '../../../../complaints/deadlines/parts.ts';
import {
  BUILT_IN_POLICIES,
  choosePolicy,
  DEFAULT_POLICY_TABLE,
} from '../../../../complaints/deadlines/policies.ts';
import { clockHours, officeHours, workingDays } from '../../../../complaints/deadlines/term.ts';
import type { ComplaintEvent } from '../../../../complaints/events.ts';
import { foldComplaint } from '../../../../complaints/fold.ts';
import { liveEvents } from '../../../../complaints/live.ts';
import { scrubEvent } from '../../../../complaints/purged.ts';
import { factsOf, viewStatus } from '../../../../complaints/status.ts';
import { eventSchema } from '../../../../storage/schemas.ts';
import { captured, event, forwarded, responded } from '../event-maker.ts';
import { at, Log, policyOf } from './log.ts';

const normal = BUILT_IN_POLICIES.find((p) => p.id === 'normal') ?? policyOf({});
const wib = builtInCalendar();
const state = (log: Log, now: number) => clocksOf(liveEvents(log.events), log.book, now);
const days = (n: number) => policyOf({ response: workingDays(n) });
const hours = (n: number) => policyOf({ response: officeHours(n) });

describe('forwarding at an awkward moment', () => {
  const due = (policy: ReturnType<typeof days>, moment: string) => {
    const log = new Log([wib]);
    log.forward({ policy, at: at(moment) });
    return state(log, at(moment)).current?.clocks.response.due;
  };

  it.each([
    ['on a holiday', '2026-08-17 10.00', '2026-08-18 09.30', '2026-08-18 16.00'],
    ['at 23.59', '2026-08-03 23.59', '2026-08-04 09.30', '2026-08-04 16.00'],
    ['in the lunch break', '2026-08-03 12.01', '2026-08-03 15.00', '2026-08-04 16.00'],
    ['in the Friday break', '2026-08-07 12.59', '2026-08-07 15.00', '2026-08-10 16.00'],
    ['one minute before the end of office', '2026-08-03 15.59', '2026-08-04 09.29', '2026-08-04 16.00'],
    ['at the end of office', '2026-08-03 16.00', '2026-08-04 09.30', '2026-08-04 16.00'],
    ['on the last day before Lebaran', '2026-03-17 14.59', '2026-03-25 09.29', '2026-03-25 16.00'],
    ['on the eve of Ramadan', '2026-02-18 15.30', '2026-02-19 09.30', '2026-02-19 15.00'],
    ['in the last minute of the year', '2025-12-31 23.59', '2026-01-02 09.30', '2026-01-02 16.30'],
  ])('%s', (_, moment, inTwoHours, inOneDay) => {
    expect(due(hours(2), moment)).toBe(at(inTwoHours));
    expect(due(days(1), moment)).toBe(at(inOneDay));
  });

  it('keeps seconds: a calendar hour is exactly 3,600,000 ms', () => {
    const log = new Log([wib]);
    const start = at('2026-08-03 10.00') + 12_345;
    log.forward({ policy: policyOf({ response: clockHours(24) }), at: start });
    expect(state(log, start).current?.clocks.response.due).toBe(start + 24 * HOUR);
  });

  it.each([
    ['WIB', 7],
    ['WITA', 8],
    ['WIT', 9],
  ] as const)('by the wall clock of %s', (zone, offset) => {
    const log = new Log([builtInCalendar(zone)]);
    log.forward({ policy: days(1), at: at('2026-08-03 23.59', offset) });
    expect(state(log, 0).current?.clocks.response.due).toBe(at('2026-08-04 16.00', offset));
  });
});

describe('three clocks of one forwarding', () => {
  const start = at('2026-08-03 10.00');
  const log = new Log([wib]);
  log.captured(at('2026-08-03 09.15'), at('2026-08-01 11.00'));
  log.forward({ policy: normal, at: start });
  log.respond(at('2026-08-03 15.00'), 'initial');
  log.respond(at('2026-08-06 10.00'), 'followUp');
  log.respond(at('2026-08-12 10.00'), 'done');
  const until = (moment: string) => {
    const events = log.events.filter((e) => e.at <= at(moment));
    return clocksOf(liveEvents(events), log.book, at(moment));
  };

  it('runs one at a time: response, then follow-up, then settlement', () => {
    expect(until('2026-08-03 11.00').live).toBe('response');
    expect(until('2026-08-03 15.00').live).toBe('followUp');
    expect(until('2026-08-06 10.00').live).toBe('settlement');
    expect(until('2026-08-12 10.00').live).toBeNull();
  });

  it('an agency that says it is done stops settlement until the official confirms it', () => {
    const said = until('2026-08-13 10.00').current?.clocks.settlement;
    expect(said).toMatchObject({ state: 'onTime', unconfirmed: true, stoppedAt: at('2026-08-12 10.00') });
    const later = new Log([wib]);
    later.events.push(...log.events);
    later.resolve(at('2026-08-20 10.00'));
    expect(state(later, at('2026-08-21 10.00')).current?.clocks.settlement).toMatchObject({
      unconfirmed: false,
      stoppedAt: at('2026-08-12 10.00'),
    });
  });

  it('measures the age of the post and the time on our own desk', () => {
    const then = until('2026-08-03 11.00');
    expect(then.deskTime).toBe(45 * MINUTE);
    expect(then.postAge).toBe(48 * HOUR);
    const unforwarded = new Log([wib]);
    unforwarded.captured(at('2026-08-03 09.15'));
    expect(state(unforwarded, at('2026-08-03 10.15'))).toMatchObject({
      current: null,
      live: null,
      deskTime: HOUR,
    });
  });

  it('turns near when a quarter is left and late one millisecond after due', () => {
    const one = new Log([wib]);
    one.forward({ policy: normal, at: start });
    const due = start + 24 * HOUR;
    const near = due - 6 * HOUR;
    for (const [now, expected] of [
      [near - 1, 'running'],
      [near, 'near'],
      [due, 'near'],
      [due + 1, 'late'],
    ] as const)
      expect(state(one, now).current?.clocks.response.state).toBe(expected);
    expect(nextChange(state(one, start), start)).toBe(near);
    expect(nextChange(state(one, near), near)).toBe(due + 1);
    expect(nextChange(state(one, due + 1), due + 1)).toBeNull();
  });

  it('wakes when a pause begins and ends', () => {
    const one = new Log([wib]);
    one.forward({ policy: normal, at: start });
    one.pause(start + HOUR, start + 3 * HOUR);
    expect(nextChange(state(one, start), start)).toBe(start + HOUR);
    expect(nextChange(state(one, start + HOUR), start + HOUR)).toBe(start + 3 * HOUR);
    expect(clockRow(state(one, start + HOUR))).toMatchObject({
      pausedUntil: start + 3 * HOUR,
      dueAt: start + 26 * HOUR,
    });
  });
});

describe('what was frozen stays', () => {
  const start = at('2026-08-13 10.00');
  const later: OfficeCalendar = {
    ...wib,
    version: 'baru',
    madeAt: at('2026-08-13 12.00'),
    holidays: [...wib.holidays, { day: '2026-08-14', name: 'Hari Jadi', kind: 'local', source: '' }],
  };

  it('a new calendar version touches only what is forwarded after it', () => {
    const log = new Log([wib]);
    log.forward({ policy: days(1), at: start });
    const both = new Log([wib, later]);
    both.events.push(...log.events);
    expect(state(both, start).current?.clocks.response.due).toBe(at('2026-08-14 16.30'));
    const after = new Log([wib, later]);
    after.forward({ policy: days(1), at: start });
    expect(state(after, start).current?.clocks.response.due).toBe(at('2026-08-18 16.00'));
  });

  it('without its calendar, the due time frozen at the forwarding holds, and it says so', () => {
    const log = new Log([later]);
    log.forward({ policy: days(1), at: start });
    const elsewhere = new Log([wib]);
    elsewhere.events.push(...log.events);
    expect(state(elsewhere, start).current?.clocks.response).toMatchObject({
      due: at('2026-08-18 16.00'),
      calendarMissing: true,
    });
  });

  it('a log from before there were three clocks says what it always said', () => {
    const old = [
      event(1, captured()),
      event(2, forwarded(10, 'dishub', false, 6 * HOUR)),
      event(3, responded(200)),
    ];
    for (const n of [2, 3]) {
      const part = old.slice(0, n);
      for (const now of [0, 5, 100, 300, 369, 371, 5_000].map((min) => old[0]!.at + min * MINUTE)) {
        const complaint = foldComplaint(part);
        const clocks = clocksOf(liveEvents(part), new Log([wib]).book, now);
        const clock = clocks.current?.clocks.response;
        expect(clock?.due).toBe(complaint?.clock?.dueAt);
        expect(clock?.stoppedAt).toBe(complaint?.clock?.stoppedAt);
        expect(clocks.current?.clocks.followUp).toMatchObject({ state: 'notApplicable', why: 'no-term' });
        if (complaint && n === 2) {
          const status = viewStatus(factsOf(complaint), now);
          expect({ waiting: 'running', near: 'near', overdue: 'late' }[status as 'near']).toBe(clock?.state);
        }
      }
    }
  });
});

describe('the log decides the order', () => {
  it('whatever the order in which events arrive from another desk', () => {
    const log = new Log([wib]);
    log.forward({ policy: normal, at: at('2026-08-03 10.00') });
    log.pause(at('2026-08-03 12.00'), at('2026-08-03 14.00'));
    log.add(
      {
        type: 'responded',
        at: at('2026-08-03 11.00'),
        kind: 'initial',
        text: '',
        photoHashes: [],
        via: 'hand',
      },
      { desk: 'bbbb', recordedAt: at('2026-08-05 08.00') },
    );
    const now = at('2026-08-05 09.00');
    const orders: ComplaintEvent[][] = [
      log.events,
      [...log.events].reverse(),
      [log.events[2]!, log.events[0]!, log.events[1]!],
    ];
    const results = orders.map((events) => clocksOf(liveEvents(events), log.book, now));
    expect(results[1]).toEqual(results[0]);
    expect(results[2]).toEqual(results[0]);
    expect(results[0]?.current?.clocks.response).toMatchObject({
      state: 'onTime',
      stoppedAt: at('2026-08-03 11.00'),
      due: at('2026-08-04 10.00'),
    });
  });

  it('shows times that run backwards, and does not let them move a clock', () => {
    const log = new Log([wib]);
    log.forward({ policy: normal, at: at('2026-08-03 10.00') });
    const early = log.respond(at('2026-08-02 10.00'), 'initial');
    const ahead = log.add(
      {
        type: 'responded',
        at: at('2026-08-09 10.00'),
        kind: 'initial',
        text: '',
        photoHashes: [],
        via: 'hand',
      },
      { recordedAt: at('2026-08-03 11.00') },
    );
    const { anomalies, current } = state(log, at('2026-08-03 12.00'));
    expect(anomalies).toEqual([
      { eventId: early, code: 'clock-ran-backwards' },
      { eventId: ahead, code: 'in-the-future' },
      { eventId: early, code: 'before-forwarding' },
    ]);
    expect(current?.clocks.response.stoppedAt).toBe(at('2026-08-09 10.00'));
  });

  it('a clock does not run backwards when now lies before its start', () => {
    const log = new Log([wib]);
    log.forward({ policy: normal, at: at('2026-08-03 10.00') });
    const clock = state(log, at('2026-08-01 10.00')).current?.clocks.response;
    expect(clock).toMatchObject({ used: 0, left: 24 * HOUR, state: 'running' });
  });
});

describe('agencies', () => {
  const start = at('2026-08-03 10.00');

  it('forwarding again to the same agency does not start anew; to another it does', () => {
    const log = new Log([wib]);
    log.forward({ policy: normal, at: start });
    log.forward({ policy: normal, at: start + 2 * HOUR });
    expect(state(log, start).past).toHaveLength(0);
    log.forward({ policy: normal, at: start + 5 * HOUR, agencyId: 'dlh' });
    const clocks = state(log, start + 6 * HOUR);
    expect(clocks).toMatchObject({ transfers: 1, pingPong: false });
    expect(clocks.past[0]?.clocks.response).toMatchObject({ state: 'notApplicable', why: 'transferred' });
    expect(clocks.current?.clocks.response.startedAt).toBe(start + 5 * HOUR);
    log.forward({ policy: normal, at: start + 7 * HOUR, agencyId: 'hub' });
    expect(state(log, start + 8 * HOUR)).toMatchObject({ transfers: 2, pingPong: true });
  });

  it('an agency that is not responsible has no clock, and neither has anyone until it is forwarded', () => {
    const log = new Log([wib]);
    log.forward({ policy: normal, at: start });
    log.notOurs(start + HOUR);
    const clocks = state(log, start + 40 * DAY);
    expect(clocks.live).toBeNull();
    expect(liveClock(clocks)).toBeNull();
    expect(clockRow(clocks)).toBeNull();
    expect(clocks.current?.clocks.response).toMatchObject({ state: 'notApplicable', why: 'not-ours' });
  });

  it('closed and opened again and forwarded again starts new clocks and keeps the first', () => {
    const log = new Log([wib]);
    log.forward({ policy: normal, at: start });
    log.respond(start + HOUR, 'initial');
    log.resolve(start + 2 * DAY);
    log.reopen(start + 7 * DAY);
    const reopened = state(log, start + 8 * DAY);
    expect(reopened.current?.earlierSettlements.map((c) => c.state)).toEqual(['onTime']);
    expect(reopened.current?.clocks.settlement).toMatchObject({
      state: 'running',
      startedAt: start + 7 * DAY,
    });
    expect(reopened.live).toBe('settlement');
    log.forward({ policy: normal, at: start + 8 * DAY });
    const again = state(log, start + 8 * DAY + HOUR);
    expect(again.live).toBe('response');
    expect(again.transfers).toBe(0);
    expect(again.past[0]?.clocks.response.state).toBe('onTime');
    expect(again.past[0]?.clocks.settlement).toMatchObject({ state: 'notApplicable', why: 'superseded' });
  });

  it('dismissed has no clock', () => {
    const log = new Log([wib]);
    log.forward({ policy: normal, at: start });
    log.add({ type: 'dismissed', at: start + HOUR, note: '' });
    expect(state(log, start + DAY)).toMatchObject({ live: null });
  });

  it('outside bodies have their own terms whatever was picked', () => {
    const pick = (choice: Partial<Parameters<typeof choosePolicy>[1]>) =>
      choosePolicy(DEFAULT_POLICY_TABLE, { agencyId: 'hub', outside: false, ...choice }).id;
    expect(pick({})).toBe('normal');
    expect(pick({ picked: 'emergency' })).toBe('emergency');
    expect(pick({ picked: 'emergency', outside: true })).toBe('outside');
    expect(pick({ picked: 'gone' })).toBe('normal');
    const table = {
      ...DEFAULT_POLICY_TABLE,
      byAgency: { insp: 'oversight', bpjn: 'sp4n' },
      byCategory: { info: 'information' },
      byAgencyAndCategory: { 'insp/info': 'sp4n' },
    };
    const from = (agencyId: string, category?: string, outside = false) =>
      choosePolicy(table, { agencyId, outside, ...(category ? { category } : {}) }).id;
    expect(from('insp')).toBe('oversight');
    expect(from('insp', 'info')).toBe('sp4n');
    expect(from('hub', 'info')).toBe('information');
    expect(from('bpjn', 'info', true)).toBe('sp4n');
  });
});

describe('explain', () => {
  it('names nights, breaks, weekends, holidays and pauses, in order', () => {
    const log = new Log([wib]);
    log.forward({ policy: days(3), at: at('2026-08-14 11.00') });
    log.pause(at('2026-08-18 09.00'), at('2026-08-18 10.30'), 'citizen');
    const clock = state(log, at('2026-08-18 13.00')).current?.clocks.response;
    const { sums, days: list, ...sum } = explain(clock!, log.book);
    expect(
      sums.map(({ kind, note, reasons, ms }) => [kind, note?.name ?? reasons.join(), ms / MINUTE]),
    ).toEqual([
      ['running', '', 30 + 210 + 90 + 90],
      ['break', '', 90 + 60],
      ['closed', '', 450 + 450],
      ['weekend', '', 2_880],
      ['holiday', 'Hari Kemerdekaan', 1_440],
      ['paused', 'citizen', 90],
    ]);
    expect(list.map((day) => day.why)).toEqual(['first-day', 'closed', 'closed', 'closed', 'not-over']);
    expect(sum.elapsed).toBe(sum.counted + sum.outside);
    expect(sum.left).toBe(clock?.left);
  });

  it('marks what lies after the due time', () => {
    const log = new Log([wib]);
    log.forward({ policy: policyOf({ response: clockHours(24) }), at: at('2026-08-03 10.00') });
    const clock = state(log, at('2026-08-04 12.00')).current?.clocks.response;
    expect(explain(clock!, log.book).parts.map((p) => [p.kind, p.late, (p.to - p.from) / HOUR])).toEqual([
      ['running', false, 24],
      ['running', true, 2],
    ]);
  });
});

describe('events', () => {
  it('pass the edge of the store, and their notes go with a purge', () => {
    const log = new Log([wib]);
    log.forward({ policy: normal, at: at('2026-08-03 10.00') });
    log.pause(at('2026-08-03 11.00'), at('2026-08-04 11.00'));
    log.resume(at('2026-08-03 12.00'));
    log.decide(at('2026-08-04 10.00'), log.ask(at('2026-08-04 09.00'), 'settlement', workingDays(3)), true);
    log.notOurs(at('2026-08-04 12.00'));
    const first = log.events[0]!;
    if (first.type !== 'forwarded' || !first.frozen) throw new Error('no frozen');
    log.add({ type: 'recomputed', at: at('2026-08-04 13.00'), frozen: first.frozen, note: 'rahasia' });
    for (const e of log.events) {
      expect(eventSchema.parse(e)).toEqual(e);
      expect(JSON.stringify(scrubEvent(e, 'request'))).not.toMatch(/hujan|rahasia/);
    }
    const { frozen: _, ...old } = first;
    expect(eventSchema.parse(old)).toEqual(old);
  });

  it.each([
    [{ kind: 'clockHours', ms: 0 }],
    [{ kind: 'clockHours', ms: 10_000 * HOUR }],
    [{ kind: 'officeHours', ms: 10_000 * HOUR }],
    [{ kind: 'workingDays', days: 0 }],
    [{ kind: 'workingDays', days: 1.5 }],
    [{ kind: 'lunar', days: 1 }],
  ])('with %j are refused', (by) => {
    const log = new Log([wib]);
    log.forward({ policy: normal, at: at('2026-08-03 10.00') });
    log.add({ type: 'extensionAsked', at: at('2026-08-03 11.00'), clock: 'response', by, reason: '' });
    expect(eventSchema.safeParse(log.events[1]).success).toBe(false);
  });
});
