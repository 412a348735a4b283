import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLab } from '../server.ts';
import type { Lab } from '../types.ts';
import { makeWorld } from '../world.ts';
import { commentsOf, type LabSurface, longThread, reelOrder, surfacesOf } from './truth.ts';
import { walk } from './walk.ts';

const MINUTE = 60_000;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

let browser: Browser;
let lab: Lab;

function open(seed: number): void {
  beforeAll(async () => {
    lab = await startLab({ seed, latency: 30 });
    browser = await puppeteer.launch({
      executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
      pipe: true,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-dev-shm-usage', ...lab.chromeArgs],
      defaultViewport: { width: 1280, height: 900 },
    });
  }, MINUTE);
  afterAll(async () => {
    await browser?.close();
    await lab?.close();
  });
}

async function visit(path: string, narrow = false): Promise<{ page: Page; errors: string[] }> {
  const page = await browser.newPage();
  if (narrow) await page.setViewport({ width: 420, height: 860 });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.evaluateOnNewDocument(() => {
    document.addEventListener('DOMContentLoaded', () => {
      Object.assign(window, { drawn: document.querySelector('article section') });
    });
  });
  await page.goto(new URL(path, 'https://www.instagram.com/').href, { waitUntil: 'domcontentloaded' });
  // The app is there once it has put its own mark on what it drew, and has no more to wait for.
  await page.waitForFunction(() => {
    const root = document.querySelector('[id^="mount_0_0"]')?.lastElementChild;
    const owned = root && Object.keys(root).some((key) => key.startsWith('__reactFiber'));
    return owned && !document.querySelector('main > [role="progressbar"]');
  });
  await pause(150);
  return { page, errors };
}

interface Sight {
  /** Paths that linked times in the surface lead to, in order. */
  times: string[];
  heart: boolean;
  words: string;
}

/** What stands in a part of the page, by what a person would see and follow. */
const sight = (page: Page, selector: string): Promise<Sight> =>
  page.evaluate((where) => {
    const root = [...document.querySelectorAll<HTMLElement>(where)].at(-1);
    return {
      times: [...(root?.querySelectorAll('a[href] time') ?? [])].map(
        (time) => time.closest('a')?.pathname ?? '',
      ),
      heart: root?.querySelector('svg[height="24"] path[d^="M16.792 3.904"]') != null,
      words: root?.innerText ?? '',
    };
  }, selector);

const SCOPE = {
  feed: 'main',
  page: 'main',
  article: 'main article',
  dialog: '[role="dialog"] article',
  slot: '[role="dialog"]',
  comments: 'main',
};

async function check(surface: LabSurface): Promise<void> {
  const { page, errors } = await visit(surface.path, surface.narrow);
  await walk(page, surface.steps, 350);
  const all = commentsOf(lab.world);
  const asked = surface.path.split('?')[0] ?? '';
  const here = new URL(page.url()).pathname;
  if (!surface.scope) {
    expect(here).toBe(asked);
    expect((await page.$$('[role="dialog"]')).length).toBe(0);
  } else if (surface.scope !== 'feed') {
    const { times, heart, words } = await sight(page, SCOPE[surface.scope]);
    const deeper = times.filter((path) => path.includes('/c/'));
    expect(deeper).toEqual(surface.comments.map((name) => all.get(name)?.path));
    const codes = times.filter((path) => !path.includes('/c/')).map((path) => path.split('/').at(-2));
    if (surface.scope === 'slot') {
      expect(codes).toEqual([]);
      expect(here).toBe(`/reels/${surface.posts[0]}/`);
    } else {
      expect(codes).toEqual(surface.posts);
      expect(heart).toBe(surface.posts.length > 0);
    }
    for (const name of surface.comments) {
      const truth = all.get(name)?.comment;
      expect(words).toContain(truth?.author.handle);
      if (truth && /^[\w ,.]+$/.test(truth.text)) expect(words).toContain(truth.text);
    }
    const [code] = surface.posts;
    const post = code ? lab.find('instagram', code) : undefined;
    if (post && surface.scope !== 'slot') {
      expect(words).toContain(post.author.handle);
      for (const other of post.coAuthors?.length === 1 ? post.coAuthors : [])
        expect(words).toContain(other.handle);
      if (post.place && !post.paidPartnership) expect(words).toContain(post.place);
    }
  } else {
    const { times } = await sight(page, 'main');
    expect(times.length).toBeGreaterThan(1);
    for (const path of times) expect(surface.posts).toContain(path.split('/').at(-2));
  }
  expect(page.url()).not.toMatch(/layout=|article=|hydrate=|hostile=|rows=/);
  expect(errors).toEqual([]);
  await page.close();
}

const SEEDS = (process.env.LAB_SEEDS ?? '2').split(',').map(Number);

describe.each(SEEDS)('every surface of Instagram shows what the world holds (seed %i)', (seed) => {
  open(seed);
  // A third of them in every run; all when `LAB_SEEDS` asks.
  const walked = surfacesOf(makeWorld(seed)).filter((_, at) => process.env.LAB_SEEDS || at % 3 === 0);
  it.each(walked.map((surface) => [surface.name, surface] as const))(
    '%s',
    async (_name, surface) => check(surface),
    MINUTE,
  );
});

describe('Instagram in motion', () => {
  open(4);

  it(
    'has a viewer of reels whose address follows late, with live and empty slots that name nothing',
    async () => {
      const { page, errors } = await visit('/reels/');
      await pause(800);
      const order = reelOrder(lab.world);
      expect(new URL(page.url()).pathname).toBe(`/reels/${order[0]}/`);
      const before = await page.evaluate(() => window.history.length);
      const counts = await page.evaluate(() => ({
        live: document.querySelectorAll('[data-virtualized="false"]').length,
        empty: document.querySelectorAll('[data-virtualized="true"]').length,
        sections: document.querySelectorAll('main section').length,
        named: document.querySelectorAll('main time, main a[href*="/p/"], main a[href*="/reel/"]').length,
        hearts: document.querySelectorAll('main svg[height="24"] path[d^="M16.792"]').length,
      }));
      expect(counts).toMatchObject({ sections: 0, named: 0 });
      expect(counts.live).toBeGreaterThan(2);
      expect(counts.hearts).toBe(counts.live + counts.empty);
      const seen: string[] = [];
      let late = 0;
      for (let i = 1; i < order.length; i++) {
        await page.evaluate((to) => {
          const list = document.querySelector('main > div') as HTMLElement;
          list.scrollTop = to * list.clientHeight;
        }, i);
        await pause(120);
        if (order[i] && !page.url().includes(String(order[i]))) late++;
        await pause(800);
        seen.push(new URL(page.url()).pathname);
      }
      // An advertisement leaves the address of the reel before it.
      let last = order[0];
      const expected = order.slice(1).map((code) => {
        last = code ?? last;
        return `/reels/${last}/`;
      });
      expect(seen).toEqual(expected);
      expect(late).toBeGreaterThan(4);
      expect(await page.evaluate(() => window.history.length)).toBe(before);
      expect((await page.$$('[data-virtualized="true"]')).length).toBeGreaterThan(4);
      expect(errors).toEqual([]);
      await page.close();
    },
    MINUTE,
  );

  it(
    'brings more comments by scrolling, answers and hidden ones when asked',
    async () => {
      const post = longThread(lab.world);
      const { page, errors } = await visit(`/p/${post.id}/`);
      const paths = async (): Promise<string[]> =>
        (await sight(page, 'main')).times.filter((p) => p.includes('/c/'));
      for (let i = 0; i < 8; i++) {
        await page.evaluate(() => document.querySelector('[role="progressbar"]')?.scrollIntoView());
        await pause(250);
      }
      const all = [...commentsOf(lab.world).values()].filter((one) => one.post === post);
      const top = all.filter((one) => !one.parent);
      expect(await paths()).toEqual(top.filter((one) => !one.comment.hidden).map((one) => one.path));
      for (const { comment } of top.filter((one) => one.comment.replies)) {
        await page.evaluate((label) => {
          const all = [...document.querySelectorAll<HTMLElement>('main li [role="button"]')];
          all.find((button) => button.textContent === label)?.click();
        }, `Lihat semua ${comment.replies?.length} balasan`);
        await pause(200);
      }
      await page.evaluate(() => {
        const all = [...document.querySelectorAll<HTMLElement>('main [role="button"]')];
        all.find((button) => button.textContent === 'Lihat komentar tersembunyi')?.click();
      });
      await pause(200);
      expect(await paths()).toEqual(all.map((one) => one.path));
      expect((await page.$$('main img[alt="GIF"]')).length).toBe(1);
      expect(errors).toEqual([]);
      await page.close();
    },
    MINUTE,
  );

  it(
    'brings more comments by a button in the dialog, and answers under a button with their number',
    async () => {
      const post = longThread(lab.world);
      const { page, errors } = await visit(`/${post.author.handle}/`);
      await walk(page, [
        { click: `main a[href*="/${post.id}/"]` },
        { click: '[role="dialog"] li button:has(svg)' },
        { click: '[role="dialog"] li button:has(svg)' },
        { click: '[role="dialog"] li button', text: 'Lihat balasan (' },
      ]);
      const { times } = await sight(page, '[role="dialog"]');
      const own = [...commentsOf(lab.world).values()].filter(
        (one) => one.post === post && !one.comment.hidden,
      );
      const opened = own.find((one) => one.comment.replies)?.comment;
      const expected = own.filter((one) => !one.parent || one.parent === opened).map((one) => one.path);
      expect(times.filter((path) => path.includes('/c/'))).toEqual(expected);
      expect(errors).toEqual([]);
      await page.close();
    },
    MINUTE,
  );

  it(
    'takes over the nodes that the server has drawn',
    async () => {
      const { page, errors } = await visit('/?hydrate=1');
      const kept = await page.evaluate(() => {
        const { drawn } = window as unknown as { drawn: Element | null };
        const owned = Object.keys(drawn ?? {}).some((key) => key.startsWith('__reactFiber'));
        return [drawn?.isConnected, owned];
      });
      expect(kept).toEqual([true, true]);
      expect(errors).toEqual([]);
      await page.close();
    },
    MINUTE,
  );

  it(
    'takes away what is not its own, as often as it comes back',
    async () => {
      const { page } = await visit('/?hostile=sweep');
      const left = await page.evaluate(async () => {
        const section = document.querySelector('article section') as HTMLElement;
        let gone = 0;
        for (let i = 0; i < 5; i++) {
          const foreign = document.createElement('tanggap-tamu');
          section.append(foreign);
          await new Promise((resolve) => setTimeout(resolve, 60));
          if (!foreign.isConnected) gone++;
        }
        return { gone, own: section.isConnected };
      });
      expect(left).toEqual({ gone: 5, own: true });
      await page.close();
    },
    MINUTE,
  );

  it(
    'can stand still, skip what is out of view, and be dark',
    async () => {
      const { page } = await visit('/?still=1&lazy=1&theme=dark');
      const styles = await page.evaluate(() => {
        const article = getComputedStyle(document.querySelector('article') as Element);
        return [
          article.animationName,
          article.contentVisibility,
          getComputedStyle(document.body).backgroundColor,
        ];
      });
      expect(styles).toEqual(['none', 'auto', 'rgb(12, 16, 20)']);
      await page.close();
    },
    MINUTE,
  );

  it(
    'keeps the islands of the first page when the app moves on',
    async () => {
      const { page } = await visit('/explore/');
      const code = (): Promise<string[]> =>
        page.$$eval('script[type="application/json"]', (all) => all.map((one) => one.textContent ?? ''));
      const before = await code();
      await walk(page, [{ click: 'main a[href*="/p/"]' }, { key: 'ArrowRight' }, { key: 'ArrowRight' }]);
      expect(await code()).toEqual(before);
      await walk(page, [{ key: 'Escape' }]);
      expect(new URL(page.url()).pathname).toBe('/explore/');
      await page.close();
    },
    MINUTE,
  );

  it(
    'shows sheets and a wall that are dialogs without a post',
    async () => {
      const post = longThread(lab.world);
      for (const [path, act] of [
        ['/', () => {}],
        [`/p/${post.id}/?wall=1`, null],
        [`/p/${post.id}/liked_by/`, null],
      ] as const) {
        const { page, errors } = await visit(path);
        if (act)
          await page.evaluate(() =>
            document
              .querySelector('article section path[d^="M13.973"]')
              ?.closest<HTMLElement>('[role="button"]')
              ?.click(),
          );
        await pause(200);
        const { times, heart } = await sight(page, '[role="dialog"]');
        expect([times, heart, (await page.$$('[role="dialog"]')).length]).toEqual([[], false, 1]);
        expect(errors).toEqual([]);
        await page.close();
      }
    },
    MINUTE,
  );
});
