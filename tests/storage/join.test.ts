import { describe, expect, it } from 'vitest';
import type { Capture } from '../../complaints/reading.ts';
import type { TanggapDatabase } from '../../storage/database.ts';
import { dismiss } from '../../storage/dismiss.ts';
import { exportBackup } from '../../storage/export.ts';
import { flag } from '../../storage/flag.ts';
import { forward } from '../../storage/forward.ts';
import { importBackup } from '../../storage/import.ts';
import { join } from '../../storage/join.ts';
import { markPostGone } from '../../storage/post-gone.ts';
import { purge } from '../../storage/purge.ts';
import { findByNames } from '../../storage/read/by-names.ts';
import { readComplaint } from '../../storage/read/complaint.ts';
import { readCounts } from '../../storage/read/counts.ts';
import { readRows } from '../../storage/read/rows.ts';
import { readJoined, readTwins } from '../../storage/read/twins.ts';
import { rebuild } from '../../storage/rebuild.ts';
import { reopen } from '../../storage/reopen.ts';
import { respond } from '../../storage/respond.ts';
import { applyRetention } from '../../storage/retention.ts';
import { saveAgencies } from '../../storage/save-agencies.ts';
import { undo } from '../../storage/undo.ts';
import { recordUnreadable } from '../../storage/unreadable.ts';
import { agency, capture, forwardInput, freshDb, HOUR, T0 } from './samples.ts';

const [A, B, C] = ['instagram:AAAAA11111', 'instagram:BBBBB22222', 'instagram:CCCCC33333'];

async function desk(...codes: string[]): Promise<TanggapDatabase> {
  const db = freshDb();
  await saveAgencies(db, [agency('dishub')], T0);
  for (const [i, code] of codes.entries())
    await flag(db, { capture: capture(code), via: 'button', now: T0 + i });
  return db;
}
const statuses = async (db: TanggapDatabase) =>
  Object.fromEntries((await db.complaints.toArray()).map((row) => [row.id, row.status]));
const backup = async (db: TanggapDatabase) =>
  new Uint8Array(await (await exportBackup(db, { now: T0 })).arrayBuffer());
const into = (complaintId: string, withId: string) => ({ complaintId, withId, why: 'chosen' as const });
/** The lists are what a rebuild from the log makes of it. */
async function holds(db: TanggapDatabase): Promise<void> {
  const before = await db.complaints.orderBy('id').toArray();
  await rebuild(db);
  expect(await db.complaints.orderBy('id').toArray()).toEqual(before);
}

describe('joining', () => {
  it('the one that was forwarded goes on; the other leaves list, counters and clock, and points to it', async () => {
    const db = await desk('AAAAA11111', 'BBBBB22222');
    await forward(db, forwardInput(B), T0 + HOUR);
    const done = await join(db, into(B, A), T0 + 2 * HOUR);
    expect(done.into).toBe(B);
    expect(await statuses(db)).toEqual({ [A]: 'joined', [B]: 'waiting' });
    expect((await readRows(db, { tab: 'open' }, T0)).map((row) => row.id)).toEqual([B]);
    expect(await readCounts(db, T0 + 2 * HOUR)).toMatchObject({ fresh: 0, waiting: 1 });
    expect((await readJoined(db, B)).map((row) => row.number)).toEqual(['ADU-0001']);
    expect(await readComplaint(db, A)).toMatchObject({ joinedTo: B, complaint: { status: 'joined' } });
    await holds(db);
  });

  it('a clock of the joined one does not count, and does again after the undoing', async () => {
    const db = await desk('AAAAA11111', 'BBBBB22222');
    await forward(db, forwardInput(A), T0 + HOUR);
    await forward(db, forwardInput(B), T0 + 2 * HOUR);
    const { eventId } = await join(db, into(A, B), T0 + 3 * HOUR);
    const late = T0 + 80 * HOUR;
    expect(await readCounts(db, late)).toMatchObject({ overdue: 1 });
    await undo(db, { eventId }, T0 + 4 * HOUR);
    expect(await readCounts(db, late)).toMatchObject({ overdue: 2 });
    expect(await readJoined(db, A)).toEqual([]);
    await holds(db);
  });

  it('takes no decision of its own while it is joined', async () => {
    const db = await desk('AAAAA11111', 'BBBBB22222');
    await forward(db, forwardInput(A), T0);
    await forward(db, forwardInput(B), T0 + 1);
    await join(db, into(A, B), T0 + HOUR);
    const answer = {
      complaintId: B,
      kind: 'initial' as const,
      text: 'x',
      at: T0 + HOUR,
      via: 'hand' as const,
    };
    await expect(respond(db, answer, T0 + HOUR)).rejects.toMatchObject({ code: 'conflict' });
    await expect(reopen(db, { complaintId: B, note: '' }, T0)).rejects.toMatchObject({ code: 'conflict' });
    await expect(dismiss(db, { complaintId: B, note: '' }, T0)).rejects.toMatchObject({ code: 'conflict' });
    await expect(join(db, into(B, A), T0)).rejects.toMatchObject({ code: 'conflict' });
    await expect(join(db, into(A, 'instagram:NONE000000'), T0)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('a chain ends at the last one, and comes loose where it is undone', async () => {
    const db = await desk('AAAAA11111', 'BBBBB22222', 'CCCCC33333');
    await join(db, into(C, B), T0 + 10);
    const middle = await join(db, into(B, A), T0 + 20);
    expect((await readJoined(db, A)).map((row) => row.id)).toEqual([B, C]);
    expect((await db.complaints.get(C))?.joinedTo).toBe(A);
    await undo(db, { eventId: middle.eventId }, T0 + 30);
    expect(await statuses(db)).toEqual({ [A]: 'new', [B]: 'new', [C]: 'joined' });
    expect((await db.complaints.get(C))?.joinedTo).toBe(B);
    await holds(db);
  });

  it('comes back to the list when the flag of the other is taken back', async () => {
    const db = await desk('BBBBB22222');
    const first = await flag(db, { capture: capture('AAAAA11111'), via: 'button', now: T0 - 5 });
    // Joined on another desk at the same time as the flag is taken back here.
    const other = freshDb();
    await importBackup(other, await backup(db), T0);
    await join(other, into(B, A), T0 + 10);
    await undo(db, { eventId: first.eventId ?? '' }, T0 + 10);
    await importBackup(db, await backup(other), T0);
    expect(await statuses(db)).toEqual({ [A]: 'void', [B]: 'new' });
    await flag(db, { capture: capture('AAAAA11111'), via: 'button', now: T0 + 20 });
    expect(await statuses(db)).toEqual({ [A]: 'new', [B]: 'joined' });
    await holds(db);
  });

  it('two desks that join two into each other end with the same one', async () => {
    const here = await desk('AAAAA11111', 'BBBBB22222');
    const there = freshDb();
    await importBackup(there, await backup(here), T0);
    await saveAgencies(there, [agency('dishub')], T0);
    await forward(here, forwardInput(A), T0 + HOUR);
    await forward(there, forwardInput(B), T0 + HOUR);
    expect((await join(here, into(A, B), T0 + 2 * HOUR)).into).toBe(A);
    expect((await join(there, into(A, B), T0 + 2 * HOUR)).into).toBe(B);
    const [mine, theirs] = [await backup(here), await backup(there)];
    await importBackup(here, theirs, T0);
    await importBackup(there, mine, T0);
    expect(await statuses(here)).toEqual({ [A]: 'waiting', [B]: 'joined' });
    expect(await statuses(there)).toEqual(await statuses(here));
    await holds(here);
    await holds(there);
  });
});

describe('what may be the same', () => {
  const alias = (code: string, ...names: string[]): Capture => {
    const key = `facebook:${code}`;
    return capture(code, {
      site: 'facebook',
      identity: { key, aliases: [key, ...names], permalink: `https://www.facebook.com/${code}` },
    });
  };

  it('a reading whose names match two complaints proves them one, and offers it', async () => {
    const db = freshDb();
    const manual = 'manual:0f8fad5b-d9cb-469f-a165-70867728950e';
    const linked = capture('x', {
      site: 'facebook',
      surface: 'manual',
      text: { unreadable: 'by-hand' },
      photos: { unreadable: 'by-hand' },
      identity: {
        key: manual,
        aliases: [manual, 'facebook:pfbid0abcdef'],
        permalink: 'https://www.facebook.com/x',
      },
    });
    await flag(db, { capture: linked, via: 'manual', now: T0 });
    await flag(db, { capture: alias('1234567890'), via: 'button', now: T0 + 1 });
    const again = await flag(db, {
      capture: alias('1234567890', 'facebook:pfbid0abcdef'),
      via: 'button',
      now: T0 + 2,
    });
    expect(again).toMatchObject({ fresh: false, row: { id: 'facebook:1234567890' } });
    const found = await readComplaint(db, 'facebook:1234567890');
    const twins = found && (await readTwins(db, found.complaint));
    expect(twins).toMatchObject([{ why: 'same-post', row: { id: manual } }]);
    await join(db, { complaintId: 'facebook:1234567890', withId: manual, why: 'same-post' }, T0 + 3);
    expect(found && (await readTwins(db, found.complaint))).toEqual([]);
  });

  it('a photo that stands in two posts proves nothing by its name', async () => {
    const db = freshDb();
    await flag(db, { capture: alias('1111111111', 'facebook:photo:777777'), via: 'button', now: T0 });
    await flag(db, { capture: alias('2222222222', 'facebook:photo:777777'), via: 'button', now: T0 });
    const found = await readComplaint(db, 'facebook:1111111111');
    expect(found && (await readTwins(db, found.complaint))).toEqual([]);
  });

  it('the same words are a hint', async () => {
    const db = freshDb();
    const words = 'Lampu jalan di Gang Kenanga sudah dua minggu mati total';
    const text = (value: string) => ({ text: { value, source: 'dom' as const } });
    await flag(db, { capture: capture('AAAAA11111', text(words)), via: 'button', now: T0 });
    await flag(db, { capture: capture('BBBBB22222', text(`${words} pak`)), via: 'button', now: T0 });
    const found = await readComplaint(db, A);
    expect(found && (await readTwins(db, found.complaint))).toMatchObject([
      { why: 'same-words', row: { id: B } },
    ]);
  });

  it('a post that was joined is answered by the one that goes on, and its readings stay its own', async () => {
    const db = await desk('AAAAA11111', 'BBBBB22222');
    await join(db, into(B, A), T0 + 5);
    expect(await findByNames(db, [B])).toMatchObject([{ id: A, aliases: expect.arrayContaining([B]) }]);
    const edited = capture('BBBBB22222', { text: { value: 'Sudah diperbaiki', source: 'dom' } });
    const again = await flag(db, { capture: edited, via: 'button', now: T0 + 9 });
    expect(again).toMatchObject({ fresh: false, row: { id: A } });
    expect((await readComplaint(db, A))?.complaint.wordings).toHaveLength(1);
    expect((await readComplaint(db, B))?.complaint.wordings).toHaveLength(2);
  });
});

describe('a post over time', () => {
  it('an edit is recorded once, with both wordings', async () => {
    const db = await desk('AAAAA11111');
    const text = { value: 'Lampu sudah menyala lagi, terima kasih', source: 'dom' as const };
    const edited = capture('AAAAA11111', { text, readAt: T0 + HOUR });
    await flag(db, { capture: edited, via: 'button', now: T0 + HOUR });
    const again = await flag(db, { capture: edited, via: 'button', now: T0 + 2 * HOUR });
    expect(again.eventId).toBeNull();
    const found = await readComplaint(db, A);
    expect(found?.complaint.wordings.map(({ readAt }) => readAt)).toEqual([T0, T0 + HOUR]);
    expect(found?.complaint.text).toMatch(/^Lampu jalan padam/);
    expect((await db.complaints.get(A))?.edited).toBe(1);
  });

  it('gone is marked once, undone, and over when the page shows the post again', async () => {
    const db = await desk('AAAAA11111');
    const first = await markPostGone(db, { complaintId: A }, T0 + 1);
    expect((await markPostGone(db, { complaintId: A }, T0 + 2)).eventId).toBe(first.eventId);
    expect((await db.complaints.get(A))?.postGone).toBe(1);
    await undo(db, { eventId: first.eventId }, T0 + 3);
    expect((await db.complaints.get(A))?.postGone).toBeUndefined();
    await markPostGone(db, { complaintId: A }, T0 + 4);
    const seen = await flag(db, { capture: capture('AAAAA11111'), via: 'button', now: T0 + 5 });
    expect(seen.eventId).not.toBeNull();
    expect((await db.complaints.get(A))?.postGone).toBeUndefined();
  });
});

describe('removing the data of joined complaints', () => {
  it('at request the same post under another number goes too, a merely similar one stays', async () => {
    const db = await desk('AAAAA11111', 'BBBBB22222', 'CCCCC33333');
    await join(db, { complaintId: A, withId: B, why: 'same-post' }, T0 + 5);
    await join(db, { complaintId: A, withId: C, why: 'same-words' }, T0 + 6);
    await purge(db, { complaintId: A, reason: 'request' }, T0 + 7);
    const rows = await db.complaints.bulkGet([A, B, C]);
    expect(rows.map((row) => row?.purged)).toEqual([1, 1, 0]);
    await holds(db);
  });

  it('retention waits for the one that goes on', async () => {
    const db = await desk('AAAAA11111', 'BBBBB22222');
    await join(db, into(A, B), T0 + 5);
    const much = T0 + 4_000 * 24 * HOUR;
    await applyRetention(db, much);
    expect((await db.complaints.get(B))?.purged).toBe(0);
    await dismiss(db, { complaintId: A, note: '' }, T0 + 10);
    await applyRetention(db, much);
    expect((await db.complaints.bulkGet([A, B])).map((row) => row?.purged)).toEqual([1, 1]);
  });

  it('nothing of the post above or of the original is left', async () => {
    const db = freshDb();
    const other = {
      names: ['instagram:ATASNYA001'],
      author: { handle: 'pejabat.contoh' },
      text: 'Kalimat unggahan di atasnya',
      permalink: 'https://www.instagram.com/pejabat.contoh/p/ATASNYA001/',
    };
    const key = 'instagram:ATASNYA001#17900000000000001';
    const comment = capture('x', {
      identity: {
        key,
        aliases: [key],
        permalink: 'https://www.instagram.com/p/ATASNYA001/c/17900000000000001/',
      },
      under: other,
      shared: { ...other, names: ['instagram:ASLINYA001'] },
    });
    await flag(db, { capture: comment, via: 'button', now: T0 });
    expect(await db.complaints.get(key)).toMatchObject({ comment: 1, share: 1, underGist: other.text });
    for (const reason of ['retention', 'request'] as const) {
      await purge(db, { complaintId: key, reason }, T0 + 1);
      const all = JSON.stringify([await db.events.toArray(), await db.complaints.toArray()]);
      expect(all).not.toMatch(/pejabat|Kalimat unggahan/);
      expect(await db.complaints.get(key)).toMatchObject({ comment: 1 });
    }
  });
});

it('what a flag could not read is counted by day and surface, beside the figures of the page', async () => {
  const db = freshDb();
  const report = { site: 'facebook' as const, surface: 'group' };
  await recordUnreadable(db, { ...report, fields: ['text', 'author'] }, T0);
  await recordUnreadable(db, { ...report, fields: ['text'] }, T0 + HOUR);
  await recordUnreadable(db, { ...report, fields: [] }, T0);
  await recordUnreadable(db, { ...report, surface: 'Siti Rahmah', fields: ['text'] }, T0);
  expect(await db.health.toArray()).toMatchObject([
    { surface: 'group', seen: 0, unreadable: { text: 2, author: 1 } },
  ]);
});
