import { describe, expect, it } from 'vitest';
import { clockLines } from '../../channels/clock-text.ts';
import { builtInCalendar } from '../../complaints/deadlines/calendar.ts';
import { clocksOf } from '../../complaints/deadlines/clocks.ts';
import { liveClock, nextChange } from '../../complaints/deadlines/live-clock.ts';
import { explain } from '../../complaints/deadlines/parts.ts';
import { DEFAULT_RULES } from '../../complaints/deadlines/rules.ts';
import type { EventOf } from '../../complaints/events.ts';
import { liveEvents } from '../../complaints/live.ts';
import { rowStatus } from '../../complaints/urgency.ts';
import { shortMoment } from '../../complaints/when.ts';
import { complaintClock, rowClock } from '../../components/complaint-parts/clock-view.ts';
import { durationShort } from '../../components/format.ts';
import { nextTurn, popupCounts } from '../../components/popup/groups.ts';
import { badgeOf } from '../../entrypoints/background/badge.ts';
import { setLocale } from '../../i18n/index.ts';
import { TanggapError } from '../../protocol/errors.ts';
import { askExtension } from '../../storage/ask-extension.ts';
import { toCsv } from '../../storage/csv.ts';
import type { TanggapDatabase } from '../../storage/database.ts';
import { decideExtension } from '../../storage/decide-extension.ts';
import { exportBackup } from '../../storage/export.ts';
import { flag } from '../../storage/flag.ts';
import { forward } from '../../storage/forward.ts';
import { importBackup } from '../../storage/import.ts';
import { notOurs } from '../../storage/not-ours.ts';
import { pause } from '../../storage/pause.ts';
import { readCalendarBook } from '../../storage/read/calendar-book.ts';
import { readComplaint } from '../../storage/read/complaint.ts';
import { readCounts } from '../../storage/read/counts.ts';
import { readIncompleteYear } from '../../storage/read/incomplete-year.ts';
import { readNextMoment } from '../../storage/read/next-moment.ts';
import { readOverdueSince } from '../../storage/read/overdue.ts';
import { readRow } from '../../storage/read/row.ts';
import { readRules } from '../../storage/read/rules.ts';
import { rebuild } from '../../storage/rebuild.ts';
import { recompute } from '../../storage/recompute.ts';
import { reopen } from '../../storage/reopen.ts';
import { resolve } from '../../storage/resolve.ts';
import { respond } from '../../storage/respond.ts';
import { resume } from '../../storage/resume.ts';
import { saveAgencies } from '../../storage/save-agencies.ts';
import { saveCalendar } from '../../storage/save-calendar.ts';
import { saveRules } from '../../storage/save-rules.ts';
import { undo } from '../../storage/undo.ts';
import { agency, capture, forwardInput, freshDb, HOUR, T0 } from './samples.ts';

const ID = 'instagram:AAAAA11111';
const DAY = 24 * HOUR;

async function store(change: object = {}): Promise<TanggapDatabase> {
  const db = freshDb();
  await saveAgencies(db, [agency('dishub'), agency('dlh'), agency('bpjn', { outside: true })], T0);
  await flag(db, { capture: capture('AAAAA11111'), via: 'button', now: T0 });
  await forward(db, forwardInput(ID, change), T0);
  return db;
}

const halt = (from: number, until: number) => ({
  complaintId: ID,
  reason: 'citizen' as const,
  from,
  until,
  note: '',
});

async function at(db: TanggapDatabase, now: number) {
  const found = await readComplaint(db, ID);
  const row = await readRow(db, ID);
  if (!found || !row) throw new Error('no complaint');
  const book = await readCalendarBook(db);
  const clocks = clocksOf(liveEvents(found.events), book, now);
  return { ...found, row, book, clocks, clock: clocks.current?.clocks[clocks.live ?? 'response'] };
}

/** Badge, popup, list row, complaint page, letter and export tell the same of one log at one moment. */
async function sameEverywhere(db: TanggapDatabase, now: number): Promise<void> {
  setLocale('id');
  const { complaint, row, clocks, book } = await at(db, now);
  const clock = clocks.current?.clocks.response;
  if (!clock || clock.due === null) throw new Error('no clock');
  const sum = explain(clock, book);
  const counts = await readCounts(db, now);
  const status = rowStatus(row, now);
  const states = { running: 'waiting', near: 'near', late: 'overdue', paused: 'paused' } as const;
  expect(status, 'list').toBe(states[clock.state as keyof typeof states]);
  expect(complaintClock(complaint, now), 'panel').toEqual(rowClock(row, now));
  const one = (name: string) => (status === name ? 1 : 0);
  const expected = { overdue: one('overdue'), near: one('near'), waiting: one('waiting') };
  expect(counts, 'badge').toEqual({ ...expected, fresh: 0 });
  expect(popupCounts([row], now), 'popup').toEqual({ ...expected, new: 0 });
  expect(badgeOf(counts).text).toBe(status === 'overdue' || status === 'near' ? '1' : '');
  expect((await readOverdueSince(db, 0, now)).length, 'notice').toBe(expected.overdue);
  const view = rowClock(row, now);
  expect(view.words, 'words').toContain(durationShort(sum.left));
  expect(view.used, 'bar').toBeCloseTo(sum.share, 9);
  expect(toCsv([row], { zone: 'WIB', now }), 'export').toContain(shortMoment(clock.due, 'WIB', 'id'));
  expect(clockLines(sum, { zone: 'WIB' }).join('\n'), 'letter').toContain(
    clock.overdue ? 'Lewat: ' : 'Sisa: ',
  );
  const next = nextChange(clocks, now);
  const live = liveClock(clocks);
  if (live?.name === 'response') {
    expect(await readNextMoment(db, now), 'alarm').toBe(next);
  }
  // The popup turns with the badge.
  if (next !== null && status !== 'overdue') expect(nextTurn([row], now)).not.toBeNull();
}

describe('one log, one figure', () => {
  const moments = [0, 1, 5 * HOUR, 17 * HOUR, 18 * HOUR, 20 * HOUR, DAY, DAY + 1, 30 * HOUR, 60 * HOUR];

  it.each(moments)('a clock without pause, %i ms after forwarding', async (later) => {
    await sameEverywhere(await store(), T0 + later);
  });

  it.each([
    ['while it ran', 2 * HOUR, 9 * HOUR],
    ['when it was near', 19 * HOUR, 40 * HOUR],
    ['across its due time', 23 * HOUR, 26 * HOUR],
    ['when it was late', 30 * HOUR, 50 * HOUR],
  ])('a clock that was paused %s', async (_when, from, to) => {
    const db = await store();
    await pause(db, halt(T0 + from, T0 + to), T0 + from);
    for (const now of [from, from + 1, (from + to) / 2, to - 1, to, to + 1, to + HOUR, to + 2 * DAY])
      await sameEverywhere(db, T0 + now);
    const before = await readRow(db, ID);
    await rebuild(db);
    expect(await readRow(db, ID)).toEqual(before);
  });

  it('a clock paused twice after it was late, and resumed before the end', async () => {
    const db = await store();
    await pause(db, halt(T0 + 26 * HOUR, T0 + 30 * HOUR), T0 + 26 * HOUR);
    await pause(db, halt(T0 + 35 * HOUR, T0 + 90 * HOUR), T0 + 35 * HOUR);
    await sameEverywhere(db, T0 + 36 * HOUR);
    await resume(db, { complaintId: ID, note: '' }, T0 + 40 * HOUR);
    for (const now of [40, 41, 80]) await sameEverywhere(db, T0 + now * HOUR);
    // 2 hours before the first pause, 5 between, 1 after.
    expect((await at(db, T0 + 41 * HOUR)).clock?.left).toBe(-8 * HOUR);
  });

  it('a clock with an extension', async () => {
    const db = await store();
    const by = { kind: 'clockHours', ms: 12 * HOUR } as const;
    await askExtension(
      db,
      { complaintId: ID, clock: 'response', by, reason: 'suku cadang', granted: true },
      T0,
    );
    for (const now of [1, 20, 27, 30, 36, 37]) await sameEverywhere(db, T0 + now * HOUR);
    expect((await readRow(db, ID))?.dueAt).toBe(T0 + 36 * HOUR);
  });
});

describe('the forwarding', () => {
  it('freezes policy, calendar, agency and the due times of three clocks', async () => {
    const db = await store();
    const event = (await db.events.toArray()).find((e) => e.type === 'forwarded') as EventOf<'forwarded'>;
    expect(event.frozen).toMatchObject({
      policyId: 'normal',
      calendarVersion: 'bawaan-2026',
      schedule: 'office',
      agencyId: 'dishub',
      // Five ends of office after Tuesday 24 November: 25, 26, 27, 30 November and 1 December at 16.00 WIB.
      due: { response: T0 + DAY, followUp: Date.UTC(2026, 11, 1, 9), settlement: Date.UTC(2026, 11, 14, 9) },
    });
    expect(event.dueAt).toBe(event.frozen?.due.response);
  });

  it('takes the own term for the first response, and leaves an outside body its own time', async () => {
    const custom = await at(await store({ preset: 'custom', termMs: 3 * HOUR }), T0);
    expect(custom.row).toMatchObject({ dueAt: T0 + 3 * HOUR, termMs: 3 * HOUR });
    expect(custom.clocks.current?.clocks.settlement.term).toEqual({ kind: 'workingDays', days: 14 });
    const outside = await at(await store({ agencyId: 'bpjn' }), T0);
    expect(outside.row).toMatchObject({ status: 'outside', open: 0 });
    expect(outside.clock).toMatchObject({ policyId: 'outside', term: { kind: 'workingDays', days: 2 } });
  });

  it('follows the office’s own policy and the agency’s own hours; running clocks keep theirs', async () => {
    const db = await store();
    const policies = DEFAULT_RULES.policies.map((policy) =>
      policy.id === 'normal'
        ? { ...policy, terms: { ...policy.terms, followUp: { kind: 'workingDays' as const, days: 1 } } }
        : policy,
    );
    await saveRules(db, { ...DEFAULT_RULES, policies, schedules: { dlh: 'always' } }, T0 + HOUR);
    expect((await readRules(db)).schedules).toEqual({ dlh: 'always' });
    expect((await at(db, T0)).clocks.current?.clocks.followUp.term).toEqual({ kind: 'workingDays', days: 5 });
    await forward(db, forwardInput(ID, { agencyId: 'dlh' }), T0 + 2 * HOUR);
    const { clocks } = await at(db, T0 + 2 * HOUR);
    expect(clocks.current?.clocks.followUp).toMatchObject({
      term: { kind: 'workingDays', days: 1 },
      schedule: 'always',
    });
    expect(clocks.past[0]?.clocks.response.why).toBe('transferred');
  });
});

describe('changes to a clock', () => {
  const refused = (work: Promise<unknown>) =>
    work.then(
      () => 'accepted',
      (error: unknown) => (error instanceof TanggapError ? `${error.code}:${error.message}` : String(error)),
    );

  it('are refused with their reason, and nothing is written', async () => {
    const db = await store();
    const events = await db.events.count();
    const now = T0 + HOUR;
    expect(await refused(pause(db, halt(T0 - HOUR, now + HOUR), now))).toBe('clock:before-forwarding');
    expect(await refused(pause(db, halt(now + HOUR, now + DAY), now))).toBe('clock:in-the-future');
    expect(await refused(pause(db, halt(now, now - 1), now))).toBe('clock:ends-before');
    expect(await refused(pause(db, halt(now, now + 3 * 365 * DAY), now))).toBe('clock:too-long');
    expect(await refused(pause(db, { ...halt(now, now + DAY), reason: 'other' }, now))).toBe(
      'clock:reason-missing',
    );
    expect(await refused(resume(db, { complaintId: ID, note: '' }, now))).toBe('clock:not-paused');
    const ask = { complaintId: ID, clock: 'response' as const, reason: 'x', granted: null };
    expect(await refused(askExtension(db, { ...ask, by: { kind: 'workingDays', days: 1 } }, now))).toBe(
      'clock:other-kind',
    );
    const hours = { kind: 'clockHours', ms: HOUR } as const;
    expect(await refused(askExtension(db, { ...ask, by: hours, reason: ' ' }, now))).toBe(
      'clock:reason-missing',
    );
    expect(await refused(askExtension(db, { ...ask, by: hours }, T0 + 2 * DAY))).toBe('clock:after-due');
    expect(
      await refused(decideExtension(db, { complaintId: ID, target: 'x', granted: true, note: '' }, now)),
    ).toBe('clock:nothing-asked');
    expect(await refused(recompute(db, { complaintId: ID, preset: null, termMs: null, note: '' }, now))).toBe(
      'clock:reason-missing',
    );
    expect(await db.events.count()).toBe(events);
  });

  it('once from two windows, and can each be taken back', async () => {
    const db = await store();
    const now = T0 + HOUR;
    const [a, b] = await Promise.all([
      pause(db, halt(now, now + DAY), now),
      pause(db, halt(now, now + DAY), now + 9),
    ]);
    expect(a).toEqual(b);
    expect(rowStatus((await at(db, now)).row, now)).toBe('paused');
    await undo(db, a, now + 1);
    expect((await at(db, now + 2)).row).toMatchObject({ status: 'waiting', dueAt: T0 + DAY });
    expect((await at(db, now + 2)).row).not.toHaveProperty('pausedUntil');
  });

  it('an extension is asked for, decided, and given once', async () => {
    const db = await store();
    const by = { kind: 'clockHours', ms: HOUR } as const;
    const ask = { complaintId: ID, clock: 'response' as const, by, reason: 'x', granted: null };
    const asked = await askExtension(db, ask, T0 + HOUR);
    expect((await at(db, T0 + HOUR)).row.dueAt).toBe(T0 + DAY);
    expect(await refused(askExtension(db, { ...ask, reason: 'y' }, T0 + 2 * HOUR))).toBe(
      'clock:extension-pending',
    );
    const target = asked.eventId;
    await decideExtension(db, { complaintId: ID, target, granted: true, note: '' }, T0 + 2 * HOUR);
    expect((await at(db, T0 + 2 * HOUR)).row.dueAt).toBe(T0 + 25 * HOUR);
    expect(await refused(askExtension(db, { ...ask, reason: 'z' }, T0 + 3 * HOUR))).toBe(
      'clock:extension-used',
    );
  });

  it('Bukan wewenang ends the agency’s clocks until another one gets it', async () => {
    const db = await store();
    await notOurs(db, { complaintId: ID, suggests: 'DLH', note: '' }, T0 + HOUR);
    const now = T0 + 3 * DAY;
    expect((await at(db, now)).row).toMatchObject({ status: 'outside', open: 0 });
    expect(await readCounts(db, now)).toEqual({ overdue: 0, near: 0, fresh: 0, waiting: 0 });
    await forward(db, forwardInput(ID, { agencyId: 'dlh' }), now);
    const { row, clocks } = await at(db, now);
    expect(row).toMatchObject({ status: 'waiting', dueAt: now + DAY });
    expect(clocks.past[0]?.clocks.response).toMatchObject({ state: 'notApplicable', why: 'not-ours' });
  });

  it('opening again after a solution starts a new settlement clock and no new first response', async () => {
    const db = await store();
    await resolve(db, { complaintId: ID, note: '' }, T0 + HOUR);
    await reopen(db, { complaintId: ID, note: 'padam lagi' }, T0 + DAY);
    const { row, clocks } = await at(db, T0 + 3 * DAY);
    expect(row).toMatchObject({ status: 'responded', open: 0 });
    expect(clocks.current?.clocks.response.state).toBe('onTime');
    expect(clocks.current?.clocks.settlement).toMatchObject({ startedAt: T0 + DAY, stoppedAt: null });
    expect(clocks.current?.earlierSettlements).toHaveLength(1);
  });

  it('survive export and import on another desk', async () => {
    const db = await store();
    await pause(db, halt(T0 + HOUR, T0 + 9 * HOUR), T0 + HOUR);
    await resume(db, { complaintId: ID, note: '' }, T0 + 2 * HOUR);
    const by = { kind: 'clockHours', ms: HOUR } as const;
    const ask = { complaintId: ID, clock: 'response' as const, by, reason: 'x', granted: true };
    await askExtension(db, ask, T0 + 3 * HOUR);
    await recompute(db, { complaintId: ID, preset: 'busy', termMs: null, note: 'ramai' }, T0 + 4 * HOUR);
    const file = new Uint8Array(await (await exportBackup(db, { now: T0 + DAY })).arrayBuffer());
    const other = freshDb();
    await importBackup(other, file);
    const [here, there] = [await at(db, T0 + 5 * HOUR), await at(other, T0 + 5 * HOUR)];
    expect(there.clocks).toEqual(here.clocks);
    expect(there.row).toEqual(here.row);
    // Six hours, one of pause, one of extension.
    expect(there.row.dueAt).toBe(T0 + 8 * HOUR);
  });
});

describe('the calendar', () => {
  it('and the rules go along to another desk, which works out the same', async () => {
    const db = await store();
    const local = { day: '2026-11-25', name: 'Hari jadi', kind: 'local' as const, source: 'SK Bupati' };
    const next = {
      ...builtInCalendar(),
      version: 'daerah-1',
      holidays: [local, ...builtInCalendar().holidays],
    };
    await saveCalendar(db, next, T0 + HOUR);
    await saveRules(db, { ...DEFAULT_RULES, schedules: { dlh: 'six-days' } }, T0 + HOUR);
    await forward(db, forwardInput(ID, { agencyId: 'dlh' }), T0 + 2 * HOUR);
    const file = new Uint8Array(await (await exportBackup(db, { now: T0 + DAY })).arrayBuffer());
    const other = freshDb();
    await importBackup(other, file);
    await importBackup(other, file);
    expect(await readRules(other)).toEqual(await readRules(db));
    const there = await at(other, T0 + DAY);
    expect(there.clocks).toEqual((await at(db, T0 + DAY)).clocks);
    expect(there.row).toEqual((await at(db, T0 + DAY)).row);
    expect(there.clocks.current?.clocks.followUp.calendarMissing).toBe(false);
    expect(there.clocks.current?.clocks.followUp.schedule).toBe('six-days');
  });

  it('is taken into use for what is forwarded later, never written over, refused when it cannot be used', async () => {
    const db = await store();
    const next = {
      ...builtInCalendar(),
      version: 'daerah-1',
      holidays: [
        { day: '2026-11-25', name: 'Hari jadi', kind: 'local' as const, source: 'SK Bupati' },
        ...builtInCalendar().holidays,
      ],
    };
    await saveCalendar(db, next, T0 + HOUR);
    await expect(saveCalendar(db, next, T0 + HOUR)).rejects.toMatchObject({ message: 'version-known' });
    const empty = { ...next, version: 'x', schedules: [] };
    await expect(saveCalendar(db, empty, T0)).rejects.toMatchObject({ code: 'clock', message: 'too-many' });
    expect((await at(db, T0)).clocks.current?.clocks.followUp.due).toBe(Date.UTC(2026, 11, 1, 9));
    await forward(db, forwardInput(ID, { agencyId: 'dlh' }), T0 + 2 * HOUR);
    const { clocks } = await at(db, T0 + 2 * HOUR);
    expect(clocks.current?.clocks.followUp).toMatchObject({
      calendarVersion: 'daerah-1',
      due: Date.UTC(2026, 11, 2, 9),
    });
  });

  it('without its SKB puts a grey dot on an otherwise quiet badge, until the clock is done', async () => {
    const db = freshDb();
    const late = Date.UTC(2026, 11, 21, 2);
    await saveAgencies(db, [agency('dishub')], late);
    await flag(db, { capture: capture('AAAAA11111'), via: 'button', now: late });
    expect(await readIncompleteYear(db)).toBeNull();
    await forward(db, forwardInput(ID), late);
    expect(await readIncompleteYear(db)).toBe(2027);
    const counts = await readCounts(db, late);
    expect(badgeOf(counts, 2027)).toMatchObject({ text: '•', background: '#5F6970' });
    expect(badgeOf(await readCounts(db, late + 2 * DAY), 2027).text).toBe('1');
    await respond(
      db,
      { complaintId: ID, kind: 'done', text: 'x', at: late + HOUR, via: 'hand' },
      late + 2 * HOUR,
    );
    expect(await readIncompleteYear(db)).toBeNull();
  });
});
