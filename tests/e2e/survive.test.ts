import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startLab } from '../lab/server.ts';
import type { Lab } from '../lab/types.ts';
import { THOROUGH } from '../thorough.ts';
import { EXTENSION_ID, launch, pageButtons, type Session, until } from './browser.ts';
import { expectWhole, inspectorOf, keyOf, pause, postUnder } from './fault-kit.ts';
import { byName, sees } from './steps.ts';
import { readComplaintTable } from './store.ts';
import { t } from './words.ts';

/** What a page does to the nodes around our button: built anew, taken over, stilled, skipped, zoomed, hidden, swept. */

const ANY = /^(Tandai aduan|ADU-)/;
const INSTAGRAM = 'https://www.instagram.com/';
const FACEBOOK = 'https://www.facebook.com/';
/** Boxes of posts on either site. */
const POST = { instagram: 'article', facebook: '[aria-posinset], [role=article]:not([aria-label])' } as const;
type Site = keyof typeof POST;

let lab: Lab;
let session: Session;
let inspector: Page;

beforeAll(async () => {
  lab = await startLab({ seed: 5 });
  session = await launch(lab);
  inspector = await inspectorOf(session);
});
afterAll(async () => {
  await session?.close();
  await lab?.close();
});

const siteOf = (page: Page): Site => (page.url().includes('instagram') ? 'instagram' : 'facebook');

async function open(address: string, before?: (page: Page) => Promise<unknown>) {
  const page = await session.browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error).slice(0, 300)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource|net::/.test(message.text()))
      errors.push(message.text().slice(0, 300));
  });
  await before?.(page);
  await page.goto(address);
  await page.bringToFront();
  await until(async () => (await pageButtons(page, ANY)).length > 0, `buttons on ${address}`);
  return { page, errors };
}

/**
 * How many buttons of posts stand in each box, and whether they have a size where they are drawn. Hosts are known by
 * their style, as a page could know them.
 */
const standing = (page: Page) =>
  page.evaluate((selector) => {
    const hosts = [...document.querySelectorAll<HTMLElement>('div')].filter(
      ({ style }) => style.minWidth === '28px' && style.cssText.includes('initial'),
    );
    const boxes = hosts.map((host) => host.closest(selector));
    const drawn = hosts.filter((host) => host.checkVisibility({ contentVisibilityAuto: true }));
    return {
      boxes: new Set(boxes).size,
      doubled: boxes.length - new Set(boxes).size,
      flat: drawn.filter((host) => host.offsetWidth < 24 || host.offsetHeight < 24).length,
      outside: boxes.filter((box) => box === null).length,
    };
  }, POST[siteOf(page)]);

async function expectOneEach(page: Page): Promise<void> {
  const { boxes, ...wrong } = await standing(page);
  expect(boxes).toBeGreaterThan(0);
  expect(wrong).toEqual({ doubled: 0, flat: 0, outside: 0 });
}

async function scroll(page: Page, by: number): Promise<void> {
  await page.mouse.move(500, 400);
  await page.mouse.wheel({ deltaY: by });
  await pause(500);
}

/** A person's click on the first button in view that is free; the post that stands there must be what is recorded. */
async function flagOne(page: Page): Promise<void> {
  const site = siteOf(page);
  const free = await until(
    async () => {
      for (const button of await pageButtons(page)) {
        await button.handle.scrollIntoView();
        const post = await postUnder(lab, site, button);
        if (post && !(await readComplaintTable(inspector)).some(({ id }) => id === keyOf(post)))
          return { button, post };
      }
      await scroll(page, 1_200);
      return null;
    },
    'a free post',
    40_000,
  );
  await pause(300);
  await free.button.handle.click();
  await until(
    async () => (await readComplaintTable(inspector)).some(({ id }) => id === keyOf(free.post)),
    `${keyOf(free.post)} in the store`,
  );
}

describe('a page that takes our buttons out, again and again', () => {
  const sweeps = [
    ['instagram', `${INSTAGRAM}?hostile=sweep`],
    ['facebook', `${FACEBOOK}?hostile=sweep`],
  ] as const;
  test.each(sweeps.filter((_, at) => THOROUGH || at === 0))(
    '%s: after some tries it is left alone, stays usable, and the popup offers the menu',
    async (site, address) => {
      const page = await session.browser.newPage();
      await page.evaluateOnNewDocument(() => {
        let count = 0;
        Object.assign(window, { put: () => count });
        addEventListener('DOMContentLoaded', () =>
          new MutationObserver((changes) => {
            for (const { addedNodes } of changes)
              for (const node of addedNodes)
                if (node instanceof HTMLElement && node.style.cssText.includes('initial')) count++;
          }).observe(document, { childList: true, subtree: true }),
        );
      });
      await page.goto(address);
      await page.bringToFront();
      const put = () => page.evaluate(() => (window as unknown as { put: () => number }).put());
      await until(async () => (await put()) > 3, 'the first tries');
      for (let i = 0; i < 7; i++) await scroll(page, 900);
      await pause(2_000);
      const before = await put();
      await pause(1_500);
      expect(await put(), 'nothing more is put in').toBe(before);
      expect(before).toBeLessThan(2_000);
      const answered = await page.evaluate(() => {
        const from = performance.now();
        return new Promise<number>((resolve) => setTimeout(() => resolve(performance.now() - from), 0));
      });
      expect(answered).toBeLessThan(200);
      // The figures go to the worker when the tab is left.
      const popup = await session.extensionPage('popup.html');
      await popup.bringToFront();
      const name = site === 'instagram' ? 'Instagram' : 'Facebook';
      await until(
        () =>
          popup.evaluate(
            (title, words) =>
              [...document.querySelectorAll('[role=alert] strong')].some(
                (one) => one.textContent?.includes(title) && one.textContent.includes(words),
              ) && document.body.innerText.includes('Klik kanan'),
            name,
            t('popup_taken').replace('{sites}', '').trim(),
          ),
        'the word in the popup',
      );
      await popup.close();
      await page.close();
    },
  );
});

/** With `click`, a post is flagged in the end: once for each way in which the nodes may have become others. */
const variants: [name: string, address: string, click: boolean][] = [
  ['drawn by the server and taken over before the buttons come', `${INSTAGRAM}?hydrate=1`, false],
  [
    'drawn by the server and taken over when the buttons stand already',
    `${INSTAGRAM}?hydrate=1&lag=2500`,
    true,
  ],
  ['without any animation', `${INSTAGRAM}?still=1`, false],
  ['skipped while out of view', `${INSTAGRAM}?lazy=1`, true],
  ['nodes kept, only what is in them exchanged', `${FACEBOOK}?lang=id`, true],
  ['three seconds of shell first', `${FACEBOOK}?hydrate=late`, false],
  ['units not laid out while out of view', `${FACEBOOK}?contain=auto`, false],
  ['contained', `${FACEBOOK}?contain=strict`, true],
];

test.each(variants.filter((_, at) => THOROUGH || at % 4 === 1))(
  '%s (%s): one button a post while scrolling, and no error of the page',
  async (_name, address, click) => {
    const { page, errors } = await open(address);
    if (address.includes('lag=')) await pause(3_000);
    await expectOneEach(page);
    for (const by of [1_200, -900]) {
      await scroll(page, by);
      await expectOneEach(page);
    }
    if (click) await flagOne(page);
    expect(errors).toEqual([]);
    await page.close();
  },
);

test('server and client disagree, so that React draws everything anew: the buttons come with the new nodes', async () => {
  const { page } = await open(`${INSTAGRAM}?hydrate=1&lag=1500`, (fresh) =>
    fresh.evaluateOnNewDocument(() => {
      addEventListener('DOMContentLoaded', () => {
        for (const time of document.querySelectorAll('article time')) time.textContent = 'dulu sekali';
        Object.assign(window, { before: document.querySelector('article') });
      });
    }),
  );
  await until(
    () => page.evaluate(() => !(window as unknown as { before: Element }).before.isConnected),
    'new nodes',
  );
  await until(async () => (await pageButtons(page, ANY)).length > 0, 'buttons on the new nodes');
  await expectOneEach(page);
  await flagOne(page);
  await page.close();
});

test('React builds a row anew under the eyes, again and again: the same button comes back to its place', async () => {
  const { page } = await open(INSTAGRAM);
  const swapped = await page.evaluate(async () => {
    // What a new `key` does: the row leaves, an equal one of other nodes comes.
    let rounds = 0;
    for (; rounds < 12; rounds++) {
      for (const row of document.querySelectorAll('article section')) {
        const copy = row.cloneNode(true) as Element;
        for (const one of copy.querySelectorAll<HTMLElement>('div'))
          if (one.style.cssText.includes('initial')) one.remove();
        row.replaceWith(copy);
      }
      await new Promise((resolve) => setTimeout(resolve, 120));
    }
    return rounds;
  });
  expect(swapped).toBe(12);
  await pause(400);
  await expectOneEach(page);
  await page.close();
});

test('everything stilled and contained by a sheet of the page: buttons keep their size and count', async () => {
  const { page } = await open(INSTAGRAM);
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      `*, *::before, *::after { animation: none !important; transition: none !important; }
       article { contain: layout paint style !important; content-visibility: auto !important; contain-intrinsic-size: auto 700px !important; }
       article section { contain: layout paint !important; }
       article { contain: strict !important; min-height: 900px !important; }`,
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
  await pause(600);
  await scroll(page, 500);
  await expectOneEach(page);
  await flagOne(page);
  await page.close();
});

describe('zoom of the browser', () => {
  test.each([0.5, 2])('%f: buttons keep their place, and a click counts', async (factor) => {
    const known = new Set((await readComplaintTable(inspector)).map(({ id }) => id));
    const post = lab.world.instagram.feed.find(
      ({ kind, post: one }) => kind === 'post' && one && !known.has(keyOf(one)),
    )?.post;
    const { page } = await open(`${INSTAGRAM}p/${post?.id}/?article=1`);
    const zoom = (value: number) =>
      inspector.evaluate(async (wanted) => {
        const [tab] = await chrome.tabs.query({ url: 'https://www.instagram.com/*' });
        await chrome.tabs.setZoom(tab?.id ?? -1, wanted);
        return chrome.tabs.getZoom(tab?.id ?? -1);
      }, value);
    expect(await zoom(factor)).toBeCloseTo(factor);
    await pause(600);
    await expectOneEach(page);
    await flagOne(page);
    await zoom(1);
    await page.close();
  });
});

test('a dark page gets dark buttons, and one that turns light again light ones', async () => {
  const scheme = async (page: Page) => {
    const schemes = new Set<string>();
    for (const { handle } of await pageButtons(page, ANY))
      schemes.add(await handle.evaluate((element) => getComputedStyle(element).colorScheme));
    return [...schemes];
  };
  const { page } = await open(`${INSTAGRAM}?theme=dark`);
  expect(await scheme(page)).toEqual(['dark']);
  await page.close();
  const { page: light } = await open(INSTAGRAM);
  expect(await scheme(light)).toEqual(['light']);
  await light.close();
});

test('nothing is done in a tab that is not looked at, and everything when it is again', async () => {
  const { page } = await open(INSTAGRAM);
  await inspector.bringToFront();
  await until(() => page.evaluate(() => document.hidden), 'the tab to be hidden');
  const made = await page.evaluate(async () => {
    const model = document.querySelector('article') as HTMLElement;
    const place = document.createElement('div');
    model.parentElement?.prepend(place);
    for (let i = 0; i < 3; i++) {
      const copy = model.cloneNode(true) as HTMLElement;
      for (const one of copy.querySelectorAll<HTMLElement>('div'))
        if (one.style.cssText.includes('initial')) one.remove();
      place.append(copy);
    }
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    Object.assign(window, { place });
    return [...place.querySelectorAll<HTMLElement>('div')].filter((one) =>
      one.style.cssText.includes('initial'),
    ).length;
  });
  expect(made).toBe(0);
  await page.bringToFront();
  await page.evaluate(() => scrollTo(0, 0));
  await until(
    () =>
      page.evaluate(
        () =>
          [
            ...(window as unknown as { place: HTMLElement }).place.querySelectorAll<HTMLElement>('div'),
          ].filter((one) => one.style.cssText.includes('initial')).length > 1,
      ),
    'buttons on what came meanwhile',
  );
  await page.close();
});

test('the browser keeps Tanggap from the sites: no button, no fault, and the popup asks for the permission', async () => {
  const settings = await session.browser.newPage();
  await settings.goto('chrome://extensions');
  const allow = (hostAccess: string) =>
    settings.evaluate(
      (extensionId, access) =>
        (
          chrome as unknown as {
            developerPrivate: { updateExtensionConfiguration(change: object): Promise<void> };
          }
        ).developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: access }),
      EXTENSION_ID,
      hostAccess,
    );
  await allow('ON_CLICK');
  const page = await session.browser.newPage();
  await page.goto(INSTAGRAM);
  await page.bringToFront();
  await pause(2_000);
  expect(await pageButtons(page, /./)).toEqual([]);
  const popup = await session.extensionPage('popup.html');
  await sees(popup, t('access_title', { sites: 'Instagram, Facebook' }));
  await byName(popup, t('access_give'));
  await allow('ON_ALL_SITES');
  await page.reload();
  await page.bringToFront();
  await until(async () => (await pageButtons(page, ANY)).length > 0, 'buttons again');
  await popup.reload();
  await sees(popup, t('popup_open_dashboard'));
  expect(await popup.evaluate(() => document.body.innerText)).not.toContain(t('access_give'));
  await popup.close();
  await page.close();
  await settings.close();
});

test('after all that the store is whole', async () => {
  await expectWhole(inspector);
});
