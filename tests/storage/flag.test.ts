import { describe, expect, it } from 'vitest';
import { flag } from '../../storage/flag.ts';
import { findByNames } from '../../storage/read/by-names.ts';
import { readComplaint } from '../../storage/read/complaint.ts';
import { readSettings } from '../../storage/read/settings.ts';
import { saveSettings } from '../../storage/save-settings.ts';
import { failPhoto, storePhoto } from '../../storage/store-photo.ts';
import { undo } from '../../storage/undo.ts';
import { capture, freshDb, photo, photoUrl, T0 } from './samples.ts';

const press = (db: ReturnType<typeof freshDb>, code: string, change = {}, now = T0) =>
  flag(db, { capture: capture(code, change), via: 'button', now });

describe('flag: expected behaviour', () => {
  it('records a new complaint at once, with the first number, before anything is set up', async () => {
    const db = freshDb();
    const { row, fresh } = await press(db, 'AAAAA11111');
    expect(fresh).toBe(true);
    expect(row).toMatchObject({
      id: 'instagram:AAAAA11111',
      number: 'ADU-0001',
      status: 'new',
      photoMissing: 1,
      open: 0,
    });
    expect((await press(db, 'BBBBB22222')).row.number).toBe('ADU-0002');
  });

  it('takes the office’s prefix once there is one', async () => {
    const db = freshDb();
    await saveSettings(db, { ...(await readSettings(db)), prefix: 'KTM' }, T0);
    expect((await press(db, 'AAAAA11111')).row.number).toBe('KTM-0001');
  });

  it('keeps two posts apart that share a photo', async () => {
    const db = freshDb();
    const named = (id: string) => ({
      identity: {
        key: `facebook:${id}`,
        aliases: [`facebook:${id}`, 'facebook:photo:777777'],
        permalink: `https://www.facebook.com/${id}`,
      },
    });
    const first = await press(db, 'AAAAA11111', named('1234567'));
    const second = await press(db, 'BBBBB22222', named('7654321'));
    expect(second.fresh).toBe(true);
    expect([first.row.id, second.row.id]).toEqual(['facebook:1234567', 'facebook:7654321']);
  });

  it('never makes a second complaint of one post, by whatever name it comes', async () => {
    const db = freshDb();
    const first = await press(db, 'AAAAA11111', {
      identity: {
        key: 'facebook:1234567',
        aliases: ['facebook:1234567', 'facebook:pfbid0abc'],
        permalink: 'https://www.facebook.com/1',
      },
    });
    const again = await press(db, 'AAAAA11111', {
      surface: 'post',
      identity: {
        key: 'facebook:7654321',
        aliases: ['facebook:7654321', 'facebook:pfbid0abc'],
        permalink: 'https://www.facebook.com/2',
      },
    });
    expect(again).toMatchObject({ fresh: false, row: { id: first.row.id, number: first.row.number } });
    const byNewName = await findByNames(db, ['facebook:7654321']);
    expect(byNewName.map((row) => row.id)).toEqual([first.row.id]);
    expect(await db.complaints.count()).toBe(1);
  });

  it('ten clicks at once are one complaint and one number', async () => {
    const db = freshDb();
    const results = await Promise.all(Array.from({ length: 10 }, () => press(db, 'AAAAA11111')));
    expect(results.filter((r) => r.fresh)).toHaveLength(1);
    expect(new Set(results.map((r) => r.row.number)).size).toBe(1);
    expect(await db.events.count()).toBe(1);
    expect((await press(db, 'BBBBB22222')).row.number).toBe('ADU-0002');
  });

  it('records a second reading only when it tells something new', async () => {
    const db = freshDb();
    await press(db, 'AAAAA11111', { text: { unreadable: 'only-partly' } });
    await press(db, 'AAAAA11111', { text: { unreadable: 'only-partly' } });
    expect(await db.events.count()).toBe(1);
    const { row } = await press(db, 'AAAAA11111', {
      text: { value: 'Pohon tumbang di jalan', source: 'store' },
    });
    expect(await db.events.count()).toBe(2);
    expect(row.gist).toBe('Pohon tumbang di jalan');
  });

  it('a fresh address takes the place of one that expired', async () => {
    const db = freshDb();
    const { row } = await press(db, 'AAAAA11111');
    const url = photoUrl('AAAAA11111-1234567');
    await failPhoto(db, { complaintId: row.id, url, reason: 'expired' }, T0);
    const renewed = photoUrl('AAAAA11111-1234567', 'b');
    await press(db, 'AAAAA11111', { photos: { value: [{ url: renewed, kind: 'photo' }], source: 'dom' } });
    const found = await readComplaint(db, row.id);
    expect(found?.complaint.photos).toEqual([{ state: 'pending', url: renewed }]);
    await storePhoto(db, { complaintId: row.id, url: renewed, kind: 'photo', photo: await photo(1) }, T0);
    expect((await db.complaints.get(row.id))?.photoCount).toBe(1);
  });

  it('a flag taken back and set again keeps its number', async () => {
    const db = freshDb();
    const { eventId } = await press(db, 'AAAAA11111');
    await undo(db, { eventId: eventId ?? '' }, T0 + 1_000);
    expect(await findByNames(db, ['instagram:AAAAA11111'])).toEqual([]);
    const again = await press(db, 'AAAAA11111', {}, T0 + 2_000);
    expect(again).toMatchObject({ fresh: true, row: { number: 'ADU-0001', status: 'new' } });
    expect((await press(db, 'BBBBB22222')).row.number).toBe('ADU-0002');
  });

  it('stores the longest and strangest text as it is', async () => {
    const db = freshDb();
    const text = `=cmd()|' /C calc'!A0 <script>alert(1)</script> \u202Eterbalik\u202C 👨‍👩‍👧‍👦 \u200b${'a'.repeat(63_000)}`;
    const { row } = await press(db, 'AAAAA11111', { text: { value: text, source: 'store' } });
    expect((await readComplaint(db, row.id))?.complaint.text).toBe(text);
    expect(row.gist.length).toBeLessThanOrEqual(121);
  });
});

describe('flag: unexpected', () => {
  it('refuses a post without identity, but takes it from the menu or by hand', async () => {
    const db = freshDb();
    await expect(press(db, 'x', { identity: null })).rejects.toMatchObject({ code: 'unidentified' });
    expect(await db.events.count()).toBe(0);
    const { row } = await flag(db, { capture: capture('x', { identity: null }), via: 'menu', now: T0 });
    expect(row.id).toMatch(/^manual:[0-9a-f-]{36}$/);
    expect(row.permalink).toBe('https://www.instagram.com/');
  });
});
