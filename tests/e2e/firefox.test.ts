import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ComplaintEvent, EventOf } from '../../complaints/events.ts';
import { isReadable } from '../../complaints/reading.ts';
import type { ComplaintRow } from '../../storage/database.ts';
import { commentById, commentsUnder } from '../lab/facebook/world-truth.ts';
import { commentsOf } from '../lab/instagram/truth.ts';
import { startLab } from '../lab/server.ts';
import type { Lab, LabPost } from '../lab/types.ts';
import { until } from './browser.ts';
import { backupOf, HERE, mailAgency } from './fault-backup.ts';
import { type Firefox, launchFirefox } from './firefox.ts';
import {
  answerQuestion,
  backgroundState,
  chooseInMenu,
  idleAfter,
  inPopup,
  openAddresses,
  PRESS,
  stopBackground,
  takeAway,
} from './firefox-own.ts';
import { t } from './words.ts';

/** The same source in Firefox, one browser from the installation on: what is not Chrome's own works there too. */

const READ = `
  const name = arguments[0];
  return await new Promise((resolve, reject) => {
    const open = indexedDB.open('tanggap');
    open.onerror = () => reject(open.error);
    open.onsuccess = () => {
      const all = open.result.transaction(name).objectStore(name).getAll();
      all.onsuccess = () => { open.result.close(); resolve(JSON.parse(JSON.stringify(all.result))); };
    };
  });`;
const FRESH = /^Tandai aduan/;
const FRESH_COMMENT = /^Tandai komentar sebagai aduan/;
const SITES = ['https://www.instagram.com/*', 'https://www.facebook.com/*', 'https://web.facebook.com/*'];
const PHOTOS = ['https://*.cdninstagram.com/*', 'https://*.fbcdn.net/*'];
const ENTER = '\uE007';

describe('Firefox', () => {
  let lab: Lab;
  let firefox: Firefox;
  let site: string;
  let inspector: string;
  let panel: string;

  beforeAll(async () => {
    lab = await startLab({ seed: 2 });
    firefox = await launchFirefox(lab);
    site = (await firefox.handles())[0] ?? '';
  });
  afterAll(async () => {
    await firefox?.close();
    await lab?.close();
  });

  const table = async <T>(name: string): Promise<T[]> => {
    await firefox.switchTo(inspector);
    return firefox.asyncScript<T[]>(READ, [name]);
  };
  const rows = () => table<ComplaintRow>('complaints');
  const eventsOf = async (id: string) =>
    (await table<ComplaintEvent>('events')).filter((event) => event.complaintId === id);
  const rowOf = (id: string, fits: (row: ComplaintRow) => boolean = () => true) =>
    until(async () => (await rows()).find((row) => row.id === id && fits(row)), `${id} in the store`);
  const ask = async <T>(name: string, input: object): Promise<T> => {
    await firefox.switchTo(inspector);
    const answer = await firefox.asyncScript<{ ok: true; value: T } | { ok: false; detail: string }>(
      'return await browser.runtime.sendMessage({ name: arguments[0], input: arguments[1] });',
      [name, input],
    );
    if (!answer.ok) throw new Error(`${name}: ${answer.detail}`);
    return answer.value;
  };
  const openPage = async (url: string, pattern = FRESH) => {
    await firefox.switchTo(site);
    await firefox.go(url);
    return until(async () => {
      const found = await firefox.shadowButtons(pattern);
      return found.length > 0 ? found : null;
    }, `buttons on ${url}`);
  };
  /** The button of a post that is no complaint yet, on the post's own page. */
  const fresh = async (): Promise<{ key: string; button: string }> => {
    const known = new Set((await rows()).map(({ id }) => id));
    const post = lab.world.instagram.feed.find(
      ({ kind, post: one }) =>
        kind === 'post' && one && one.photos.length > 0 && !known.has(`instagram:${one.id}`),
    )?.post as LabPost;
    const [button] = await openPage(`https://www.instagram.com/p/${post.id}/`);
    return { key: `instagram:${post.id}`, button: button?.id ?? '' };
  };
  const tabWith = (address: string) =>
    until(async () => {
      for (const handle of await firefox.handles()) {
        await firefox.switchTo(handle);
        if ((await firefox.script<string>('return location.href')).includes(address)) return handle;
      }
      return null;
    }, `a tab or window with ${address}`);
  const press = async (name: string, selector = 'button') => {
    const id = await until(() => firefox.element(selector, name), `"${name}" on the screen`);
    await firefox.click(id);
  };
  const sees = (text: string) =>
    until(
      () => firefox.script<boolean>('return document.body.innerText.includes(arguments[0])', [text]),
      `"${text}" on the screen`,
    );
  const complaintOf = async (post: { site: string; id: string }) => rowOf(`${post.site}:${post.id}`);

  test('the first-run page is shown after the installation', async () => {
    inspector = await tabWith('/dashboard.html');
  });

  test('buttons stand in closed shadow roots on the posts', async () => {
    const buttons = await openPage('https://www.instagram.com/');
    expect(
      await firefox.script('return [...document.querySelectorAll("*")].filter((e) => e.shadowRoot).length'),
    ).toBe(0);
    expect(buttons.length).toBeGreaterThan(0);
  });

  test('a click records the post, opens one window with the panel, and stores the photos', async () => {
    const [button] = await firefox.shadowButtons(FRESH);
    await firefox.click(button?.id ?? '');
    const [row] = await until(async () => {
      const all = await rows();
      return all[0] && all[0].photoCount > 0 && all[0].photoMissing === 0 ? all : null;
    }, 'the complaint with its photos');
    const truth = lab.find('instagram', row?.id.split(':')[1] ?? '');
    expect(truth).toBeDefined();
    expect(row?.photoCount).toBe(truth?.photos.length);
    const [captured] = (await eventsOf(row?.id ?? '')) as EventOf<'captured'>[];
    const text = captured?.capture.text;
    expect(text && isReadable(text) ? text.value : null).toBe(truth?.text);
    panel = await tabWith('/sidepanel.html');
    await sees('ADU-0001');
  });

  test('the panel forwards: agency and number typed in, chat opened with the message, photos on the clipboard', async () => {
    await firefox.switchTo(panel);
    await press('', 'button[aria-haspopup="listbox"]');
    const search = await until(() => firefox.element('input[role=combobox]'), 'the search for agencies');
    await firefox.type(search, 'Dinas Perhubungan');
    await until(() => firefox.element('[role=option]', 'Dinas Perhubungan'), 'the agency');
    await firefox.type(search, ENTER);
    const number = await until(() => firefox.element('input[type=tel]'), 'the field for the number');
    await firefox.type(number, `0812-5550-0142${ENTER}`);
    await until(async () => (await firefox.element('input[type=tel]')) === null, 'the number to be kept');
    await press(t('channel_whatsapp_verb'));
    await until(async () => {
      const [row] = await rows();
      return row?.status === 'waiting';
    }, 'the forwarding');
    const [first] = await rows();
    const forwarded = (await eventsOf(first?.id ?? '')).find((event) => event.type === 'forwarded');
    expect(forwarded).toMatchObject({ channel: 'whatsapp', outcome: 'opened' });
    await until(
      async () => (await openAddresses(firefox)).some((one) => one.includes('whatsapp.com')),
      'the chat',
    );
    await firefox.switchTo(panel);
    await sees(t('step_paste_photo'));
    await sees(t('panel_box_forwarded', { agency: 'Dinas Perhubungan' }));
  });

  test('comments have their button on Instagram, and one is recorded with its own words and its post above it', async () => {
    const all = commentsOf(lab.world);
    const post = lab.world.instagram.feed.find(
      ({ kind, post: one }) =>
        kind === 'post' && one && one.replies.filter(({ text }) => text !== '').length > 3,
    )?.post as LabPost;
    const [button] = await openPage(`https://www.instagram.com/p/${post.id}/`, FRESH_COMMENT);
    await firefox.click(button?.id ?? '');
    const row = await until(
      async () => (await rows()).find(({ id }) => id.startsWith(`instagram:${post.id}#`)),
      'the comment',
    );
    const truth = all.get(row.id.slice('instagram:'.length));
    const [captured] = (await eventsOf(row.id)) as EventOf<'captured'>[];
    const { text, under } = captured?.capture ?? {};
    expect(text && isReadable(text) ? text.value : null).toBe(truth?.comment.text);
    expect(under?.text).toBe(post.text);
  });

  test('Facebook: a post of the feed, and a comment under a post, each as itself', async () => {
    const [button] = await openPage('https://www.facebook.com/');
    await firefox.click(button?.id ?? '');
    const row = await until(
      async () => (await rows()).find(({ id }) => id.startsWith('facebook:')),
      'the post',
    );
    const truth = lab.find('facebook', row.id.slice('facebook:'.length));
    const [captured] = (await eventsOf(row.id)) as EventOf<'captured'>[];
    const text = captured?.capture.text;
    expect(text && isReadable(text) ? text.value : null).toBe(truth?.text);

    const { facebook } = lab.world;
    const talked = facebook.feed.find(
      ({ kind, post }) => kind === 'post' && post && !post.group && commentsUnder(post).length > 2,
    )?.post as LabPost;
    const [comment] = await openPage(
      `https://www.facebook.com/${talked.author.handle}/posts/${talked.pfbid}`,
      FRESH_COMMENT,
    );
    await firefox.click(comment?.id ?? '');
    const under = await until(
      async () => (await rows()).find(({ id }) => id.startsWith(`facebook:${talked.id}#`)),
      'the comment',
    );
    const [heard] = (await eventsOf(under.id)) as EventOf<'captured'>[];
    const words = heard?.capture.text;
    const said = commentById(facebook, under.id.split('#')[1] ?? '')?.thread.text;
    expect(words && isReadable(words) ? words.value : '').toBe(said);
  });

  test('the context menu makes a complaint of a link, without any layout', async () => {
    const known = new Set((await rows()).map(({ id }) => id));
    const post = lab.world.instagram.feed.find(
      ({ kind, post: one }) => kind === 'post' && one && !known.has(`instagram:${one.id}`),
    )?.post as LabPost;
    await firefox.switchTo(site);
    await firefox.go('https://www.instagram.com/');
    await firefox.script(
      `const link = document.createElement('a');
       link.href = '/p/' + arguments[0] + '/';
       link.textContent = 'tautan';
       link.id = 'under-pointer';
       link.style.cssText = 'position:fixed;left:10px;top:300px;z-index:9999;background:#fff';
       document.body.append(link);`,
      [post.id],
    );
    await chooseInMenu(firefox, '#under-pointer', t('bg_menu_flag'));
    const row = await complaintOf(post);
    expect(row.surface).toBe('menu');
  });

  test('a pasted link becomes a complaint in the panel', async () => {
    const known = new Set((await rows()).map(({ id }) => id));
    const post = lab.world.instagram.feed.findLast(
      ({ kind, post: one }) => kind === 'post' && one && !known.has(`instagram:${one.id}`),
    )?.post as LabPost;
    await firefox.switchTo(panel);
    await firefox.go(firefox.extensionUrl('sidepanel.html?id=tidak-ada'));
    const field = await until(() => firefox.element('form input'), 'the field for a link');
    await firefox.type(field, `https://www.instagram.com/p/${post.id}/?igsh=x${ENTER}`);
    await complaintOf(post);
  });

  test('the badge counts what is overdue, red, and its title says so', async () => {
    await ask('agency.save', { agencies: [mailAgency(HERE, 'Dinas Lingkungan Hidup', 'DLH')] });
    const now = Date.now();
    const bytes = Buffer.from(
      await backupOf(
        [
          { code: 'LEWAT00001', forwardedAt: now - 7_200_000, termMs: 3_600_000 },
          { code: 'LEWAT00002', forwardedAt: now - 108_000_000, termMs: 86_400_000 },
        ],
        'bbbb',
      ),
    ).toString('base64');
    await firefox.asyncScript(
      `const open = await new Promise((resolve) => { const ask = indexedDB.open('tanggap'); ask.onsuccess = () => resolve(ask.result); });
       const raw = Uint8Array.from(atob(arguments[0]), (sign) => sign.charCodeAt(0));
       const work = open.transaction('inbox', 'readwrite');
       work.objectStore('inbox').add({ id: 'merge', bytes: raw.buffer, mime: 'application/zip', at: 1 });
       await new Promise((resolve) => { work.oncomplete = resolve; });
       open.close();`,
      [bytes],
    );
    await ask('backup.import', { inboxId: 'merge' });
    const badge = () =>
      firefox.asyncScript<{ text: string; color: number[]; title: string }>(
        `return { text: await browser.action.getBadgeText({}), title: await browser.action.getTitle({}),
           color: [...await browser.action.getBadgeBackgroundColor({})] };`,
      );
    await until(async () => (await badge()).text === '2', 'the badge');
    const { color, title } = await badge();
    expect(color.slice(0, 3)).toEqual([0xb8, 0x23, 0x1c]);
    expect(title).toContain(t('bg_title_overdue', { count: '2' }));
  });

  test('the background is stopped and comes back with the next message', async () => {
    expect(await stopBackground(firefox)).toBe('stopped');
    const [first] = await rows();
    await ask('complaint.sensitive', { complaintId: first?.id, sensitive: true });
    expect((await rows())[0]?.sensitive).toBe(1);
  });

  test('a background that Firefox itself ended for idleness comes back with a click in a page', async () => {
    await idleAfter(firefox, 500);
    await stopBackground(firefox);
    const { key, button } = await fresh();
    await until(async () => (await backgroundState(firefox)) === 'stopped', 'the end of the idle background');
    await firefox.switchTo(site);
    await firefox.click(button);
    await rowOf(key);
    await idleAfter(firefox, 30_000);
  });

  test('requests of the extension carry neither cookie nor referrer', () => {
    const foreign = lab
      .requests()
      .filter((request) => request.cause !== 'page' && request.cause !== 'document');
    expect(foreign.length).toBeGreaterThan(0);
    for (const { host, headers } of foreign) {
      expect(host).toMatch(/cdninstagram\.com$|fbcdn\.net$/);
      expect(headers.cookie).toBeUndefined();
      expect(headers.referer).toBeUndefined();
    }
  });

  describe('permissions taken away', () => {
    const allowed = async () => {
      await firefox.switchTo(inspector);
      return firefox.asyncScript<string[]>('return (await browser.permissions.getAll()).origins;');
    };

    test('of the photo hosts: a post is recorded without its photos, and they come when the permission does', async () => {
      const { key, button } = await fresh();
      await takeAway(firefox, PHOTOS);
      await firefox.switchTo(site);
      await firefox.click(button);
      await rowOf(key, ({ photoMissing }) => photoMissing > 0);
      await firefox.switchTo(inspector);
      await firefox.go(firefox.extensionUrl('popup.html'));
      await sees(t('access_photos_title'));
      await press(t('access_give'));
      await until(() => answerQuestion(firefox, 'allow'), 'the question of Firefox');
      await sees(t('access_given'));
      await ask('photo.retry', { complaintId: key });
      await rowOf(key, ({ photoMissing, photoCount }) => photoMissing === 0 && photoCount > 0);
    });

    test('of the sites: no button, the popup says so; refused it says where else; given, the buttons are back', async () => {
      await takeAway(firefox, [...SITES, ...PHOTOS]);
      await firefox.switchTo(site);
      await firefox.go('https://www.instagram.com/');
      await firefox.switchTo(inspector);
      await firefox.go(firefox.extensionUrl('popup.html'));
      await sees(t('access_title', { sites: 'Instagram, Facebook' }));
      await press(t('access_give'));
      const question = await until(() => answerQuestion(firefox, 'deny'), 'the question of Firefox');
      expect(question).toContain('www.instagram.com');
      await sees(t('access_refused').slice(0, 30));
      expect(await allowed()).toEqual([]);
      await firefox.switchTo(site);
      expect(await firefox.shadowButtons()).toEqual([]);

      // Now in the window under the toolbar's button, where people meet it.
      const seen = await inPopup<string>(
        firefox,
        `${PRESS}
         for (let i = 0; i < 50; i++) {
           const give = [...content.document.querySelectorAll('button')].find((one) => one.textContent.includes(${JSON.stringify(t('access_give'))}));
           if (give) { press(give); return content.document.body.innerText; }
           await new Promise((done) => content.setTimeout(done, 100));
         }
         throw new Error('no button');`,
      );
      expect(seen).toContain(t('access_what'));
      await until(() => answerQuestion(firefox, 'allow'), 'the question over the popup');
      await until(async () => (await allowed()).length === 5, 'all permissions');
      expect((await openPage('https://www.instagram.com/', /./)).length).toBeGreaterThan(0);
      expect((await openPage('https://www.facebook.com/', /./)).length).toBeGreaterThan(0);
    });
  });
});
