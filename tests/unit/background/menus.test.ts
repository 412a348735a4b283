import { beforeEach, describe, expect, it, vi } from 'vitest';
import { addressed } from '../../../entrypoints/background/addressed.ts';
import { onMenuClick } from '../../../entrypoints/background/menus.ts';
import { database } from '../../../storage/database.ts';
import { flag } from '../../../storage/flag.ts';
import { capture, jpegBytes, photoUrl, T0 } from '../../storage/samples.ts';
import { pageSender, resetBrowser } from './browser.ts';

let spies: Awaited<ReturnType<typeof resetBrowser>>;
beforeEach(async () => {
  spies = await resetBrowser();
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response(jpegBytes(1))),
  );
});
const tab = pageSender().tab;
const click = (change: object) =>
  ({ menuItemId: 'flag', pageUrl: 'https://www.instagram.com/', ...change }) as Parameters<
    typeof onMenuClick
  >[0];

describe('the context menu', () => {
  it('opens the panel in the turn of the click', () => {
    void onMenuClick(click({ linkUrl: 'https://www.instagram.com/p/AAAAA11111/' }), tab);
    expect(spies.open).toHaveBeenCalledExactlyOnceWith({ tabId: 7 });
  });

  it('makes a complaint of a link to a post, and finds it again', async () => {
    await onMenuClick(click({ linkUrl: 'https://www.instagram.com/p/AAAAA11111/?igsh=x' }), tab);
    expect(await database.complaints.toArray()).toMatchObject([
      { id: 'instagram:AAAAA11111', surface: 'menu', site: 'instagram' },
    ]);
    await onMenuClick(click({ pageUrl: 'https://www.instagram.com/p/AAAAA11111/' }), tab);
    expect(await database.complaints.count()).toBe(1);
    const again = await flag(database, { capture: capture('AAAAA11111'), via: 'button', now: T0 });
    expect(again).toMatchObject({ fresh: false, row: { gist: 'Lampu jalan padam di simpang AAAAA11111' } });
  });

  it('takes the photo under the pointer, and the words that are selected', async () => {
    await onMenuClick(click({ mediaType: 'image', srcUrl: photoUrl('under-pointer') }), tab);
    await vi.waitFor(async () => expect(await database.photos.count()).toBe(1));
    await onMenuClick(click({ selectionText: 'Pohon tumbang menutup jalan' }), tab);
    const rows = await database.complaints.toArray();
    expect(rows.map((row) => row.gist).sort()).toEqual(['', 'Pohon tumbang menutup jalan']);
    for (const row of rows) expect(row.id).toMatch(/^manual:/);
  });

  it('asks no other host for a picture', async () => {
    await onMenuClick(click({ mediaType: 'image', srcUrl: 'https://tracker.test/pixel.gif' }), tab);
    expect(fetch).not.toHaveBeenCalled();
    expect((await database.complaints.toArray())[0]).toMatchObject({ photoMissing: 0 });
  });

  it('notes by hand, with the address filled in', async () => {
    await onMenuClick(click({ menuItemId: 'manual', pageUrl: 'https://www.facebook.com/groups/123/' }), tab);
    expect((await database.complaints.toArray())[0]).toMatchObject({
      surface: 'manual',
      permalink: 'https://www.facebook.com/groups/123/',
    });
  });
});

describe('what an address tells', () => {
  it.each([
    '',
    'javascript:alert(1)',
    'https://example.com/p/AAAAA11111/',
    'http://www.instagram.com/p/AAAAA11111/',
  ])('nothing: %j', (url) => {
    expect(addressed(url).identity).toBeNull();
  });
  it('a Facebook post by its number', () => {
    expect(
      addressed('https://www.facebook.com/permalink.php?story_fbid=1234567890&id=100064').identity?.aliases,
    ).toContain('facebook:1234567890');
  });
});
