import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { makeThumbs, oweThumbs } from '../../../entrypoints/background/thumbs.ts';
import { database } from '../../../storage/database.ts';
import { exportBackup } from '../../../storage/export.ts';
import { flag } from '../../../storage/flag.ts';
import { importBackup } from '../../../storage/import.ts';
import type { Shrink } from '../../../storage/photo-bytes.ts';
import { storePhoto } from '../../../storage/store-photo.ts';
import { capture, freshDb, photo, photoUrl, T0 } from '../../storage/samples.ts';
import { resetBrowser } from './browser.ts';

const drawn = () =>
  vi.fn<Shrink>(async () => ({ thumb: new Uint8Array([1, 2, 3]).buffer, width: 40, height: 30 }));
const owed = async () => Object.keys(await browser.storage.local.get(null));

/** `n` photos in the store as a backup brings them. */
async function imported(n: number): Promise<void> {
  const other = freshDb();
  for (let i = 0; i < n; i += 1) {
    const code = `AAAAA0000${String(i).padStart(2, '0')}`;
    const { row } = await flag(other, { capture: capture(code), via: 'button', now: T0 + i });
    const url = photoUrl(`${code}-1234567`);
    await storePhoto(other, { complaintId: row.id, url, kind: 'photo', photo: await photo(i) }, T0);
  }
  const file = new Uint8Array(await (await exportBackup(other, { now: T0 })).arrayBuffer());
  await importBackup(database, file, T0, oweThumbs);
}

beforeEach(resetBrowser);

describe('thumbnails of imported photos', () => {
  it('are owed after the import and made afterwards, the photos themselves untouched', async () => {
    await imported(10);
    const before = await database.photos.toArray();
    expect(before.filter((row) => row.thumb)).toEqual([]);
    expect(await owed()).toHaveLength(2);
    const draw = drawn();
    await makeThumbs(draw);
    expect(draw).toHaveBeenCalledTimes(10);
    const after = await database.photos.toArray();
    expect(after.every((row) => row.thumb?.byteLength === 3 && row.width === 40)).toBe(true);
    expect(after.map((row) => [row.hash, row.size])).toEqual(before.map((row) => [row.hash, row.size]));
    expect(await owed()).toEqual([]);
  });

  it('go on where a killed worker stopped, and none is drawn twice', async () => {
    await imported(10);
    const [first] = await owed();
    const batch = ((await browser.storage.local.get(first)) as Record<string, string[]>)[first ?? ''] ?? [];
    for (const hash of batch) await database.photos.update(hash, { thumb: new ArrayBuffer(9) });
    const draw = drawn();
    await Promise.all([makeThumbs(draw), makeThumbs(draw)]);
    expect(draw).toHaveBeenCalledTimes(10 - batch.length);
    expect(await owed()).toEqual([]);
  });

  it('are left out for photos that were removed or cannot be drawn', async () => {
    await imported(2);
    const [gone, broken] = await database.photos.toCollection().primaryKeys();
    await database.photos.delete(gone ?? '');
    await makeThumbs(async () => Promise.reject(new Error('not a picture')));
    expect(await database.photos.toCollection().primaryKeys()).toEqual([broken]);
    expect((await database.photos.get(broken ?? ''))?.thumb).toBeUndefined();
    expect(await owed()).toEqual([]);
  });
});
