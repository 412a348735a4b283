import { beforeEach, describe, expect, it, vi } from 'vitest';
import { allHandlers } from '../../../entrypoints/background/handlers/index.ts';
import { onMenuClick } from '../../../entrypoints/background/menus.ts';
import { readPastedLink } from '../../../entrypoints/background/pasted-link.ts';
import { database } from '../../../storage/database.ts';
import { flag } from '../../../storage/flag.ts';
import { capture, T0 } from '../../storage/samples.ts';
import { ownSender, pageSender, resetBrowser } from './browser.ts';

beforeEach(async () => {
  await resetBrowser();
  vi.stubGlobal('fetch', vi.fn());
});
const make = (text: string, now = T0) =>
  allHandlers['complaint.fromLink']({ text }, { sender: ownSender(), now });

describe('a pasted link', () => {
  it.each([
    ['https://www.instagram.com/p/AAAAA11111/?igsh=x', 'instagram:AAAAA11111'],
    ['www.instagram.com/warga/reel/AAAAA11111', 'instagram:AAAAA11111'],
    ['http://instagram.com/p/AAAAA11111/', 'instagram:AAAAA11111'],
    ['Lihat ini: https://www.instagram.com/p/AAAAA11111/, mohon dicek.', 'instagram:AAAAA11111'],
    ['https://www.instagram.com/p/AAAAA11111/c/17900000000000011/', 'instagram:AAAAA11111#17900000000000011'],
    ['https://m.facebook.com/story.php?story_fbid=1234567890&id=100064', 'facebook:1234567890'],
    ['https://mbasic.facebook.com/groups/77/permalink/1234567890/', 'facebook:1234567890'],
    [
      'https://web.facebook.com/groups/77/posts/1234567890/?comment_id=99887766',
      'facebook:1234567890#99887766',
    ],
  ])('%s', (text, key) => expect(readPastedLink(text).post.identity?.key).toBe(key));

  it('a name that changes with the viewer becomes an alias', () => {
    const { post } = readPastedLink('https://www.facebook.com/siti/posts/pfbid02abcdefgh');
    expect(post.identity?.key).toMatch(/^manual:/);
    expect(post.identity?.aliases).toContain('facebook:pfbid02abcdefgh');
  });

  it.each([
    ['', 'link-none'],
    ['lampu padam', 'link-none'],
    ['https://www.tiktok.com/@x/video/1', 'link-foreign'],
    ['https://instagram.com.jahat.example/p/AAAAA11111/', 'link-foreign'],
    ['https://evilfacebook.com/groups/77/posts/1234567890/', 'link-foreign'],
    ['https://www.facebook.com/share/p/1AbCdEfGhi/', 'link-share'],
    ['https://fb.watch/abcDEF123/', 'link-share'],
    ['https://www.instagram.com/share/p/BAbCdEfGhi/', 'link-share'],
    ['https://www.instagram.com/warga.contoh/', 'link-not-a-post'],
    ['https://www.facebook.com/groups/77/', 'link-not-a-post'],
  ])('%j is refused: %s', async (text, code) => {
    await expect(make(text)).rejects.toMatchObject({ code });
    expect(await database.complaints.count()).toBe(0);
  });

  it('makes a complaint once, without any request, and is filled when the post is flagged', async () => {
    const first = await make('https://www.instagram.com/p/AAAAA11111/');
    expect(first).toEqual({ complaintId: 'instagram:AAAAA11111', fresh: true });
    expect(await make('instagram.com/p/AAAAA11111/')).toEqual({ ...first, fresh: false });
    expect(fetch).not.toHaveBeenCalled();
    const again = await flag(database, { capture: capture('AAAAA11111'), via: 'button', now: T0 + 5 });
    expect(again).toMatchObject({ fresh: false, row: { gist: 'Lampu jalan padam di simpang AAAAA11111' } });
  });

  it('a comment knows the post above it', async () => {
    const { complaintId } = await make('https://www.instagram.com/p/AAAAA11111/c/17900000000000011/');
    expect(await database.complaints.get(complaintId)).toMatchObject({
      comment: 1,
      permalink: 'https://www.instagram.com/p/AAAAA11111/c/17900000000000011/',
    });
  });
});

it('the menu on the time of a comment makes the comment a complaint, not the post', async () => {
  const click = {
    menuItemId: 'flag',
    pageUrl: 'https://www.instagram.com/p/AAAAA11111/',
    linkUrl: 'https://www.instagram.com/p/AAAAA11111/c/17900000000000011/',
  } as Parameters<typeof onMenuClick>[0];
  await onMenuClick(click, pageSender().tab);
  const [row] = await database.complaints.toArray();
  expect(row).toMatchObject({ id: 'instagram:AAAAA11111#17900000000000011', comment: 1 });
});

it("'complaint.join' and 'complaint.postGone' do what they say", async () => {
  const context = { sender: ownSender(), now: T0 };
  for (const code of ['AAAAA11111', 'BBBBB22222'])
    await flag(database, { capture: capture(code), via: 'button', now: T0 });
  const [a, b] = ['instagram:AAAAA11111', 'instagram:BBBBB22222'];
  await allHandlers['complaint.postGone']({ complaintId: a }, context);
  await allHandlers['complaint.join']({ complaintId: a, withId: b, why: 'chosen' }, context);
  expect(await database.complaints.bulkGet([a, b])).toMatchObject([{ postGone: 1 }, { status: 'joined' }]);
});
