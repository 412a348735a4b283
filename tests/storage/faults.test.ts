import { Dexie } from 'dexie';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { append } from '../../storage/append.ts';
import { SCHEMA_VERSION, TanggapDatabase } from '../../storage/database.ts';
import { exportBackup } from '../../storage/export.ts';
import { flag } from '../../storage/flag.ts';
import { forward } from '../../storage/forward.ts';
import { readCounts } from '../../storage/read/counts.ts';
import { readSettings } from '../../storage/read/settings.ts';
import { saveAgencies } from '../../storage/save-agencies.ts';
import { storePhoto } from '../../storage/store-photo.ts';
import { transact } from '../../storage/transact.ts';
import { agency, capture, forwardInput, freshDb, photo, photoUrl, T0 } from './samples.ts';

afterEach(() => vi.restoreAllMocks());

async function dump(db: TanggapDatabase) {
  return Promise.all(db.tables.map((table) => table.toArray()));
}

function failOnPut(error: DOMException, table: string) {
  const original = IDBObjectStore.prototype.put;
  const originalAdd = IDBObjectStore.prototype.add;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
    if (this.name === table) throw error;
    return original.apply(this, args);
  });
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, ...args) {
    if (this.name === table) throw error;
    return originalAdd.apply(this, args);
  });
}

describe('faults', () => {
  it('a transaction that dies after the event leaves neither event nor number nor line', async () => {
    const db = freshDb();
    await flag(db, { capture: capture('AAAAA11111'), via: 'button', now: T0 });
    const before = await dump(db);
    await expect(
      transact(db, async () => {
        await flag(db, { capture: capture('BBBBB22222'), via: 'button', now: T0 });
        Dexie.currentTransaction.abort();
        await db.events.count();
      }),
    ).rejects.toThrow();
    expect(await dump(db)).toEqual(before);
    expect((await flag(db, { capture: capture('BBBBB22222'), via: 'button', now: T0 })).row.number).toBe(
      'ADU-0002',
    );
  });

  it.each(['events', 'complaints', 'photos', 'desk'])(
    'a full disk at the table %s: one code, nothing half',
    async (table) => {
      const db = freshDb();
      const { row } = await flag(db, { capture: capture('AAAAA11111'), via: 'button', now: T0 });
      const before = await dump(db);
      failOnPut(new DOMException('no room', 'QuotaExceededError'), table);
      const write = storePhoto(
        db,
        { complaintId: row.id, url: photoUrl('AAAAA11111-1234567'), kind: 'photo', photo: await photo(1) },
        T0,
      );
      await expect(write).rejects.toMatchObject({ code: 'storage-full' });
      vi.restoreAllMocks();
      expect(await dump(db)).toEqual(before);
      expect(await readCounts(db, T0)).toMatchObject({ fresh: 1 });
      expect((await exportBackup(db, { now: T0 })).size).toBeGreaterThan(100);
    },
  );

  it('an unknown failure inside the forwarding leaves the agency unused and no clock', async () => {
    const db = freshDb();
    await saveAgencies(db, [agency('dishub')], T0);
    const { row } = await flag(db, { capture: capture('AAAAA11111'), via: 'button', now: T0 });
    failOnPut(new DOMException('broken', 'UnknownError'), 'agencies');
    await expect(forward(db, forwardInput(row.id), T0)).rejects.toThrow();
    vi.restoreAllMocks();
    expect(await db.complaints.get(row.id)).toMatchObject({ status: 'new', open: 0 });
    expect(await db.events.count()).toBe(1);
  });

  it('a database of a newer version is not written to, and can be read and exported', async () => {
    const db = freshDb();
    const { row } = await flag(db, { capture: capture('AAAAA11111'), via: 'button', now: T0 });
    db.close();
    const later = new Dexie(db.name);
    later.version(SCHEMA_VERSION + 1).stores({ ...schemaOf(db), novelty: 'id' });
    await later.open();
    later.close();
    const again = new TanggapDatabase(db.name);
    await expect(
      flag(again, { capture: capture('BBBBB22222'), via: 'button', now: T0 }),
    ).rejects.toMatchObject({ code: 'newer-version' });
    expect(await again.complaints.get(row.id)).toMatchObject({ number: 'ADU-0001' });
    expect((await exportBackup(again, { now: T0 })).size).toBeGreaterThan(100);
    expect(await again.events.count()).toBe(1);
  });

  it('events of a complaint that was never flagged are not taken', async () => {
    const db = freshDb();
    const stray = { type: 'dismissed', complaintId: 'instagram:none00', at: T0, note: '' } as const;
    await expect(append(db, 'instagram:none00', [stray], { now: T0 })).rejects.toThrow();
    expect(await db.events.count()).toBe(0);
    expect(await db.desk.count()).toBe(0);
  });

  it('order goes on although the computer’s clock went back', async () => {
    const db = freshDb();
    await saveAgencies(db, [agency('dishub')], T0);
    const { row } = await flag(db, { capture: capture('AAAAA11111'), via: 'button', now: T0 });
    await forward(db, forwardInput(row.id), T0 - 3_600_000);
    expect((await db.events.orderBy('order').toArray()).map((e) => e.type)).toEqual([
      'captured',
      'forwarded',
    ]);
  });

  it('damaged settings are repaired field by field', async () => {
    const db = freshDb();
    const value = {
      ...(await readSettings(db)),
      office: 'Kab. Contoh',
      quietFrom: -5,
      zone: 'PST',
      terms: { busy: 1 },
    };
    await db.settings.put({ key: 'office', value: value as never });
    const repaired = await readSettings(db);
    expect(repaired).toMatchObject({ office: 'Kab. Contoh', quietFrom: 990, zone: 'WIB' });
    expect(repaired.terms.busy).toBe(6 * 3_600_000);
  });
});

function schemaOf(db: TanggapDatabase): Record<string, string> {
  return Object.fromEntries(
    db.tables.map((t) => [t.name, [t.schema.primKey.src, ...t.schema.indexes.map((i) => i.src)].join(',')]),
  );
}
