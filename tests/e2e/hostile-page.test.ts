import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isReadable } from '../../complaints/reading.ts';
import { startLab } from '../lab/server.ts';
import type { Lab } from '../lab/types.ts';
import { launch, type PageButton, pageButtons, type Session, until } from './browser.ts';
import { expectWhole, inspectorOf, pause } from './fault-kit.ts';
import { readEventTable } from './store.ts';

/**
 * More attacks of the page itself. Each says what the attacker gets: at most that an extension is there, that its
 * buttons fail, or a draft of a post that the official really clicked.
 */

const INSTAGRAM = 'https://www.instagram.com/';
const ANY = /^(Tandai aduan|ADU-|Terbaca)/;
let lab: Lab;
let session: Session;
let inspector: Page;

beforeAll(async () => {
  lab = await startLab({ seed: 6 });
  session = await launch(lab);
  inspector = await inspectorOf(session);
});
afterAll(async () => {
  await session?.close();
  await lab?.close();
});

const recorded = async () => (await readEventTable(inspector)).length;

async function openFeed(): Promise<{ page: Page; button: PageButton; host: ElementHandle<HTMLElement> }> {
  const page = await session.browser.newPage();
  await page.goto(INSTAGRAM);
  await page.bringToFront();
  const [button] = await until(async () => {
    const found = await pageButtons(page, ANY);
    return found.length > 0 ? found : null;
  }, 'a button in the feed');
  if (!button) throw new Error('no button');
  await button.handle.scrollIntoView();
  await button.handle.hover();
  await pause(300);
  const root = await button.handle.evaluateHandle((element) => (element.getRootNode() as ShadowRoot).host);
  return { page, button, host: root.asElement() as ElementHandle<HTMLElement> };
}

test.each(['elementFromPoint', 'hidden', 'createElement', 'defaultView'])(
  "a form that shadows the document's own %s gets at most a draft of a post that was really clicked",
  async (name) => {
    const { page, button } = await openFeed();
    const before = await recorded();
    await page.evaluate((shadow) => {
      const form = document.createElement('form');
      form.setAttribute('name', shadow);
      document.body.append(form);
    }, name);
    await button.handle.click();
    await pause(700);
    for (const { type } of (await readEventTable(inspector)).slice(before))
      expect(['captured', 'photoStored', 'photoFailed']).toContain(type);
    await page.close();
  },
);

const moves: { name: string; run: (host: HTMLElement) => void }[] = [
  {
    name: 'page zoomed to a pixel',
    run: () => document.documentElement.style.setProperty('zoom', '0.02', 'important'),
  },
  {
    name: 'another element as a popover on top',
    run: () => {
      const cover = document.createElement('div');
      cover.popover = 'manual';
      cover.style.cssText = 'inset:0;width:100vw;height:100vh;margin:0;border:0';
      document.body.append(cover);
      cover.showPopover();
    },
  },
  {
    name: 'the host itself as a popover, made transparent',
    run: (host) => {
      host.popover = 'manual';
      host.showPopover();
      host.style.setProperty('opacity', '0.01', 'important');
    },
  },
  {
    name: 'the host moved away and a decoy put in its place as the pointer comes',
    run: (host) => {
      const box = host.getBoundingClientRect();
      const decoy = document.createElement('button');
      decoy.style.cssText = `position:fixed;left:${box.x}px;top:${box.y}px;width:${box.width}px;height:${box.height}px;z-index:99999`;
      document.body.append(decoy);
      decoy.onpointerdown = () => host.style.setProperty('transform', 'none', 'important');
      host.style.setProperty('transform', 'translateX(-400px)', 'important');
    },
  },
  {
    name: 'pointer-events taken from the host and given to a parent',
    run: (host) => host.style.setProperty('pointer-events', 'none', 'important'),
  },
];

test.each(moves)('$name: the click that lands there records nothing', async ({ run }) => {
  const { page, button, host } = await openFeed();
  const before = await recorded();
  const box = await button.handle.boundingBox();
  if (!box) throw new Error('the button has no box');
  await page.mouse.move(5, 5);
  await host.evaluate(run);
  await pause(80);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2, { delay: 30 });
  await pause(400);
  expect(await recorded()).toBe(before);
  await page.close();
});

test('synthetic keys on a button that has the focus record nothing', async () => {
  const { page, button, host } = await openFeed();
  const before = await recorded();
  await button.handle.focus();
  await host.evaluate((element) => {
    for (const key of ['Enter', ' '])
      for (const type of ['keydown', 'keypress', 'keyup'])
        element.dispatchEvent(
          new KeyboardEvent(type, { key, code: key, bubbles: true, composed: true, cancelable: true }),
        );
    element.click();
  });
  await pause(400);
  expect(await recorded()).toBe(before);
  await page.close();
});

test('a page that counts its nodes learns that a div of some extension is in each post, and not whose', async () => {
  const { page } = await openFeed();
  const seen = await page.evaluate(() => {
    const odd = [...document.querySelectorAll<HTMLElement>('article div')].filter((one) =>
      one.style.cssText.includes('initial'),
    );
    return {
      found: odd.length > 0,
      alike: new Set(odd.map((one) => one.outerHTML)).size,
      told: odd.map((one) => one.outerHTML + one.innerText).join(''),
      custom: [...document.querySelectorAll('*')].filter((one) => one.localName.includes('-')).length,
    };
  });
  expect(seen.found).toBe(true);
  expect(seen.alike).toBeLessThanOrEqual(2);
  expect(seen.told).not.toMatch(/tanggap|aduan|chrome-extension|onghcp/i);
  expect(seen.custom).toBe(0);
  await page.close();
});

test('a page whose own arrays, maps, promises and DOM methods are traps: a click records the post that is shown', async () => {
  const { page } = await openFeed();
  // One that no test before this one has flagged.
  const [button] = await until(async () => {
    const free = await pageButtons(page);
    return free.length > 0 ? free : null;
  }, 'a free post');
  if (!button) throw new Error('no button');
  await button.handle.scrollIntoView();
  await button.handle.hover();
  await pause(400);
  const before = await recorded();
  const shown = await button.handle.evaluate(
    (element) =>
      (element.getRootNode() as ShadowRoot).host
        .closest('article')
        ?.querySelector('a[href*="/p/"]')
        ?.getAttribute('href') ?? '',
  );
  await page.evaluate(() => {
    const trap = () => {
      throw new Error('trapped');
    };
    const spring = (prototype: object, names: string[]) => {
      for (const name of names) Object.defineProperty(prototype, name, { value: trap, configurable: true });
    };
    spring(Array.prototype, [
      'map',
      'filter',
      'flatMap',
      'find',
      'some',
      'includes',
      'slice',
      'join',
      'push',
    ]);
    spring(Map.prototype, ['get', 'set', 'has']);
    spring(Set.prototype, ['add', 'has']);
    spring(Promise.prototype, ['then', 'catch', 'finally']);
    spring(String.prototype, ['replace', 'split', 'slice', 'match', 'trim']);
    spring(Element.prototype, [
      'querySelector',
      'querySelectorAll',
      'closest',
      'getAttribute',
      'matches',
      'append',
    ]);
    spring(Document.prototype, ['querySelector', 'querySelectorAll', 'createElement', 'elementFromPoint']);
    Object.defineProperty(Node.prototype, 'textContent', { get: () => 'palsu', configurable: true });
    Object.defineProperty(HTMLElement.prototype, 'innerText', { get: () => 'palsu', configurable: true });
    Object.defineProperty(HTMLAnchorElement.prototype, 'href', {
      get: () => '/p/EVILEVIL000/',
      configurable: true,
    });
    Object.assign(JSON, { parse: trap, stringify: trap });
  });
  await button.handle.click();
  const [event] = await until(async () => {
    const fresh = (await readEventTable(inspector)).slice(before).filter(({ type }) => type === 'captured');
    return fresh.length > 0 ? fresh : null;
  }, 'the post in the store');
  const code = /\/p\/([\w-]+)/.exec(shown)?.[1] ?? '';
  expect(event?.complaintId).toBe(`instagram:${code}`);
  const truth = lab.find('instagram', code);
  const text = event?.type === 'captured' ? event.capture.text : undefined;
  expect(text && isReadable(text) ? text.value : null).toBe(truth?.text);
  await page.close();
});

test('10,000 made-up posts a second: the page stays usable, the work has an end, nothing is recorded', async () => {
  const { page } = await openFeed();
  const before = await recorded();
  const figures = await page.evaluate(async () => {
    const model = document.querySelector('article') as HTMLElement;
    const bare = model.cloneNode(true) as HTMLElement;
    for (const one of bare.querySelectorAll<HTMLElement>('div'))
      if (one.style.cssText.includes('initial')) one.remove();
    const place = document.createElement('div');
    model.parentElement?.append(place);
    let longest = 0;
    let last = performance.now();
    const watch = () => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    };
    const shell = document.createElement('article');
    shell.innerHTML = `<a href="/p/AAAAAAAAAA1/"><time datetime="2026-11-24T00:00:00Z"></time></a><section><div role="button"><svg height="24"></svg></div></section>`;
    for (let round = 0; round < 20; round++) {
      const many = document.createDocumentFragment();
      for (let i = 0; i < 500; i++) many.append(shell.cloneNode(true));
      place.append(many);
      await new Promise((resolve) => setTimeout(resolve, 50));
      watch();
    }
    const made = place.childElementCount;
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    const hosts = [...place.querySelectorAll<HTMLElement>('div')].filter((one) =>
      one.style.cssText.includes('initial'),
    ).length;
    place.remove();
    const start = performance.now();
    await new Promise((resolve) => setTimeout(resolve, 0));
    return { made, hosts, longest, after: performance.now() - start };
  });
  console.log(`10,000 posts: ${JSON.stringify(figures)}`);
  expect(figures.made).toBe(10_000);
  expect(figures.hosts).toBeLessThanOrEqual(2_000);
  // The page's own layout of 500 posts is in it; a look that grew with every post would be seconds.
  expect(figures.longest).toBeLessThan(4_000);
  expect(await recorded()).toBe(before);
  await until(async () => (await pageButtons(page, ANY)).length > 0, 'buttons after the flood');
  await page.close();
});

test('after all that the store is whole', async () => {
  await expectWhole(inspector);
});
