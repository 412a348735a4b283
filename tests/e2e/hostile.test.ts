import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import puppeteer, { type ElementHandle, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EventOf } from '../../complaints/events.ts';
import { isReadable } from '../../complaints/reading.ts';
import { startLab } from '../lab/server.ts';
import { ODD } from '../lab/texts.ts';
import type { Lab, LabPost } from '../lab/types.ts';
import { EXTENSION_ID, launch, type PageButton, pageButtons, type Session, until } from './browser.ts';
import { compare, itemsOf, type Tally } from './capture.ts';
import { buttonOn, complaint, eventsOf, expectWhole, inspectorOf, keyOf, pause } from './fault-kit.ts';
import { catchDownloads, openSite, press, sees } from './steps.ts';
import { readEventTable } from './store.ts';
import { t } from './words.ts';

/** The page as an attacker: everything it can do in its own world, against a person's real mouse. */

const INSTAGRAM = 'https://www.instagram.com/';
const ANY = /^(Tandai aduan|ADU-|Terbaca)/;
let lab: Lab;
let session: Session;
let inspector: Page;

beforeAll(async () => {
  lab = await startLab({ seed: 4 });
  session = await launch(lab);
  inspector = await inspectorOf(session);
});
afterAll(async () => {
  await session?.close();
  await lab?.close();
});

const recorded = async () => (await readEventTable(inspector)).length;

/** The feed in a new tab, once there is a button on it, whatever has been flagged already. */
async function openFeed(): Promise<Page> {
  const page = await session.browser.newPage();
  await page.goto(INSTAGRAM);
  await page.bringToFront();
  await until(async () => (await pageButtons(page, ANY)).length > 0, 'a button in the feed');
  return page;
}

/** Nothing was recorded since, although there was time for it. */
async function expectNothing(before: number): Promise<void> {
  await pause(500);
  expect(await recorded()).toBe(before);
}

/** A real click in the middle of where the button stood before the attack. */
async function clickWhereItWas(page: Page, box: { x: number; y: number; width: number; height: number }) {
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await pause(150);
  await page.mouse.down();
  await pause(40);
  await page.mouse.up();
}

async function boxOf(button: PageButton) {
  const box = await button.handle.boundingBox();
  if (!box) throw new Error('the button has no box');
  return box;
}

/** The element in the page that holds a button; all that the page can reach of it. */
async function hostOf(button: PageButton): Promise<ElementHandle<HTMLElement>> {
  const handle = await button.handle.evaluateHandle((element) => (element.getRootNode() as ShadowRoot).host);
  return handle.asElement() as ElementHandle<HTMLElement>;
}

describe('the button in a hostile page', () => {
  let feed: Page;
  let button: PageButton;
  let post: LabPost;

  beforeAll(async () => {
    feed = await openFeed();
    ({ button, post } = await buttonOn(lab, feed, 'instagram', () => true));
    // The half that acts is in the page: an attack must not merely meet a button that is not ready.
    await button.handle.hover();
    await pause(400);
    await feed.mouse.move(5, 5);
  });

  test('the page sees a plain div without a name: its shadow root is closed, and the document does not name the extension', async () => {
    const seen = await (await hostOf(button)).evaluate((host) => ({
      root: host.shadowRoot,
      tag: host.tagName,
      attributes: host.getAttributeNames(),
      text: host.textContent,
      opened: (() => {
        try {
          host.attachShadow({ mode: 'open' });
          return 'opened';
        } catch {
          return 'refused';
        }
      })(),
      named: document.documentElement.outerHTML.includes('anggap'),
      globals: Object.getOwnPropertyNames(window).filter((name) => /tanggap|wxt/i.test(name)),
    }));
    expect(seen).toEqual({
      root: null,
      tag: 'DIV',
      attributes: ['style'],
      text: '',
      opened: 'refused',
      named: false,
      globals: [],
    });
    const html = await feed.evaluate(() => document.documentElement.outerHTML);
    expect(html).not.toContain(EXTENSION_ID);
  });

  test('synthetic clicks, keys and pointer events on the host and all around it record nothing', async () => {
    const before = await recorded();
    await (await hostOf(button)).evaluate((host) => {
      const targets = [host, host.parentElement, host.closest('article'), document.body, document];
      for (const target of targets) {
        if (!target) continue;
        for (const type of [
          'pointerdown',
          'mousedown',
          'pointerup',
          'mouseup',
          'click',
          'dblclick',
          'auxclick',
        ]) {
          const options = { bubbles: true, composed: true, cancelable: true, detail: 1, view: window };
          target.dispatchEvent(new MouseEvent(type, options));
        }
        for (const key of ['Enter', ' '])
          for (const type of ['keydown', 'keypress', 'keyup'])
            target.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true }));
        target.dispatchEvent(new Event('click', { bubbles: true, composed: true }));
      }
      host.click();
      host.focus();
      document.elementFromPoint(host.getBoundingClientRect().x + 9, host.getBoundingClientRect().y + 9);
    });
    await expectNothing(before);
  });

  type Attack = { name: string; run: (host: HTMLElement) => void };
  const attacks: Attack[] = [
    { name: 'host transparent', run: (host) => host.style.setProperty('opacity', '0.02', 'important') },
    {
      name: 'post transparent by an animation',
      run: (host) =>
        void host
          .closest('article')
          ?.animate([{ opacity: 0 }, { opacity: 0 }], { duration: 1e7, fill: 'both' }),
    },
    { name: 'body transparent', run: () => document.body.style.setProperty('opacity', '0.05', 'important') },
    {
      name: 'html filtered away',
      run: () => document.documentElement.style.setProperty('filter', 'opacity(0)', 'important'),
    },
    {
      name: 'host masked away',
      run: (host) => host.style.setProperty('mask', 'linear-gradient(transparent, transparent)', 'important'),
    },
    {
      name: 'host clipped to nothing',
      run: (host) => host.style.setProperty('clip-path', 'inset(50%)', 'important'),
    },
    {
      name: 'host blended into the page',
      run: (host) => host.style.setProperty('mix-blend-mode', 'color', 'important'),
    },
    {
      name: 'host scaled to a pixel',
      run: (host) => host.style.setProperty('transform', 'scale(0.01)', 'important'),
    },
    {
      name: 'covered by an overlay',
      run: () => {
        const cover = document.createElement('div');
        cover.id = 'cover';
        cover.style.cssText = 'position:fixed;inset:0;background:#fff;z-index:2147483647';
        cover.textContent = 'Menangkan hadiah';
        document.body.append(cover);
      },
    },
    {
      name: 'covered in the top layer',
      run: () => {
        const cover = document.createElement('dialog');
        cover.id = 'cover';
        cover.style.cssText =
          'position:fixed;inset:0;width:100vw;height:100vh;max-width:none;max-height:none';
        document.body.append(cover);
        cover.showModal();
      },
    },
    {
      name: 'covered but for a hole under the pointer',
      run: (host) => {
        const { x, y, width, height } = host.getBoundingClientRect();
        for (const left of [x - 400, x + width / 2 + 6]) {
          const cover = document.createElement('div');
          cover.className = 'cover';
          cover.style.cssText = `position:fixed;left:${left}px;width:${400 + width / 2 - 6}px;top:${y - 20}px;height:${height + 40}px;background:#fff;z-index:2147483647`;
          document.body.append(cover);
        }
      },
    },
    {
      name: 'pushed under the pointer when it goes down elsewhere',
      run: (host) => {
        const { x, y } = host.getBoundingClientRect();
        host.style.setProperty('transform', 'translateY(200px)', 'important');
        const back = () => host.style.setProperty('transform', 'none', 'important');
        window.addEventListener('pointerdown', back, { capture: true, once: true });
        void [x, y];
      },
    },
  ];

  test.each(attacks)('$name: a real click there records nothing', async ({ run }) => {
    const before = await recorded();
    const box = await boxOf(button);
    const host = await hostOf(button);
    const style = await host.evaluate((element) => element.style.cssText);
    try {
      await host.evaluate(run);
      await pause(100);
      await clickWhereItWas(feed, box);
      await expectNothing(before);
    } finally {
      await host.evaluate((element, css) => {
        element.style.cssText = css;
        document.body.style.removeProperty('opacity');
        document.documentElement.style.removeProperty('filter');
        for (const animation of document.getAnimations()) if (animation.effect) animation.cancel();
        for (const cover of document.querySelectorAll('#cover, .cover')) cover.remove();
      }, style);
      await feed.mouse.move(5, 5);
    }
  });

  test('without an attack the same click on the same button flags the post', async () => {
    const before = await recorded();
    await clickWhereItWas(feed, await boxOf(button));
    await complaint(inspector, keyOf(post));
    expect(await recorded()).toBeGreaterThan(before);
  });

  test('painted over by something that lets clicks through: at most a new complaint that can be taken back, nothing leaves', async () => {
    const { button: other, post: painted } = await buttonOn(lab, feed, 'instagram', (p) => p !== post);
    const box = await boxOf(other);
    const tabs = (await session.browser.pages()).length;
    await feed.evaluate(() => {
      const cover = document.createElement('div');
      cover.id = 'cover';
      cover.style.cssText = 'position:fixed;inset:0;background:#fff;z-index:2147483647;pointer-events:none';
      document.body.append(cover);
    });
    await clickWhereItWas(feed, box);
    await pause(1_500);
    await feed.evaluate(() => document.getElementById('cover')?.remove());
    const types = new Set((await eventsOf(inspector, keyOf(painted))).map((event) => event.type));
    for (const type of types) expect(['captured', 'photoStored', 'photoFailed']).toContain(type);
    if (types.size > 0) expect((await complaint(inspector, keyOf(painted))).status).toBe('new');
    expect((await session.browser.pages()).length).toBe(tabs);
    await feed.close();
  });
});

test.each(['messages', 'events'] as const)(
  'forged %s in the page record nothing, and the buttons stay as they are',
  async (kind) => {
    const page = await openFeed();
    const before = await recorded();
    const code = lab.world.instagram.feed[0]?.post?.id ?? '';
    await page.evaluate(
      (id, name, how) => {
        const reading = {
          site: 'instagram',
          surface: 'feed',
          dom: { source: 'dom', names: [`instagram:${name}`] },
        };
        const started = { contentScriptName: 'content', messageId: 'x' };
        const messages = [
          { name: 'page.flag', input: { reading } },
          { name: 'complaint.purge', input: { complaintId: `instagram:${name}` } },
          { name: 'states.changed' },
          { type: 'wxt:content-script-started', ...started },
          { type: `${id}:content:wxt:content-script-started`, ...started },
          { type: `${id}:content:wxt:locationchange` },
        ];
        for (const message of messages) {
          if (how === 'messages') window.postMessage(message, '*');
          else
            for (const target of [window, document])
              target.dispatchEvent(new CustomEvent(message.type ?? message.name ?? '', { detail: message }));
        }
        Object.assign(window, { tanggapActs: { press: () => undefined, undo: () => undefined } });
      },
      EXTENSION_ID,
      code,
      kind,
    );
    await expectNothing(before);
    const names = (await pageButtons(page, /./)).map((one) => one.name);
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => name.startsWith(t('page_reload')))).toEqual([]);
    await page.close();
  },
);

test('a page that listens for the extension by its well-known id hears nothing when a content script starts', async () => {
  const page = await session.browser.newPage();
  await page.evaluateOnNewDocument((id) => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    const types = [
      `${id}:content:wxt:content-script-started`,
      'wxt:content-script-started',
      `${id}:content:wxt:locationchange`,
    ];
    for (const type of types)
      for (const target of [window, document]) target.addEventListener(type, () => heard.push(type), true);
    window.addEventListener('message', (event) => {
      if (JSON.stringify(event.data ?? '').includes(id)) heard.push('message');
    });
  }, EXTENSION_ID);
  await page.goto(INSTAGRAM);
  await page.bringToFront();
  await until(async () => (await pageButtons(page, ANY)).length > 0, 'buttons');
  expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
  await page.close();
});

test('page with polluted prototypes and patched functions: no root or handler leaks, and the right post is recorded', async () => {
  const page = await session.browser.newPage();
  await page.evaluateOnNewDocument(() => {
    const loot: string[] = [];
    Object.assign(window, { loot });
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (init) {
      loot.push('root');
      return attach.call(this, { ...init, mode: 'open' });
    };
    const sheet = CSSStyleSheet.prototype.replaceSync;
    CSSStyleSheet.prototype.replaceSync = function (text) {
      loot.push('sheet');
      return sheet.call(this, text);
    };
    const listen = EventTarget.prototype.addEventListener;
    EventTarget.prototype.addEventListener = function (type, ...rest) {
      if (/^pointerenter$/.test(type)) loot.push('handler');
      return listen.call(this, type, ...(rest as [EventListener]));
    };
    Document.prototype.elementFromPoint = () => document.body;
    Object.defineProperty(Object.prototype, 'isTrusted', { value: true, configurable: true, writable: true });
    Object.defineProperty(Object.prototype, 'complaintId', {
      value: 'instagram:evil',
      configurable: true,
      writable: true,
    });
  });
  await page.goto(INSTAGRAM);
  await page.bringToFront();
  await until(async () => (await pageButtons(page, ANY)).length > 0, 'buttons');
  const taken = new Set((await readEventTable(inspector)).map((event) => event.complaintId));
  const { button, post } = await buttonOn(lab, page, 'instagram', (p) => !taken.has(keyOf(p)));
  // From now on the page lies to whoever looks into its store.
  await page.evaluate(() => {
    JSON.stringify = () => '{"code":"EVILEVIL000","caption":{"text":"palsu"}}';
    Object.keys = () => [];
    Array.isArray = (() => true) as unknown as typeof Array.isArray;
  });
  await button.handle.click();
  await complaint(inspector, keyOf(post));
  const event = (await eventsOf(inspector, keyOf(post)))[0] as EventOf<'captured'>;
  const tally: Tally = {};
  compare(event, post, lab, tally);
  for (const [field, { wrong }] of Object.entries(tally)) expect(wrong, field).toEqual([]);
  expect(await page.evaluate(() => (window as unknown as { loot: string[] }).loot)).toEqual([]);
  await page.close();
});

describe('a post exchanged between the press and the release of the button', () => {
  // A browser of its own for each, so that no post is known already.

  const swaps: { name: string; run: (host: HTMLElement) => void }[] = [
    {
      name: 'whole contents of two posts',
      run: (host) => {
        const mine = host.closest('article');
        const other = [...document.querySelectorAll('article')].find(
          (article) => article !== mine && article.querySelector('a[href] time[datetime]'),
        );
        if (!mine || !other) throw new Error('no second post');
        const down = () => {
          const [a, b] = [[...mine.children], [...other.children]];
          mine.append(...b);
          other.append(...a);
        };
        window.addEventListener('pointerdown', down, { capture: true, once: true });
      },
    },
    {
      name: 'the link that names it only',
      run: (host) => {
        const times = [...document.querySelectorAll('article a[href] time[datetime]')];
        const mine = times.find((time) => time.closest('article') === host.closest('article'))?.closest('a');
        const other = times.find((time) => time.closest('article') !== host.closest('article'))?.closest('a');
        if (!mine || !other) throw new Error('no second post');
        const there = other.getAttribute('href') ?? '';
        window.addEventListener('pointerdown', () => mine.setAttribute('href', there), {
          capture: true,
          once: true,
        });
      },
    },
    {
      name: 'its words and author only',
      run: (host) => {
        const mine = host.closest('article');
        const down = () => {
          if (!mine) return;
          for (const node of mine.querySelectorAll('span, h2, h1'))
            if (node.childElementCount === 0 && (node.textContent ?? '').length > 12)
              node.textContent = 'Kata orang lain';
        };
        window.addEventListener('pointerdown', down, { capture: true, once: true });
      },
    },
  ];

  test.each(swaps)('$name: what is recorded, if anything, is one post throughout', async ({ run }) => {
    const fresh = await launch(lab);
    try {
      const own = await inspectorOf(fresh);
      const page = await openSite(fresh, INSTAGRAM);
      const { button } = await buttonOn(lab, page, 'instagram', () => true);
      await (await hostOf(button)).evaluate(run);
      await clickWhereItWas(page, await boxOf(button));
      await pause(1_500);
      for (const event of await readEventTable(own)) {
        if (event.type !== 'captured') continue;
        const truth = lab.find('instagram', event.complaintId.slice('instagram:'.length));
        expect(truth, event.complaintId).toBeDefined();
        const tally: Tally = {};
        if (truth) compare(event, truth, lab, tally);
        for (const [field, { wrong }] of Object.entries(tally)) expect(wrong, field).toEqual([]);
      }
    } finally {
      await fresh.close();
    }
  });
});

describe('what citizens may write', () => {
  const odd = (fits: (text: string) => boolean) =>
    itemsOf(lab, 'facebook').find(
      (item) => item.kind === 'post' && item.post && fits(item.post.text) && !item.post.group,
    )?.post;

  test.each([
    ['markup and formula', (text: string) => text === ODD.markup],
    ['right to left', (text: string) => text === ODD.rtl],
    ['invisible signs', (text: string) => text === ODD.zeroWidth],
    ['63,000 characters', (text: string) => text.length > 60_000],
  ] as const)(
    '%s: stored to the letter, shown as text in panel, popup and list, nothing runs',
    async (_name, fits) => {
      const post = odd(fits);
      if (!post) throw new Error('no such post in this world');
      const page = await session.browser.newPage();
      await page.goto(`https://www.facebook.com/${post.author.handle}/posts/${post.pfbid}`);
      await page.bringToFront();
      const [button] = await until(async () => {
        const found = await pageButtons(page);
        return found.length > 0 ? found : null;
      }, 'the button');
      await button?.handle.scrollIntoView();
      await pause(300);
      await button?.handle.click();
      const row = await complaint(inspector, keyOf(post));
      const event = (await eventsOf(inspector, row.id))[0] as EventOf<'captured'>;
      expect(isReadable(event.capture.text) && event.capture.text.value === post.text).toBe(true);

      const surfaces = [
        `sidepanel.html?id=${encodeURIComponent(row.id)}`,
        'popup.html',
        'dashboard.html#/aduan',
        `dashboard.html#/aduan/${encodeURIComponent(row.id)}`,
      ];
      for (const address of surfaces) {
        const own = await session.extensionPage(address);
        const dialogs: string[] = [];
        own.on('dialog', (dialog) => {
          dialogs.push(dialog.message());
          void dialog.dismiss();
        });
        // The popup shows a number of fresh complaints, not each of them.
        await (address === 'popup.html' ? sees(own, t('popup_fresh_not_sent')) : sees(own, row.number));
        if (address.startsWith('sidepanel')) {
          await own.waitForSelector('textarea');
          const value = await own.$eval('textarea', (area) => area.value);
          expect(value).toBe(post.text);
        } else if (address !== 'popup.html') {
          const text = await own.evaluate(() => document.body.textContent ?? '');
          // The list shows one tidied line of it, the complaint's own page the citizen's words as they are.
          const wanted = address.endsWith('#/aduan') ? row.gist : post.text.slice(0, 60);
          expect(text, address).toContain(wanted);
        }
        const alive = await own.evaluate(() => ({
          script: [...document.querySelectorAll('script')].some((one) =>
            one.textContent?.includes('alert(1)'),
          ),
          bold: [...document.querySelectorAll('b')].some((one) => one.textContent === 'tebal'),
        }));
        expect(alive, address).toEqual({ script: false, bold: false });
        expect(dialogs).toEqual([]);
        await own.close();
      }
      await page.close();
    },
  );

  test("the list as CSV: no cell that a spreadsheet takes for a formula, no citizen's name", async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tanggap-csv-'));
    try {
      const download = await catchDownloads(session, folder);
      const page = await session.extensionPage('dashboard.html#/pengaturan/cadangan');
      await press(page, t('set_csv_download'));
      const text = readFileSync(await download('.csv'), 'utf8');
      const { data, errors } = Papa.parse<string[]>(text.replace(/^\ufeff/, '').trim(), { delimiter: ';' });
      expect(errors).toEqual([]);
      expect(data.length).toBeGreaterThan(4);
      const cells = data.flat();
      const risky = cells.filter((cell) => /^[\s\u200b-\u200f\u202a-\u202e\ufeff]*[=+\-@\t\r]/.test(cell));
      expect(risky).toEqual([]);
      expect(
        cells.some((cell) => cell.includes('HYPERLINK')),
        'the formula is there, as text',
      ).toBe(true);
      const flagged = new Set((await readEventTable(inspector)).map((event) => event.complaintId));
      for (const id of flagged) {
        const [site, code] = id.split(':') as ['instagram' | 'facebook', string];
        const author = lab.find(site, code)?.author;
        if (author?.handle) expect(text).not.toContain(author.handle);
        if (author?.name) expect(text).not.toContain(author.name);
      }
      await page.close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

test('the same scripted scroll with and without the extension: the same requests, the same place, no event that no person made', async () => {
  const walk = async (page: Page) => {
    lab.clearRequests();
    await page.evaluateOnNewDocument(() => {
      const forged: string[] = [];
      Object.assign(window, { forged });
      for (const type of ['click', 'mousedown', 'pointerdown', 'keydown', 'submit', 'focusin'])
        window.addEventListener(type, (event) => event.isTrusted || forged.push(type), true);
    });
    await page.bringToFront();
    await page.goto(INSTAGRAM);
    await pause(2_000);
    await page.mouse.move(600, 450);
    for (let i = 0; i < 4; i++) {
      await page.mouse.wheel({ deltaY: 600 });
      await pause(500);
    }
    await pause(1_200);
    const seen = lab.requests();
    const paths = seen
      .filter((request) => !/\.jpg$/.test(request.path.split('?')[0] ?? ''))
      .map((request) => `${request.cause} ${request.method} ${request.host}${request.path.split('?')[0]}`);
    const place = await page.evaluate(() => ({
      at: Math.round(scrollY),
      forged: (window as unknown as { forged: string[] }).forged,
    }));
    const causes = new Set(seen.map((request) => request.cause));
    return { paths: paths.sort(), place, causes };
  };
  const bare = await puppeteer.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    pipe: true,
    acceptInsecureCerts: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--lang=id',
      '--window-size=1280,900',
      ...lab.chromeArgs,
    ],
    defaultViewport: { width: 1280, height: 900 },
  });
  let without: Awaited<ReturnType<typeof walk>>;
  try {
    without = await walk(await bare.newPage());
  } finally {
    await bare.close();
  }
  const fresh = await launch(lab);
  try {
    const page = await fresh.browser.newPage();
    const withIt = await walk(page);
    expect((await pageButtons(page)).length).toBeGreaterThan(0);
    expect(withIt.paths).toEqual(without.paths);
    expect(withIt.place.at).toBe(without.place.at);
    expect(withIt.place.forged).toEqual([]);
    expect([...withIt.causes].sort()).toEqual([...without.causes].sort());
    expect(withIt.causes.has('extension')).toBe(false);
  } finally {
    await fresh.close();
  }
});

test('after all that the store is whole', async () => {
  await expectWhole(inspector);
});
