import { describe, expect, it } from 'vitest';
import type { EventOf } from '../../complaints/events.ts';
import { liveEvents } from '../../complaints/live.ts';
import { TanggapError } from '../../protocol/errors.ts';
import type { TanggapDatabase } from '../../storage/database.ts';
import { escalate } from '../../storage/escalate.ts';
import { exportBackup } from '../../storage/export.ts';
import { flag } from '../../storage/flag.ts';
import { forward } from '../../storage/forward.ts';
import { importBackup } from '../../storage/import.ts';
import { pause } from '../../storage/pause.ts';
import { purge } from '../../storage/purge.ts';
import { readComplaint } from '../../storage/read/complaint.ts';
import { readReminders, readSameStep } from '../../storage/read/ladders.ts';
import { readRow } from '../../storage/read/row.ts';
import { rebuild } from '../../storage/rebuild.ts';
import { remindAll } from '../../storage/remind-all.ts';
import { respond } from '../../storage/respond.ts';
import { saveAgencies } from '../../storage/save-agencies.ts';
import { undo } from '../../storage/undo.ts';
import { undoAll } from '../../storage/undo-all.ts';
import { agency, capture, forwardInput, freshDb, HOUR, T0 } from './samples.ts';

const CODES = ['AAAAA11111', 'BBBBB22222', 'CCCCC33333'];
const IDS = CODES.map((code) => `instagram:${code}`);
const [A = '', B = '', C = ''] = IDS;
const DAY = 24 * HOUR;

/** Three complaints with one agency, forwarded at T0 (Tuesday, 09.00 WIB) for 24 hours. */
async function store(): Promise<TanggapDatabase> {
  const db = freshDb();
  await saveAgencies(db, [agency('dishub'), agency('dlh'), agency('bpjn', { outside: true })], T0);
  for (const code of CODES) await flag(db, { capture: capture(code), via: 'button', now: T0 });
  for (const id of IDS) await forward(db, forwardInput(id), T0);
  return db;
}

const message = (complaintId: string) => ({ complaintId, message: `Pesan tentang ${complaintId}` });
const reminder = (...ids: string[]) => ({
  channel: 'whatsapp',
  outcome: 'opened' as const,
  items: ids.map(message),
});
const letter = (step: 'explanation' | 'warning1' | 'warning2', answerBy: number, ...ids: string[]) => ({
  ...{ step, answerBy, channel: 'copy', outcome: 'copied' as const },
  items: ids.map(message),
});
async function stepsIn(db: TanggapDatabase, id: string): Promise<string[]> {
  const found = await readComplaint(db, id);
  return liveEvents(found?.events ?? []).flatMap((event) =>
    event.type === 'escalated' ? [event.step] : event.type === 'reminded' ? ['reminder'] : [],
  );
}
const conflict = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(TanggapError);
  expect((error as TanggapError).code).toBe('conflict');
};

describe('climbing the ladder', () => {
  it('reminder, Permintaan Penjelasan, Surat Teguran I and II, each only when its time has come', async () => {
    const db = await store();
    await conflict(escalate(db, letter('explanation', T0 + 9 * DAY, A), T0 + 25 * HOUR));
    await remindAll(db, reminder(A), T0 + 19 * HOUR);
    await conflict(escalate(db, letter('explanation', T0 + 9 * DAY, A), T0 + 24 * HOUR));
    const over = T0 + 25 * HOUR;
    await conflict(escalate(db, letter('warning1', T0 + 9 * DAY, A), over));
    await conflict(escalate(db, letter('explanation', over + HOUR, A), over));
    // Wednesday 10.00: one more term is over on Thursday at 09.00, the next working day ends on Thursday at 16.00.
    const until = T0 + 2 * DAY + 7 * HOUR;
    await escalate(db, letter('explanation', until, A), over);
    await conflict(escalate(db, letter('warning1', T0 + 9 * DAY, A), until));
    await escalate(db, letter('warning1', T0 + 4 * DAY, A), until + 1);
    await conflict(escalate(db, letter('warning2', T0 + 9 * DAY, A), T0 + 4 * DAY));
    await escalate(db, letter('warning2', T0 + 9 * DAY, A), T0 + 4 * DAY + 1);
    await conflict(escalate(db, letter('warning2', T0 + 19 * DAY, A), T0 + 10 * DAY));
    expect(await stepsIn(db, A)).toEqual(['reminder', 'explanation', 'warning1', 'warning2']);
    expect(await readRow(db, A)).toMatchObject({ lastEventType: 'escalated', status: 'waiting', open: 1 });
  });

  it('one letter for several complaints is one event each, all or none', async () => {
    const db = await store();
    await remindAll(db, reminder(A, B), T0 + 19 * HOUR);
    const over = T0 + 25 * HOUR;
    expect(
      (await readSameStep(db, { agencyId: 'dishub', step: 'explanation' }, over)).map((x) => x.row.id),
    ).toEqual([A, B]);
    await conflict(escalate(db, letter('explanation', T0 + 9 * DAY, A, B, C), over));
    expect([await stepsIn(db, A), await stepsIn(db, B)]).toEqual([['reminder'], ['reminder']]);
    const { eventIds } = await escalate(db, letter('explanation', T0 + 9 * DAY, A, B), over);
    expect(eventIds).toHaveLength(2);
    expect(await escalate(db, letter('explanation', T0 + 9 * DAY, A, B), over + 1_000)).toEqual({ eventIds });
    await undoAll(db, { eventIds }, over + 2_000);
    expect(await stepsIn(db, B)).toEqual(['reminder']);
  });

  it('a letter that another one followed cannot be taken back before that one', async () => {
    const db = await store();
    await remindAll(db, reminder(A), T0 + 19 * HOUR);
    const first = await escalate(db, letter('explanation', T0 + 2 * DAY + 7 * HOUR, A), T0 + 25 * HOUR);
    const second = await escalate(db, letter('warning1', T0 + 9 * DAY, A), T0 + 3 * DAY);
    await conflict(undoAll(db, first, T0 + 3 * DAY));
    await undoAll(db, second, T0 + 3 * DAY);
    await undo(db, { eventId: first.eventIds[0] ?? '' }, T0 + 3 * DAY);
    expect(await stepsIn(db, A)).toEqual(['reminder']);
  });

  it('letters are refused while paused, and for a complaint that was answered', async () => {
    const db = await store();
    await remindAll(db, reminder(A, B), T0 + 19 * HOUR);
    const over = T0 + 26 * HOUR;
    await pause(
      db,
      { complaintId: A, reason: 'citizen', from: over - HOUR, until: over + DAY, note: '' },
      over - HOUR,
    );
    await conflict(escalate(db, letter('explanation', T0 + 9 * DAY, A), over));
    await respond(db, { complaintId: B, kind: 'initial', text: 'Siap', at: over, via: 'hand' }, over);
    await conflict(escalate(db, letter('explanation', T0 + 9 * DAY, B), over));
  });

  it('goes through export, import and rebuild unchanged, and a purge takes its words', async () => {
    const db = await store();
    await remindAll(db, reminder(A), T0 + 19 * HOUR);
    await escalate(db, letter('explanation', T0 + 9 * DAY, A), T0 + 25 * HOUR);
    const row = await readRow(db, A);
    await rebuild(db);
    expect(await readRow(db, A)).toEqual(row);
    const other = freshDb();
    const file = await (await exportBackup(db, { now: T0 + 2 * DAY })).arrayBuffer();
    await importBackup(other, new Uint8Array(file), T0 + 2 * DAY);
    expect(await stepsIn(other, A)).toEqual(['reminder', 'explanation']);
    await purge(other, { complaintId: A, reason: 'request' }, T0 + 2 * DAY);
    const event = (await readComplaint(other, A))?.events.find(
      (one): one is EventOf<'escalated'> => one.type === 'escalated',
    );
    expect(event).toMatchObject({ step: 'explanation', message: '' });
  });
});

describe('Ingatkan semua', () => {
  it('one group per agency: overdue and near go in; paused, answered and those within their time are counted', async () => {
    const db = await store();
    await flag(db, { capture: capture('DDDDD44444'), via: 'button', now: T0 });
    await forward(db, forwardInput('instagram:DDDDD44444', { agencyId: 'dlh' }), T0 + 2 * HOUR);
    await flag(db, { capture: capture('EEEEE55555'), via: 'button', now: T0 });
    await forward(db, forwardInput('instagram:EEEEE55555'), T0 + 20 * HOUR);
    const now = T0 + 25 * HOUR;
    await pause(
      db,
      { complaintId: B, reason: 'disaster', from: T0 + HOUR, until: now + DAY, note: '' },
      T0 + HOUR,
    );
    await respond(db, { complaintId: C, kind: 'initial', text: 'Siap', at: now, via: 'hand' }, now);
    const groups = await readReminders(db, now);
    expect(
      groups.map(({ agencyId, items, waiting, answered, paused }) => ({
        ...{ agencyId, waiting, answered, paused },
        items: items.map((item) => [item.row.id, item.explanation.clock.state]),
      })),
    ).toEqual([
      { agencyId: 'dishub', items: [[A, 'late']], waiting: 1, answered: 1, paused: 1 },
      { agencyId: 'dlh', items: [['instagram:DDDDD44444', 'near']], waiting: 0, answered: 0, paused: 0 },
    ]);
    const all = await readReminders(db, now, true);
    expect(all[0]?.inTime.map((item) => item.row.id)).toEqual(['instagram:EEEEE55555']);
  });

  it('an outside body is reminded by its own clock', async () => {
    const db = await store();
    await flag(db, { capture: capture('FFFFF66666'), via: 'button', now: T0 });
    await forward(db, forwardInput('instagram:FFFFF66666', { agencyId: 'bpjn' }), T0);
    expect((await readReminders(db, T0 + HOUR)).map((group) => group.agencyId)).toEqual([]);
    const later = await readReminders(db, T0 + 6 * DAY);
    expect(later.find((group) => group.agencyId === 'bpjn')?.items).toHaveLength(1);
    expect(later.find((group) => group.agencyId === 'dishub')?.items).toHaveLength(3);
  });

  it('one event per complaint, all or none, each with its own words', async () => {
    const db = await store();
    const now = T0 + 25 * HOUR;
    const { eventIds } = await remindAll(db, reminder(A, B), now);
    expect(eventIds).toHaveLength(2);
    const events = await db.events.bulkGet(eventIds);
    expect(events.map((event) => event?.type === 'reminded' && [event.complaintId, event.message])).toEqual([
      [A, `Pesan tentang ${A}`],
      [B, `Pesan tentang ${B}`],
    ]);
    const before = await db.events.count();
    await expect(remindAll(db, reminder(A, 'instagram:none0'), now + DAY)).rejects.toThrow();
    expect(await db.events.count()).toBe(before);
    await undoAll(db, { eventIds }, now + 1_000);
    expect((await readRow(db, A))?.reminders).toBe(0);
  });
});
