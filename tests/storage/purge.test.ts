import { describe, expect, it } from 'vitest';
import { flag } from '../../storage/flag.ts';
import { forward } from '../../storage/forward.ts';
import { purge } from '../../storage/purge.ts';
import { readComplaint } from '../../storage/read/complaint.ts';
import { readSettings } from '../../storage/read/settings.ts';
import { resolve } from '../../storage/resolve.ts';
import { applyRetention } from '../../storage/retention.ts';
import { saveAgencies } from '../../storage/save-agencies.ts';
import { saveSettings } from '../../storage/save-settings.ts';
import { addPhotos, storePhoto } from '../../storage/store-photo.ts';
import { undo } from '../../storage/undo.ts';
import { agency, capture, forwardInput, freshDb, HOUR, photo, photoUrl, T0 } from './samples.ts';

const A = 'instagram:AAAAA11111';
const B = 'instagram:BBBBB22222';
const DAY = 24 * HOUR;

async function store() {
  const db = freshDb();
  await saveAgencies(db, [agency('dishub')], T0);
  for (const code of ['AAAAA11111', 'BBBBB22222'])
    await flag(db, { capture: capture(code), via: 'button', now: T0 });
  const shared = await photo(1);
  await storePhoto(
    db,
    { complaintId: A, url: photoUrl('AAAAA11111-1234567'), kind: 'photo', photo: shared },
    T0,
  );
  await storePhoto(
    db,
    { complaintId: B, url: photoUrl('BBBBB22222-1234567'), kind: 'photo', photo: shared },
    T0,
  );
  await addPhotos(db, { complaintId: A, photos: [await photo(2)], inboxIds: [] }, T0);
  await forward(
    db,
    forwardInput(A, { message: 'Lampu jalan padam, kata warga.contoh', photoHashes: [shared.hash] }),
    T0,
  );
  return { db, shared };
}
const everything = async (db: Awaited<ReturnType<typeof store>>['db'], id: string) =>
  JSON.stringify([await db.events.where('complaintId').equals(id).toArray(), await db.complaints.get(id)]);

describe('purge', () => {
  it('at request leaves the anonymous course of the complaint and nothing of the citizen’s', async () => {
    const { db, shared } = await store();
    await purge(db, { complaintId: A, reason: 'request' }, T0 + HOUR);
    expect(await everything(db, A)).not.toMatch(/warga|Lampu|cdninstagram|instagram\.com/i);
    expect(await db.complaints.get(A)).toMatchObject({
      status: 'waiting',
      purged: 1,
      gist: '',
      photoHash: '',
      number: 'ADU-0001',
    });
    expect((await readComplaint(db, A))?.complaint.capture.text).toEqual({ unreadable: 'purged' });
    expect(await db.photos.toCollection().primaryKeys()).toEqual([shared.hash]);
    expect(await everything(db, B)).toContain('Lampu jalan');
    await purge(db, { complaintId: B, reason: 'request' }, T0 + HOUR);
    expect(await db.photos.count()).toBe(0);
  });

  it('cannot be undone, takes no new reading and no late photo', async () => {
    const { db } = await store();
    await purge(db, { complaintId: A, reason: 'request' }, T0 + HOUR);
    const purged = (await db.events.where('complaintId').equals(A).toArray()).find(
      (e) => e.type === 'purged',
    );
    await expect(undo(db, { eventId: purged?.id ?? '' }, T0 + HOUR)).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await flag(db, { capture: capture('AAAAA11111'), via: 'button', now: T0 + DAY })).toMatchObject({
      fresh: false,
      eventId: null,
    });
    const late = {
      complaintId: A,
      url: photoUrl('late-picture'),
      kind: 'photo' as const,
      photo: await photo(7),
    };
    expect(await storePhoto(db, late, T0)).toBe(false);
    expect(await db.photos.get(late.photo.hash)).toBeUndefined();
    await purge(db, { complaintId: A, reason: 'request' }, T0 + HOUR);
    expect(
      (await db.events.where('complaintId').equals(A).toArray()).filter((e) => e.type === 'purged'),
    ).toHaveLength(1);
  });

  it('of what is not there is refused', async () => {
    const { db } = await store();
    await expect(purge(db, { complaintId: 'instagram:none00', reason: 'request' }, T0)).rejects.toMatchObject(
      { code: 'not-found' },
    );
  });
});

describe('retention', () => {
  it('removes handle and page text so many days after the end, photos and place stay', async () => {
    const { db } = await store();
    await resolve(db, { complaintId: A, note: 'beres' }, T0 + DAY);
    expect(await applyRetention(db, T0 + 91 * DAY)).toBe(0);
    expect(await applyRetention(db, T0 + 91 * DAY + 1)).toBe(1);
    expect(await applyRetention(db, T0 + 92 * DAY)).toBe(0);
    const found = await readComplaint(db, A);
    expect(found?.complaint).toMatchObject({ status: 'done', purged: true, text: '' });
    expect(found?.complaint.photos.filter((p) => p.state === 'stored')).toHaveLength(2);
    expect(await everything(db, A)).not.toMatch(/warga\.contoh|Lampu/);
    expect(await everything(db, B)).toContain('Lampu jalan');
  });

  it('reaches flags that were taken back, and is off with 0 days', async () => {
    const { db } = await store();
    const flagged = await db.events.where('complaintId').equals(B).first();
    await undo(db, { eventId: flagged?.id ?? '' }, T0 + 1_000);
    await saveSettings(db, { ...(await readSettings(db)), retentionDays: 0 }, T0);
    expect(await applyRetention(db, T0 + 400 * DAY)).toBe(0);
    await saveSettings(db, { ...(await readSettings(db)), retentionDays: 30 }, T0);
    expect(await applyRetention(db, T0 + 31 * DAY)).toBe(1);
    expect(await everything(db, B)).not.toContain('Lampu');
    const again = await flag(db, { capture: capture('BBBBB22222'), via: 'button', now: T0 + 32 * DAY });
    expect(again).toMatchObject({
      fresh: true,
      row: { number: 'ADU-0002', purged: 0, gist: 'Lampu jalan padam di simpang BBBBB22222' },
    });
  });

  it('throws away what lies in the inbox for a day', async () => {
    const { db } = await store();
    await db.inbox.add({ id: 'old', bytes: new ArrayBuffer(4), mime: 'image/png', at: T0 });
    await db.inbox.add({ id: 'new', bytes: new ArrayBuffer(4), mime: 'image/png', at: T0 + DAY });
    await applyRetention(db, T0 + DAY + 1);
    expect(await db.inbox.toCollection().primaryKeys()).toEqual(['new']);
  });
});
