import { describe, expect, it } from 'vitest';
import { correct } from '../../storage/correct.ts';
import { dismiss } from '../../storage/dismiss.ts';
import { flag } from '../../storage/flag.ts';
import { forward } from '../../storage/forward.ts';
import { readAgencies } from '../../storage/read/agencies.ts';
import { readCounts } from '../../storage/read/counts.ts';
import { readNextMoment } from '../../storage/read/next-moment.ts';
import { readNextNew } from '../../storage/read/next-new.ts';
import { readPending } from '../../storage/read/pending.ts';
import { readRow } from '../../storage/read/row.ts';
import { readRows } from '../../storage/read/rows.ts';
import { readTabCounts } from '../../storage/read/tab-counts.ts';
import { remind } from '../../storage/remind.ts';
import { removeAgency } from '../../storage/remove-agency.ts';
import { reopen } from '../../storage/reopen.ts';
import { resolve } from '../../storage/resolve.ts';
import { respond } from '../../storage/respond.ts';
import { saveAgencies } from '../../storage/save-agencies.ts';
import { markSensitive } from '../../storage/sensitive.ts';
import { undo } from '../../storage/undo.ts';
import { agency, capture, forwardInput, freshDb, HOUR, T0 } from './samples.ts';

const ID = 'instagram:AAAAA11111';
const MIN = 60_000;

async function store() {
  const db = freshDb();
  await saveAgencies(db, [agency('dishub'), agency('dlh'), agency('bpjn', { outside: true })], T0);
  await flag(db, { capture: capture('AAAAA11111'), via: 'button', now: T0 });
  return db;
}
const answer = (at: number, change = {}) => ({
  complaintId: ID,
  kind: 'initial' as const,
  text: 'Siap',
  at,
  via: 'hand' as const,
  ...change,
});

describe('decisions: expected behaviour', () => {
  it('goes the whole way, each step seen in the list', async () => {
    const db = await store();
    const sent = await forward(db, forwardInput(ID), T0 + MIN);
    expect(sent.dueAt).toBe(T0 + MIN + 24 * HOUR);
    expect(await readRow(db, ID)).toMatchObject({
      status: 'waiting',
      open: 1,
      dueAt: sent.dueAt,
      agencyShort: 'DISHUB',
    });
    await remind(
      db,
      { complaintId: ID, channel: 'whatsapp', outcome: 'opened', message: 'Mohon' },
      T0 + 2 * HOUR,
    );
    await respond(db, answer(T0 + 3 * HOUR), T0 + 4 * HOUR);
    expect(await readRow(db, ID)).toMatchObject({
      status: 'responded',
      open: 0,
      reminders: 1,
      respondedAt: T0 + 3 * HOUR,
      termMs: 24 * HOUR,
    });
    // The term alone stays: the badge counts by these two.
    expect(await readRow(db, ID)).not.toHaveProperty('dueAt');
    expect(await readRow(db, ID)).not.toHaveProperty('nearAt');
    await resolve(db, { complaintId: ID, note: 'menyala' }, T0 + 5 * HOUR);
    expect(await readRow(db, ID)).toMatchObject({ status: 'done', resolvedAt: T0 + 5 * HOUR });
    await reopen(db, { complaintId: ID, note: 'padam lagi' }, T0 + 6 * HOUR);
    expect((await readRow(db, ID))?.status).toBe('responded');
  });

  it('counts by index exactly as the statuses say, to the millisecond', async () => {
    const db = await store();
    const { dueAt } = await forward(db, forwardInput(ID), T0);
    await flag(db, { capture: capture('BBBBB22222'), via: 'button', now: T0 });
    expect(await readCounts(db, T0)).toEqual({ overdue: 0, near: 0, fresh: 1, waiting: 1 });
    expect(await readCounts(db, dueAt - 6 * HOUR)).toEqual({ overdue: 0, near: 1, fresh: 1, waiting: 0 });
    expect(await readCounts(db, dueAt)).toEqual({ overdue: 0, near: 1, fresh: 1, waiting: 0 });
    expect(await readCounts(db, dueAt + 1)).toEqual({ overdue: 1, near: 0, fresh: 1, waiting: 0 });
    expect(await readNextMoment(db, T0)).toBe(dueAt - 6 * HOUR);
    expect(await readNextMoment(db, dueAt - 6 * HOUR)).toBe(dueAt + 1);
    expect(await readNextMoment(db, dueAt)).toBe(dueAt + 1);
    expect(await readNextMoment(db, dueAt + 1)).toBeNull();
    expect(await readTabCounts(db, dueAt + 1)).toEqual({ open: 2, mine: 2, agency: 0, done: 0 });
  });

  it('lists overdue first, then near, new, waiting; filters and searches without the citizen', async () => {
    const db = await store();
    for (const code of ['BBBBB22222', 'CCCCC33333', 'DDDDD44444']) {
      await flag(db, { capture: capture(code), via: 'button', now: T0 });
    }
    await forward(db, forwardInput('instagram:BBBBB22222', { agencyId: 'dlh', preset: 'emergency' }), T0);
    await forward(db, forwardInput('instagram:CCCCC33333', { preset: 'busy' }), T0);
    await forward(db, forwardInput('instagram:DDDDD44444'), T0);
    const now = T0 + 5 * HOUR;
    const order = ['instagram:BBBBB22222', 'instagram:CCCCC33333', ID, 'instagram:DDDDD44444'];
    expect((await readPending(db, now)).map((r) => r.id)).toEqual(order);
    expect((await readRows(db, {}, now)).map((r) => r.id)).toEqual(order);
    expect((await readRows(db, { status: 'overdue' }, now)).map((r) => r.id)).toEqual([
      'instagram:BBBBB22222',
    ]);
    expect((await readRows(db, { agencyId: 'dishub' }, now)).map((r) => r.id)).toEqual([
      'instagram:CCCCC33333',
      'instagram:DDDDD44444',
    ]);
    expect((await readRows(db, { tab: 'mine' }, now)).map((r) => r.id)).toEqual(order.slice(0, 3));
    expect((await readRows(db, { query: 'adu-0002' }, now)).map((r) => r.id)).toEqual([
      'instagram:BBBBB22222',
    ]);
    expect(await readRows(db, { query: 'warga.contoh' }, now)).toEqual([]);
    expect((await readNextNew(db, 'none'))?.id).toBe(ID);
    expect(await readNextNew(db, ID)).toBeNull();
    expect((await readAgencies(db, { order: 'lastUsed', at: now }))[0]?.id).toMatch(/dishub|dlh/);
  });

  it('one double click is one forwarding; another channel is a second one with the same clock', async () => {
    const db = await store();
    const first = await forward(db, forwardInput(ID), T0);
    expect(await forward(db, forwardInput(ID), T0 + 900)).toMatchObject({ eventId: first.eventId });
    const mail = await forward(db, forwardInput(ID, { channel: 'email' }), T0 + HOUR);
    expect(mail.eventId).not.toBe(first.eventId);
    expect(mail.dueAt).toBe(first.dueAt);
  });

  it('a transfer starts one new clock', async () => {
    const db = await store();
    await forward(db, forwardInput(ID), T0);
    const second = await forward(db, forwardInput(ID, { agencyId: 'dlh' }), T0 + HOUR);
    expect(second.dueAt).toBe(T0 + 25 * HOUR);
    expect(
      await db.complaints.where('[open+dueAt]').between([1, 0], [1, Number.MAX_SAFE_INTEGER]).count(),
    ).toBe(1);
  });

  it('undo brings back what was there before', async () => {
    const db = await store();
    const before = await readRow(db, ID);
    const { eventId } = await forward(db, forwardInput(ID), T0 + MIN);
    const once = await undo(db, { eventId }, T0 + 2 * MIN);
    expect(await undo(db, { eventId }, T0 + 3 * MIN)).toEqual(once);
    expect({ ...(await readRow(db, ID)), lastEventAt: 0 }).toEqual({ ...before, lastEventAt: 0 });
  });

  it('a response in the minute of the forwarding counts', async () => {
    const db = await store();
    await forward(db, forwardInput(ID), T0 + 40_000);
    await respond(db, answer(T0), T0 + 2 * MIN);
    expect((await readRow(db, ID))?.respondedAt).toBe(T0 + 40_000);
  });

  it('two equal messages of a pasted chat are two answers, a double press is one', async () => {
    const db = await store();
    await forward(db, forwardInput(ID), T0);
    const first = await respond(db, answer(T0 + HOUR, { via: 'pasted' }), T0 + 3 * HOUR);
    const again = await respond(db, answer(T0 + HOUR, { via: 'pasted' }), T0 + 3 * HOUR + 1);
    const other = await respond(db, answer(T0 + 2 * HOUR, { via: 'pasted' }), T0 + 3 * HOUR + 2);
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });

  it('an agency that was named is retired, another is deleted', async () => {
    const db = await store();
    await forward(db, forwardInput(ID), T0);
    expect(await removeAgency(db, { agencyId: 'dishub' }, T0)).toEqual({ removed: false });
    expect(await removeAgency(db, { agencyId: 'dlh' }, T0)).toEqual({ removed: true });
    expect((await db.agencies.get('dishub'))?.retiredAt).toBe(T0);
    await expect(forward(db, forwardInput(ID), T0 + HOUR)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('decisions: unexpected', () => {
  it.each([
    [
      'a response before the forwarding',
      (db: Awaited<ReturnType<typeof store>>) => respond(db, answer(T0 - MIN), T0 + HOUR),
      'before-forwarding',
    ],
    [
      'a response that has not happened',
      (db: Awaited<ReturnType<typeof store>>) => respond(db, answer(T0 + 2 * HOUR), T0 + HOUR),
      'in-future',
    ],
    [
      'a complaint that is not there',
      (db: Awaited<ReturnType<typeof store>>) =>
        dismiss(db, { complaintId: 'instagram:none00', note: '' }, T0),
      'not-found',
    ],
    [
      'a photo of another complaint',
      (db: Awaited<ReturnType<typeof store>>) =>
        forward(db, forwardInput(ID, { photoHashes: ['0'.repeat(64)] }), T0 + HOUR),
      'invalid',
    ],
    [
      'a custom term without length',
      (db: Awaited<ReturnType<typeof store>>) =>
        forward(db, forwardInput(ID, { preset: 'custom' }), T0 + HOUR),
      'invalid',
    ],
    [
      'reopening what is open',
      (db: Awaited<ReturnType<typeof store>>) => reopen(db, { complaintId: ID, note: '' }, T0 + HOUR),
      'conflict',
    ],
    [
      'an address that is none',
      (db: Awaited<ReturnType<typeof store>>) =>
        correct(db, { complaintId: ID, field: 'permalink', value: 'javascript:alert(1)' }, T0),
      'invalid',
    ],
    [
      'a time ahead',
      (db: Awaited<ReturnType<typeof store>>) =>
        correct(db, { complaintId: ID, field: 'postedAt', value: String(T0 + 1) }, T0),
      'invalid',
    ],
  ])('%s is refused and changes nothing', async (_name, act, code) => {
    const db = await store();
    await forward(db, forwardInput(ID), T0);
    const events = await db.events.count();
    await expect(act(db)).rejects.toMatchObject({ code });
    expect(await db.events.count()).toBe(events);
  });

  it('two panels that close one complaint at once: one decides', async () => {
    const db = await store();
    const both = await Promise.allSettled([
      resolve(db, { complaintId: ID, note: 'beres' }, T0 + HOUR),
      dismiss(db, { complaintId: ID, note: 'iklan' }, T0 + HOUR),
    ]);
    expect(both.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((r) => r.status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } });
    expect(await db.events.count()).toBe(2);
  });

  it('two panels that forward to different agencies at once: one decides', async () => {
    const db = await store();
    const both = await Promise.allSettled([
      forward(db, forwardInput(ID), T0 + HOUR),
      forward(db, forwardInput(ID, { agencyId: 'dlh' }), T0 + HOUR + 800),
    ]);
    expect(both.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
    expect((await db.events.toArray()).filter((e) => e.type === 'forwarded')).toHaveLength(1);
  });

  it('two windows that resolve at once with the same words are one decision', async () => {
    const db = await store();
    const [a, b] = await Promise.all([
      resolve(db, { complaintId: ID, note: 'beres' }, T0 + HOUR),
      resolve(db, { complaintId: ID, note: 'beres' }, T0 + HOUR + 300),
    ]);
    expect(a).toEqual(b);
  });

  it('an answered forwarding and a flag that was acted on cannot be taken back', async () => {
    const db = await store();
    const flagged = (await db.events.toArray())[0]?.id ?? '';
    const { eventId } = await forward(db, forwardInput(ID), T0);
    const response = await respond(db, answer(T0 + HOUR), T0 + 2 * HOUR);
    await expect(undo(db, { eventId }, T0 + 3 * HOUR)).rejects.toMatchObject({ code: 'conflict' });
    await expect(undo(db, { eventId: flagged }, T0 + 3 * HOUR)).rejects.toMatchObject({ code: 'conflict' });
    const back = await undo(db, { eventId: response.eventId }, T0 + 3 * HOUR);
    await expect(undo(db, { eventId: back.eventId }, T0 + 3 * HOUR)).rejects.toMatchObject({
      code: 'conflict',
    });
    await undo(db, { eventId }, T0 + 4 * HOUR);
    expect((await readRow(db, ID))?.status).toBe('new');
  });

  it('setting what is set already is not recorded again', async () => {
    const db = await store();
    const a = await markSensitive(db, { complaintId: ID, sensitive: true }, T0);
    expect(await markSensitive(db, { complaintId: ID, sensitive: true }, T0)).toEqual(a);
    const c = await correct(db, { complaintId: ID, field: 'place', value: 'Baamang' }, T0);
    expect(await correct(db, { complaintId: ID, field: 'place', value: 'Baamang' }, T0)).toEqual(c);
    expect(await readRow(db, ID)).toMatchObject({ place: 'Baamang', sensitive: 1 });
  });
});
