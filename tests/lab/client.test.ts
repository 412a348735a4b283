import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLab } from './server.ts';
import type { Lab, LabPost } from './types.ts';

const MINUTE = 60_000;
const HOME = 'https://www.instagram.com/';
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

let browser: Browser;
let lab: Lab;

async function visit(path: string): Promise<{ page: Page; errors: string[] }> {
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(new URL(path, HOME).href, { waitUntil: 'networkidle0' });
  return { page, errors };
}

function open(seed: number): void {
  beforeAll(async () => {
    lab = await startLab({ seed, latency: 40 });
    browser = await puppeteer.launch({
      executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
      pipe: true,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-dev-shm-usage', ...lab.chromeArgs],
      defaultViewport: { width: 1280, height: 900 },
    });
  }, MINUTE);
  afterAll(async () => {
    await browser.close();
    await lab.close();
  });
}

const posts = (): LabPost[] =>
  lab.world.instagram.feed.flatMap(({ kind, post }) => (kind === 'post' && post ? [post] : []));

function scrolling(): void {
  it(
    'shows every post of the feed once it is scrolled, in nodes that it uses again',
    async () => {
      const { page, errors } = await visit('/');
      lab.clearRequests();
      await pause(1200);
      expect(lab.requests()).toEqual([]);
      const seen = new Map<string, string>();
      const lettered = await page.evaluateHandle(() => new WeakMap<Element, string>());
      let recycled = 0;
      let most = 0;
      for (let i = 0; i < 46; i++) {
        const here = await page.evaluate((names) => {
          const articles = [...document.querySelectorAll('main article')];
          let again = 0;
          const shown = articles.flatMap((article) => {
            const link = article.querySelector('a[href] time')?.closest('a')?.getAttribute('href');
            if (!link) return [];
            const old = names.get(article);
            if (old && old !== link) again++;
            names.set(article, link);
            return [[link, article.querySelector('a[role="link"]')?.getAttribute('href') ?? '']];
          });
          return { shown, again, count: articles.length };
        }, lettered);
        for (const [link = '', author = ''] of here.shown) seen.set(link, author);
        recycled += here.again;
        most = Math.max(most, here.count);
        await page.mouse.wheel({ deltaY: 800 });
        await pause(60);
      }
      expect([...seen].sort()).toEqual(
        posts()
          .map((p) => [`/p/${p.id}/`, `/${p.author.handle}/`])
          .sort(),
      );
      expect(recycled).toBeGreaterThan(8);
      expect(most).toBeLessThan(16);
      expect(errors).toEqual([]);
      const causes = new Set(lab.requests().map(({ cause }) => cause));
      expect([...causes]).toEqual(['page']);
      await page.close();
    },
    MINUTE,
  );
}

describe('Instagram that keeps outer nodes only, in a browser', () => {
  open(5);
  scrolling();
});

describe('Instagram that recycles whole articles, in a browser', () => {
  open(2);
  scrolling();

  it(
    'has a post page without article, with two slides, its whole caption and its own time',
    async () => {
      const post = posts().find(({ photos }) => photos.length >= 4) as LabPost;
      const { page, errors } = await visit(`/p/${post.id}/`);
      const slides = (): Promise<string[]> =>
        page.$$eval('main li img', (images) =>
          images.map((image) => new URL(image.src).pathname.split('/').at(-1) ?? ''),
        );
      expect(await slides()).toEqual(post.photos.slice(0, 2).map(({ file }) => file));
      await page.click('main button[aria-label="Berikutnya"]');
      expect(await slides()).toEqual(post.photos.slice(1, 3).map(({ file }) => file));
      expect(page.url()).toContain('?img_index=2');
      const facts = await page.evaluate(() => ({
        articles: document.querySelectorAll('article').length,
        text: document.querySelector('main')?.innerText ?? '',
        times: [...document.querySelectorAll('main time')].map((time) => [
          time.closest('a')?.getAttribute('href') ?? null,
          time.getAttribute('datetime'),
        ]),
        hearts: document.querySelectorAll('svg[height="24"] path[d^="M16.792 3.904"]').length,
        loaded: [...document.images].every((image) => image.naturalWidth > 0),
      }));
      expect(facts.articles).toBe(0);
      expect(facts.hearts).toBe(1);
      expect(facts.loaded).toBe(true);
      expect(facts.text).toContain(post.text.split('\n')[0]);
      const at = new Date(post.postedAt * 1000).toISOString();
      expect(facts.times).toContainEqual([`/${post.author.handle}/p/${post.id}/`, at]);
      expect(facts.times.filter(([href]) => href === null)).toHaveLength(1);
      expect(facts.times.filter(([href]) => href?.includes('/c/'))).toHaveLength(post.replies.length);
      expect(errors).toEqual([]);
      await page.close();
    },
    MINUTE,
  );

  it(
    'has surfaces beside posts: reels in the post layout, tiles, a story',
    async () => {
      const video = posts().find((post) => post.video) as LabPost;
      const { page, errors } = await visit(`/reel/${video.id}/`);
      const look = (): Promise<{ hearts: number; own: number; videos: number; main: boolean }> =>
        page.evaluate(() => ({
          hearts: document.querySelectorAll('svg[height="24"] path[d^="M16.792 3.904"]').length,
          own: document.querySelectorAll('main a[href*="/reel/"] > time').length,
          videos: document.querySelectorAll('video[src^="blob:"]').length,
          main: document.querySelector('main') !== null,
        }));
      expect(await look()).toEqual({ hearts: 1, own: 1, videos: 1, main: true });
      await page.goto(`https://www.instagram.com/${video.author.handle}/`, { waitUntil: 'networkidle0' });
      expect(await page.$$eval('main time, main article', (all) => all.length)).toBe(0);
      const tiles = await page.$$eval('main a[href] img', (all) =>
        all.map((one) => one.closest('a')?.pathname ?? ''),
      );
      expect(tiles).toContain(`/${video.author.handle}/reel/${video.id}/`);
      const teller = lab.world.instagram.stories[0]?.handle;
      await page.goto(`https://www.instagram.com/stories/${teller}/`, { waitUntil: 'networkidle0' });
      expect(await look()).toEqual({ hearts: 1, own: 0, videos: 0, main: false });
      expect(errors).toEqual([]);
      await page.close();
    },
    MINUTE,
  );

  it(
    'opens posts as a dialog over the feed and swaps them in place',
    async () => {
      const { page, errors } = await visit('/');
      await page.evaluate(() => {
        const link = [...document.querySelectorAll('article a')].find((a) =>
          a.textContent?.startsWith('Lihat semua'),
        );
        (link as HTMLElement).click();
      });
      /** The dialog's own link, as soon as it names the post that the address names. */
      const shown = async (not: string): Promise<string> => {
        const handle = await page.waitForFunction(
          (before) => {
            const links = [
              ...document.querySelectorAll('[role="dialog"] > article[role="presentation"] a[href]'),
            ];
            const own = links
              .map((link) => link.getAttribute('href') ?? '')
              .find((href) => /\/(p|reel)\/[\w-]+\/$/.test(href));
            const code = own?.split('/').at(-2);
            return own && own !== before && window.location.pathname.includes(`/${code}/`) ? own : false;
          },
          { timeout: 5000 },
          not,
        );
        return (await handle.jsonValue()) as string;
      };
      const first = await shown('');
      const article = await page.$('[role="dialog"] article');
      await (await page.$$('button[aria-label="Berikutnya"]')).at(-1)?.click();
      const second = await shown(first);
      expect(second).not.toBe(first);
      expect(lab.find('instagram', second.split('/').at(-2) ?? '')).toBeDefined();
      expect(await page.$$eval('main article', (all) => all.length)).toBeGreaterThan(1);
      expect(await page.$$eval('[role="dialog"] svg polyline', (all) => all.length)).toBe(0);
      expect(await article?.evaluate((node) => node.localName)).toBe('article');
      expect(errors).toEqual([]);
      await page.close();
    },
    MINUTE,
  );

  it(
    'keeps its answers in a store that only its fibers lead to',
    async () => {
      const post = posts()[0] as LabPost;
      const { page } = await visit(`/p/${post.id}/`);
      const found = await page.evaluate(() => {
        type Fiber = { memoizedProps: Record<string, unknown> | null; return: Fiber | null };
        const bar = document.querySelector('main section') as unknown as Record<string, Fiber>;
        const own = Object.keys(bar).find((key) => key.startsWith('__reactFiber$'));
        let id = '';
        for (let fiber: Fiber | null = own ? (bar[own] ?? null) : null; fiber; fiber = fiber.return) {
          const props = fiber.memoizedProps;
          if (!props || typeof props !== 'object') continue;
          const ref = props.media as { __id?: string } | undefined;
          if (ref?.__id && !id) id = ref.__id;
          const environment = props.environment as
            | { getStore(): { getSource(): { get(key: string): Record<string, unknown> } } }
            | undefined;
          if (environment) return environment.getStore().getSource().get(id);
        }
        return null;
      });
      expect(found).toMatchObject({
        __id: `${post.pk}_${post.author.id}`,
        __typename: 'XDTMediaDict',
        code: post.id,
        taken_at: post.postedAt,
        user: { __ref: post.author.id },
      });
      const globals = await page.evaluate(() => {
        const frame = document.body.appendChild(document.createElement('iframe'));
        const plain = frame.contentWindow ?? {};
        return Object.getOwnPropertyNames(window).filter(
          (key) => !(key in plain) && Number.isNaN(Number(key)),
        );
      });
      expect(
        globals.filter((key) => !key.startsWith('__REACT') && key !== '__relay' && key !== 'chrome'),
      ).toEqual([]);
      await page.close();
    },
    MINUTE,
  );

  it(
    'refuses scripts and styles that are not its own',
    async () => {
      const { page } = await visit('/');
      const ran = await page.evaluate(async () => {
        const script = document.createElement('script');
        script.textContent = 'window.intruder = true';
        document.head.append(script);
        const style = document.createElement('style');
        style.textContent = 'body{outline:7px solid red}';
        document.head.append(style);
        return ['intruder' in window, getComputedStyle(document.body).outlineWidth === '7px'];
      });
      expect(ran).toEqual([false, false]);
      await page.close();
    },
    MINUTE,
  );
});
