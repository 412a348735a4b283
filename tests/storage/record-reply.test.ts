import { describe, expect, it } from 'vitest';
import type { AgencyReply } from '../../complaints/answers/agency-reply.ts';
import { flag } from '../../storage/flag.ts';
import { forward } from '../../storage/forward.ts';
import { purge } from '../../storage/purge.ts';
import { readComplaint } from '../../storage/read/complaint.ts';
import { readRow } from '../../storage/read/row.ts';
import { recordReply } from '../../storage/record-reply.ts';
import { resolve } from '../../storage/resolve.ts';
import { saveAgencies } from '../../storage/save-agencies.ts';
import { eventSchema } from '../../storage/schemas.ts';
import { undo } from '../../storage/undo.ts';
import { agency, capture, forwardInput, freshDb, HOUR, T0 } from './samples.ts';

const ID = 'instagram:AAAAA11111';
const MIN = 60_000;
const SENT = T0 + MIN + 20_000;
const reply = (change: Partial<AgencyReply> = {}): AgencyReply => ({
  agencyId: 'dishub',
  account: 'dishub.contoh',
  text: 'Petugas menuju lokasi',
  at: SENT + HOUR,
  names: [`${ID}#17900000000000001`],
  ...change,
});

async function store() {
  const db = freshDb();
  await saveAgencies(db, [agency('dishub'), agency('dlh')], T0);
  await flag(db, { capture: capture('AAAAA11111'), via: 'button', now: T0 });
  await forward(db, forwardInput(ID), SENT);
  return db;
}
type Db = Awaited<ReturnType<typeof store>>;
const record = (db: Db, change: Partial<AgencyReply> = {}, now = SENT + 2 * HOUR) =>
  recordReply(db, { complaintId: ID, reply: reply(change) }, now);
const answers = async (db: Db) => (await readComplaint(db, ID))?.complaint.responses ?? [];

describe('an answer under the post', () => {
  it('stops the clock at the time of the comment, and keeps its source', async () => {
    const db = await store();
    const { eventId, fresh, row } = await record(db);
    expect(fresh).toBe(true);
    expect(row).toMatchObject({ status: 'responded', respondedAt: SENT + HOUR });
    const [event] = await answers(db);
    expect(event).toMatchObject({
      id: eventId,
      at: SENT + HOUR,
      recordedAt: SENT + 2 * HOUR,
      kind: 'initial',
      via: 'comment',
      text: 'Petugas menuju lokasi',
      source: { account: 'dishub.contoh', names: [`${ID}#17900000000000001`] },
    });
    expect(eventSchema.parse(event)).toEqual(event);
  });

  it('is recorded once, under whatever name it is read; after an undo, again', async () => {
    const db = await store();
    const names = [`${ID}#17900000000000001`, 'instagram:pk:1'];
    const { eventId } = await record(db, { names });
    expect(await record(db, { names: ['instagram:pk:1'], text: 'lain' })).toMatchObject({
      eventId,
      fresh: false,
    });
    expect(await answers(db)).toHaveLength(1);
    expect((await record(db, { names: [`${ID}#17900000000000002`] })).fresh).toBe(true);
    await undo(db, { eventId }, SENT + 3 * HOUR);
    expect((await record(db, { names })).fresh).toBe(true);
    expect(await answers(db)).toHaveLength(2);
  });

  it('without a time counts when it is recorded, and says so', async () => {
    const db = await store();
    await record(db, { at: null });
    expect((await answers(db))[0]).toMatchObject({ at: SENT + 2 * HOUR, source: { timeUnread: true } });
  });

  it('from before the forwarding is refused; in its minute it counts as right after it', async () => {
    const db = await store();
    await expect(record(db, { at: T0 + 59_000 })).rejects.toMatchObject({ code: 'before-forwarding' });
    await record(db, { at: T0 + MIN });
    expect((await answers(db))[0]?.at).toBe(SENT);
  });

  it('of a clock that is ahead of ours counts now', async () => {
    const db = await store();
    await record(db, { at: SENT + 9 * HOUR });
    expect((await answers(db))[0]?.at).toBe(SENT + 2 * HOUR);
  });

  it('by an agency that no longer has it is refused; so is what came before the present one had it', async () => {
    const db = await store();
    await forward(db, forwardInput(ID, { agencyId: 'dlh' }), SENT + 2 * HOUR);
    const now = SENT + 3 * HOUR;
    await expect(record(db, {}, now)).rejects.toMatchObject({ code: 'conflict' });
    await expect(record(db, { agencyId: 'dlh' }, now)).rejects.toMatchObject({ code: 'before-forwarding' });
    await record(db, { agencyId: 'dlh', at: SENT + 2.5 * HOUR }, now);
    expect((await readRow(db, ID))?.status).toBe('responded');
  });

  it('to what is closed, not forwarded or unknown is refused', async () => {
    const db = await store();
    await flag(db, { capture: capture('BBBBB22222'), via: 'button', now: T0 });
    const other = (complaintId: string) => recordReply(db, { complaintId, reply: reply() }, SENT + 2 * HOUR);
    await expect(other('instagram:BBBBB22222')).rejects.toMatchObject({ code: 'before-forwarding' });
    await expect(other('instagram:none0')).rejects.toMatchObject({ code: 'not-found' });
    await resolve(db, { complaintId: ID, note: '' }, SENT + HOUR);
    await expect(record(db)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('keeps no words and no way to the comment after a purge at request', async () => {
    const db = await store();
    await record(db);
    await purge(db, { complaintId: ID, reason: 'request' }, SENT + 3 * HOUR);
    expect((await answers(db))[0]).toMatchObject({
      text: '',
      source: { account: 'dishub.contoh', names: [] },
    });
  });
});
