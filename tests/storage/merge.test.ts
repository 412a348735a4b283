import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { canonicalJson, EVENTS, MANIFEST } from '../../storage/backup/format.ts';
import { MAX_FILE } from '../../storage/backup/open.ts';
import type { TanggapDatabase } from '../../storage/database.ts';
import { dismiss } from '../../storage/dismiss.ts';
import { exportBackup } from '../../storage/export.ts';
import { flag } from '../../storage/flag.ts';
import { forward } from '../../storage/forward.ts';
import { importBackup } from '../../storage/import.ts';
import { join } from '../../storage/join.ts';
import { sha256 } from '../../storage/photo-bytes.ts';
import { purge } from '../../storage/purge.ts';
import { readRows } from '../../storage/read/rows.ts';
import { rebuild } from '../../storage/rebuild.ts';
import { respond } from '../../storage/respond.ts';
import { saveAgencies } from '../../storage/save-agencies.ts';
import { storePhoto } from '../../storage/store-photo.ts';
import { undo } from '../../storage/undo.ts';
import { agency, capture, forwardInput, freshDb, HOUR, photo, photoUrl, T0 } from './samples.ts';

async function backup(db: TanggapDatabase): Promise<Uint8Array> {
  return new Uint8Array(await (await exportBackup(db, { now: T0 })).arrayBuffer());
}
const entries = (zip: Uint8Array) => unzipSync(zip);
const eventsOf = async (db: TanggapDatabase) =>
  strFromU8(entries(await backup(db))[EVENTS] ?? new Uint8Array());
const rowsOf = async (db: TanggapDatabase) => await db.complaints.orderBy('id').toArray();

async function desk(codes: string[], now = T0): Promise<TanggapDatabase> {
  const db = freshDb();
  await saveAgencies(db, [agency('dishub'), agency('dlh')], now);
  for (const [i, code] of codes.entries()) {
    const { row } = await flag(db, { capture: capture(code), via: 'button', now: now + i });
    await storePhoto(
      db,
      { complaintId: row.id, url: photoUrl(`${code}-1234567`), kind: 'photo', photo: await photo(i) },
      now,
    );
  }
  return db;
}

/** The file with some of its entries replaced; the manifest is made to fit unless it is replaced itself. */
async function tampered(
  db: TanggapDatabase,
  change: Record<string, Uint8Array | null>,
  fit = true,
): Promise<Uint8Array> {
  const files: Record<string, Uint8Array> = entries(await backup(db));
  for (const [name, bytes] of Object.entries(change)) {
    if (bytes) files[name] = bytes;
    else delete files[name];
  }
  if (fit && !(MANIFEST in change)) {
    const manifest = JSON.parse(strFromU8(files[MANIFEST] ?? new Uint8Array()));
    manifest.sha256.events = await sha256(Uint8Array.from(files[EVENTS] ?? []));
    manifest.events = strFromU8(files[EVENTS] ?? new Uint8Array())
      .split('\n')
      .filter(Boolean).length;
    files[MANIFEST] = strToU8(canonicalJson(manifest));
  }
  return zipSync(files);
}

describe('backup and hand-over: expected behaviour', () => {
  it('brings everything into an empty store, bytes of photos too', async () => {
    const a = await desk(['AAAAA11111', 'BBBBB22222']);
    const b = freshDb();
    const done = await importBackup(b, await backup(a), T0);
    expect(done).toMatchObject({ events: 4, newEvents: 4, complaints: 2, photos: 2, agencies: 2 });
    expect(await rowsOf(b)).toEqual(await rowsOf(a));
    const [kept] = await b.photos.toArray();
    expect(await sha256(kept?.bytes ?? new ArrayBuffer(0))).toBe(kept?.hash);
  });

  it('importing twice changes nothing', async () => {
    const a = await desk(['AAAAA11111']);
    const b = await desk(['BBBBB22222']);
    await importBackup(b, await backup(a), T0);
    const before = await Promise.all(b.tables.map((t) => t.toArray()));
    const again = await importBackup(b, await backup(a), T0 + HOUR);
    expect(again).toMatchObject({ newEvents: 0, complaints: 0, photos: 0, agencies: 0 });
    expect(await Promise.all(b.tables.map((t) => t.toArray()))).toEqual(before);
  });

  it('A into B and B into A give the same lines, to the byte, whatever each desk did', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(11), { minLength: 1, maxLength: 12 }),
        fc.array(fc.nat(11), { minLength: 1, maxLength: 12 }),
        async (left, right) => {
          const [a, b] = [
            await desk(['SHARE00000', 'AAAAA11111']),
            await desk(['SHARE00000', 'BBBBB22222'], T0 + 5),
          ];
          await live(a, left);
          await live(b, right);
          const [fromA, fromB] = [await backup(a), await backup(b)];
          await importBackup(a, fromB, T0);
          await importBackup(b, fromA, T0);
          expect(await eventsOf(b)).toBe(await eventsOf(a));
          const plain = (rows: Awaited<ReturnType<typeof rowsOf>>) =>
            rows.map(({ number: _n, seq: _s, numbers, ...rest }) => ({
              ...rest,
              numbers: [...numbers].sort(),
            }));
          expect(plain(await rowsOf(b))).toEqual(plain(await rowsOf(a)));
          expect((await a.photos.toCollection().primaryKeys()).sort()).toEqual(
            (await b.photos.toCollection().primaryKeys()).sort(),
          );
          for (const db of [a, b]) {
            const rows = await rowsOf(db);
            await rebuild(db);
            expect(await rowsOf(db)).toEqual(rows);
            db.close();
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it('a number that two desks used stays readable as both', async () => {
    const a = await desk(['AAAAA11111']);
    const b = await desk(['BBBBB22222']);
    await importBackup(b, await backup(a), T0);
    const numbers = (await readRows(b, { query: 'adu-0001' }, T0)).map((row) => row.number);
    expect(numbers).toHaveLength(2);
    for (const number of numbers) expect(number).toMatch(/^ADU-0001·[a-z0-9]{4}$/);
    expect(new Set(numbers).size).toBe(2);
    expect((await flag(b, { capture: capture('CCCCC33333'), via: 'button', now: T0 })).row.number).toBe(
      'ADU-0002',
    );
  });

  it('numbers and order go on after those of the other desk', async () => {
    const a = await desk(['AAAAA11111', 'BBBBB22222', 'CCCCC33333']);
    const b = freshDb();
    await importBackup(b, await backup(a), T0);
    const { row } = await flag(b, { capture: capture('DDDDD44444'), via: 'button', now: T0 });
    expect(row.number).toBe('ADU-0004');
    const last = await b.events.orderBy('order').last();
    expect(last?.complaintId).toBe(row.id);
  });

  it('what was purged here does not come back, and what was purged there goes here', async () => {
    const a = await desk(['AAAAA11111', 'BBBBB22222']);
    const full = await backup(a);
    const b = freshDb();
    await importBackup(b, full, T0);
    await purge(b, { complaintId: 'instagram:AAAAA11111', reason: 'request' }, T0 + HOUR);
    expect(await b.photos.count()).toBe(1);
    await importBackup(b, full, T0);
    expect(await b.photos.count()).toBe(1);
    expect(await eventsOf(b)).not.toContain('simpang AAAAA11111');
    await importBackup(a, await backup(b), T0);
    expect(await eventsOf(a)).toBe(await eventsOf(b));
    expect(await a.photos.count()).toBe(1);
    expect((await a.complaints.get('instagram:AAAAA11111'))?.purged).toBe(1);
  });
});

/** A few decisions, told by numbers; those that are refused are no matter. */
async function live(db: TanggapDatabase, moves: number[]): Promise<void> {
  let now = T0 + HOUR;
  for (const move of moves) {
    now += 10 * 60_000;
    const complaintId =
      move % 2 ? 'instagram:SHARE00000' : ((await db.complaints.orderBy('id').first())?.id ?? '');
    const last = await db.events.where('complaintId').equals(complaintId).last();
    const others = (await db.complaints.toCollection().primaryKeys()).filter((id) => id !== complaintId);
    const acts = [
      () => forward(db, forwardInput(complaintId, { agencyId: move > 4 ? 'dlh' : 'dishub' }), now),
      () => respond(db, { complaintId, kind: 'initial', text: 'Siap', at: now, via: 'hand' }, now),
      () => undo(db, { eventId: last?.id ?? '' }, now),
      () => dismiss(db, { complaintId, note: 'bukan' }, now),
      () => purge(db, { complaintId, reason: move > 8 ? 'request' : 'retention' }, now),
      () => join(db, { complaintId, withId: others[move % others.length] ?? '', why: 'same-post' }, now),
    ];
    await acts[Math.floor(move / 2)]?.().catch(() => undefined);
  }
}

describe('backup: files that are refused without any change', () => {
  const cases: [string, (db: TanggapDatabase) => Promise<Uint8Array>, string][] = [
    ['no ZIP', async () => strToU8('%PDF-1.7 and much more of that kind'), 'file-foreign'],
    ['an empty file', async () => new Uint8Array(), 'file-foreign'],
    ['a ZIP of something else', async () => zipSync({ 'a.txt': strToU8('a') }), 'file-foreign'],
    [
      'another program’s manifest',
      (db) => tampered(db, { [MANIFEST]: strToU8('{"format":"other","version":1}') }),
      'file-foreign',
    ],
    [
      'a newer format',
      (db) => tampered(db, { [MANIFEST]: strToU8('{"format":"tanggap-backup","version":2}') }),
      'file-newer',
    ],
    ['a file cut short', async (db) => (await backup(db)).slice(0, -300), 'file-damaged'],
    [
      'lines that do not fit the checksum',
      (db) => tampered(db, { [EVENTS]: strToU8('{}\n') }, false),
      'file-damaged',
    ],
    [
      'a line that is no event',
      (db) => tampered(db, { [EVENTS]: strToU8('{"type":"captured"}\n') }),
      'file-damaged',
    ],
    ['a line that is no JSON', (db) => tampered(db, { [EVENTS]: strToU8('{"type":\n') }), 'file-damaged'],
    ['a missing part', (db) => tampered(db, { 'agencies.jsonl': null }), 'file-damaged'],
    [
      'a photo that is another',
      (db) => tampered(db, { [`photos/${'0'.repeat(64)}`]: strToU8('not a photo, not at all') }),
      'file-damaged',
    ],
    ['a bomb', (db) => tampered(db, { [EVENTS]: new Uint8Array(12 * 1024 * 1024) }, false), 'file-too-large'],
    [
      'a complaint without its flag',
      async (db) => {
        const lines = (await eventsOf(db)).split('\n').filter((line) => line && !line.includes('"captured"'));
        return tampered(db, { [EVENTS]: strToU8(`${lines.join('\n')}\n`) });
      },
      'file-damaged',
    ],
    [
      'an order out of reach',
      async (db) =>
        tampered(db, {
          [EVENTS]: strToU8((await eventsOf(db)).replace(/"order":\d+/, '"order":9007199254740991')),
        }),
      'file-damaged',
    ],
  ];

  it.each(cases)(
    '%s',
    async (_name, make, code) => {
      const source = await desk(['AAAAA11111']);
      const target = await desk(['BBBBB22222']);
      const before = await Promise.all(target.tables.map((t) => t.toArray()));
      await expect(importBackup(target, await make(source), T0)).rejects.toMatchObject({ code });
      expect(await Promise.all(target.tables.map((t) => t.toArray()))).toEqual(before);
    },
    60_000,
  );

  it('a file of more than a gigabyte, before it is looked into', async () => {
    const huge = { byteLength: MAX_FILE + 1, 0: 0x50, 1: 0x4b } as unknown as Uint8Array;
    await expect(importBackup(freshDb(), huge, T0)).rejects.toMatchObject({ code: 'file-too-large' });
  });
});
