import { describe, expect, it } from 'vitest';
import type { Capture } from '../../complaints/reading.ts';
import type { TanggapDatabase } from '../../storage/database.ts';
import { flag } from '../../storage/flag.ts';
import { forward } from '../../storage/forward.ts';
import { join } from '../../storage/join.ts';
import { purge } from '../../storage/purge.ts';
import { readComplaint } from '../../storage/read/complaint.ts';
import { readLoudMatters } from '../../storage/read/loud.ts';
import { rebuild } from '../../storage/rebuild.ts';
import { saveAgencies } from '../../storage/save-agencies.ts';
import { storePhoto } from '../../storage/store-photo.ts';
import { undo } from '../../storage/undo.ts';
import { agency, capture, forwardInput, freshDb, HOUR, photo, photoUrl, T0 } from './samples.ts';

const DAY = 24 * HOUR;
const id = (code: string) => `instagram:${code}`;
const by = (handle: string, change: Partial<Capture> = {}): Partial<Capture> => ({
  author: { value: { handle }, source: 'dom' },
  ...change,
});
const said = (value: string) => ({ text: { value, source: 'dom' as const } });
const WORDS = 'Jembatan kayu di Mentaya Seberang miring tolong diperiksa';

async function desk(): Promise<TanggapDatabase> {
  const db = freshDb();
  await saveAgencies(db, [agency('dishub')], T0);
  return db;
}
const put = (db: TanggapDatabase, code: string, change: Partial<Capture>, now = T0) =>
  flag(db, { capture: capture(code, change), via: 'button', now });

describe('growth in the row', () => {
  const seen = (likes: number, readAt: number): Partial<Capture> => ({
    counts: { value: { likes, comments: 10 }, source: 'dom' },
    readAt,
  });

  it('stands there after a second sighting, survives forwarding and rebuild, changes no term, and goes by undo', async () => {
    const db = await desk();
    await put(db, 'AAAAA11111', seen(30, T0));
    await forward(db, forwardInput(id('AAAAA11111')), T0 + HOUR);
    const before = await db.complaints.get(id('AAAAA11111'));
    expect(before?.loud).toBeUndefined();
    await put(db, 'AAAAA11111', seen(200, T0 + 3 * HOUR), T0 + 3 * HOUR);
    const after = await db.complaints.get(id('AAAAA11111'));
    expect(after).toMatchObject({ loud: { from: 40, to: 210, ms: 3 * HOUR }, preset: 'normal' });
    expect([after?.dueAt, after?.termMs, after?.nearAt]).toEqual([
      before?.dueAt,
      before?.termMs,
      before?.nearAt,
    ]);
    const rows = await db.complaints.toArray();
    await rebuild(db);
    expect(await db.complaints.toArray()).toEqual(rows);
    const log = (await readComplaint(db, id('AAAAA11111')))?.events ?? [];
    const again = log.find((event) => event.type === 'recaptured');
    await undo(db, { eventId: again?.id ?? '' }, T0 + 4 * HOUR);
    expect((await db.complaints.get(id('AAAAA11111')))?.loud).toBeUndefined();
  });

  it('is gone with the citizen’s data', async () => {
    const db = await desk();
    await put(db, 'AAAAA11111', seen(30, T0));
    await put(db, 'AAAAA11111', seen(900, T0 + 3 * HOUR), T0 + 3 * HOUR);
    await purge(db, { complaintId: id('AAAAA11111'), reason: 'request' }, T0 + DAY);
    expect((await db.complaints.get(id('AAAAA11111')))?.loud).toBeUndefined();
  });
});

describe('several accounts with one matter', () => {
  it('counts accounts by words, by photo and by the official’s join; one person’s many posts are none', async () => {
    const db = await desk();
    for (const [i, who] of ['a', 'b', 'c', 'c', 'c'].entries())
      await put(db, `WORDS1111${i}`, by(`warga.${who}`, said(WORDS)));
    for (let i = 0; i < 5; i++)
      await put(
        db,
        `ALONE1111${i}`,
        by('warga.rajin', said('Sampah menumpuk di depan pasar keramat sejak Senin')),
      );
    const picture = await photo(7);
    for (const [i, who] of ['d', 'e', 'f'].entries()) {
      const code = `PHOTO1111${i}`;
      await put(db, code, by(`warga.${who}`, said(`lihat ini ${code}`)));
      const url = photoUrl(`${code}-1234567`);
      await storePhoto(db, { complaintId: id(code), url, kind: 'photo', photo: picture }, T0);
    }
    for (const [i, who] of ['g', 'h', 'i'].entries())
      await put(db, `JOINS1111${i}`, by(`warga.${who}`, said(`${who} ${who} berkata lain ${i}`)));
    for (const i of [1, 2])
      await join(db, { complaintId: id(`JOINS1111${i}`), withId: id('JOINS11110'), why: 'chosen' }, T0);
    const found = await readLoudMatters(db, T0 + HOUR);
    const of = (code: string) => found.get(id(code));
    expect(of('WORDS11110')).toEqual({ kind: 'accounts', accounts: 3, by: 'words' });
    expect(of('WORDS11114')).toEqual({ kind: 'accounts', accounts: 3, by: 'words' });
    expect(of('ALONE11110')).toBeUndefined();
    expect(of('PHOTO11112')).toEqual({ kind: 'accounts', accounts: 3, by: 'photo' });
    const end = (await db.complaints.toArray()).find(
      (row) => row.id.includes('JOINS') && row.status !== 'joined',
    );
    expect(found.get(end?.id ?? '')).toEqual({ kind: 'accounts', accounts: 3, by: 'matter' });
  });

  it('knows one picture that a site packed three times, and not by its look alone after a purge', async () => {
    const db = await desk();
    const looks = [
      '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
      '0f1e2d3c4b5a69788796a5b4c3d2e1f1',
      '0f1e2d3c4b5a69788796a5b4c3d2e1e0',
    ];
    for (const [i, look] of looks.entries()) {
      const code = `LOOKS1111${i}`;
      await put(db, code, by(`warga.${i}`, said(`lihat ini ${code}`)));
      const url = photoUrl(`${code}-1234567`);
      const packed = { ...(await photo(20 + i)), look };
      await storePhoto(db, { complaintId: id(code), url, kind: 'photo', photo: packed }, T0);
    }
    expect((await readLoudMatters(db, T0)).get(id('LOOKS11111'))).toEqual({
      kind: 'accounts',
      accounts: 3,
      by: 'photo',
    });
    const rows = await db.complaints.toArray();
    await rebuild(db);
    expect(await db.complaints.toArray()).toEqual(rows);
    await purge(db, { complaintId: id('LOOKS11112'), reason: 'request' }, T0 + DAY);
    expect(JSON.stringify(await db.events.toArray())).not.toContain(looks[2]);
    expect(JSON.stringify(await db.complaints.toArray())).not.toContain(looks[2]);
    expect((await readLoudMatters(db, T0 + DAY)).size).toBe(0);
  });

  it('forgets what is two weeks old, taken back or purged, and writes nothing', async () => {
    const db = await desk();
    const posted = { value: T0 - HOUR, source: 'dom' as const };
    for (const who of ['a', 'b', 'c']) {
      const change = by(`warga.${who}`, { ...said(WORDS), postedAt: posted });
      await put(db, `WORDS1111${who}`, change);
    }
    const before = await Promise.all(db.tables.map((table) => table.toArray()));
    expect((await readLoudMatters(db, T0)).size).toBe(3);
    expect((await readLoudMatters(db, T0 + 15 * DAY)).size).toBe(0);
    expect(await Promise.all(db.tables.map((table) => table.toArray()))).toEqual(before);
    await purge(db, { complaintId: id('WORDS1111c'), reason: 'request' }, T0 + DAY);
    expect((await readLoudMatters(db, T0 + DAY)).size).toBe(0);
  });
});
