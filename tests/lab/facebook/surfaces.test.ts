import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { THOROUGH } from '../../thorough.ts';
import { startLab } from '../server.ts';
import type { Lab } from '../types.ts';
import { shownOn } from './shown-on.ts';
import { adsOf, commentById, moreOf, surfacesOf } from './world-truth.ts';

/** `LOOK=1` leaves a picture of each surface in `.output/lab/`. */
const FOLDER = join(import.meta.dirname, '..', '..', '..', '.output', 'lab');
const SEEDS = (process.env.SEEDS ?? '1').split(',').map(Number);
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const squeeze = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();

describe.each(SEEDS)('Facebook of world %i', (seed) => {
  let lab: Lab;
  let browser: Browser;
  beforeAll(async () => {
    if (process.env.LOOK) mkdirSync(FOLDER, { recursive: true });
    lab = await startLab({ seed, latency: 30, theme: seed % 2 === 0 ? 'dark' : 'light' });
    browser = await puppeteer.launch({
      executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
      pipe: true,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-dev-shm-usage', ...lab.chromeArgs],
      defaultViewport: { width: 1280, height: 900 },
    });
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await lab?.close();
  });

  async function visit(path: string, host = 'www'): Promise<{ page: Page; errors: string[] }> {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(`https://${host}.facebook.com${path}`, { waitUntil: 'networkidle0' });
    await pause(150);
    return { page, errors };
  }

  const picture = async (page: Page, name: string): Promise<void> => {
    if (process.env.LOOK)
      await page.screenshot({ path: join(FOLDER, `facebook-${seed}-${name.replaceAll(' ', '-')}.png`) });
  };

  it('shows on every surface the posts that its truth names, and no other', async () => {
    const ads = new Set(adsOf(lab.world.facebook).map((post) => post.id));
    // A sixth of them in every run; all when `SEEDS` asks.
    const walked = surfacesOf(lab.world).filter((_, at) => process.env.SEEDS || at % 6 === 0);
    for (const surface of walked) {
      const { page, errors } = await visit(surface.path);
      const own = new Set(surface.posts.map((post) => post.id));
      const first = await shownOn(page);
      await picture(page, surface.name);
      const posts = first.filter(({ kind }) => kind === 'post');
      for (const { id } of posts) expect(own, `${surface.name} ${id}`).toContain(id);
      expect(posts.length > 0, surface.name).toBe(own.size > 0);
      if (surface.single) expect(posts.map(({ id }) => id)).toEqual([...own]);
      for (const comment of first.filter(({ kind }) => kind === 'comment')) {
        const truth = commentById(lab.world.facebook, comment.id);
        // Comments stand under advertisements too; they are in no truth, and nobody's complaint.
        if (ads.has(comment.post ?? '')) continue;
        expect(truth?.post.id, surface.name).toBe(comment.post);
        const words = squeeze(truth?.thread.text.slice(0, 40) ?? '');
        expect(squeeze(comment.text), surface.name).toContain(words);
      }
      const films = await page.$$eval('[data-video-id]', (all) => all.map((e) => e.clientWidth));
      for (const width of films) expect(width, surface.name).toBeGreaterThan(300);
      if (surface.name === 'video') expect(films).toHaveLength(1);
      expect(errors, surface.name).toEqual([]);
      await page.close();
    }
  }, 240_000);

  it('brings every post of the mixed feed, each kind of advertisement and unit, once it is scrolled', async () => {
    const { page } = await visit('/?sk=h_chr');
    const seen = new Map<string, Set<string>>();
    for (let i = 0; i < 60; i++) {
      for (const { kind, id } of await shownOn(page)) seen.set(kind, (seen.get(kind) ?? new Set()).add(id));
      await page.mouse.wheel({ deltaY: 700 });
      await pause(90);
    }
    const items = moreOf(lab.world.facebook).recent;
    const ids = (post: boolean): string[] =>
      items.flatMap((i) => (i.post && (i.kind === 'post') === post ? [i.post.id] : [])).sort();
    expect([...(seen.get('post') ?? [])].sort()).toEqual(ids(true));
    expect([...(seen.get('ad') ?? [])].sort()).toEqual(ids(false));
    expect(seen.get('other')?.size).toBe(7);
    expect(seen.get('original')?.size).toBeGreaterThan(1);
    await page.close();
  }, 90_000);

  it('moves to the next reel and the next photo by address, in boxes that it keeps', async () => {
    const { reels } = moreOf(lab.world.facebook);
    const walked = async (page: Page): Promise<string[]> => {
      const out: string[] = [];
      for (let i = 0; i < 4; i++) {
        await page.click('[aria-label="Reel berikutnya"]');
        await pause(700);
        const here = await shownOn(page);
        const box = await page.$eval('[aria-hidden=false] [data-video-id]', (e) =>
          e.getAttribute('data-video-id'),
        );
        expect(page.url()).toBe(`https://www.facebook.com/reel/${box}/`);
        out.push(...here.filter(({ inView }) => inView).map(({ id }) => id));
      }
      return out;
    };
    const { page } = await visit('/reel/');
    const marked = await page.$$('[data-video-id]');
    expect(await walked(page)).toEqual(expect.arrayContaining(reels.slice(1, 5).map((post) => post.id)));
    expect(await marked[0]?.evaluate((e) => e.isConnected)).toBe(true);
    await page.close();

    const album = surfacesOf(lab.world).find(({ name }) => name === 'photo of an album');
    const photo = await visit(album?.path ?? '/');
    const file = (): Promise<string> =>
      photo.page.$eval('img[data-visualcompletion=media-vc-image]', (e) => (e as HTMLImageElement).src);
    const before = await file();
    await photo.page.click('[aria-label="Foto berikutnya"]');
    await pause(600);
    expect(await file()).not.toBe(before);
    expect(new URL(photo.page.url()).searchParams.get('fbid')).toBe(album?.posts[0]?.photos[1]?.id);
    const posts = (await shownOn(photo.page)).filter(({ kind }) => kind === 'post');
    expect(posts.map(({ id }) => id)).toEqual([album?.posts[0]?.id]);
    await photo.page.close();
  }, 90_000);

  it('opens answers and further comments where they are asked for', async () => {
    const permalink = surfacesOf(lab.world).find(({ name }) => name === 'permalink');
    const { page } = await visit(permalink?.path ?? '/');
    const count = async (): Promise<number> =>
      (await shownOn(page)).filter(({ kind }) => kind === 'comment').length;
    const press = (text: string): Promise<unknown> =>
      page.evaluate((t) => {
        for (const b of document.querySelectorAll<HTMLElement>('[role=button],[role=menuitem]'))
          if (b.innerText.trim().match(t)) b.click();
      }, text);
    const first = await count();
    expect(first).toBeGreaterThan(3);
    await press('^Lihat \\d+ balasan$');
    await pause(150);
    const replies = await count();
    expect(replies).toBeGreaterThan(first);
    await press('^Lihat komentar lainnya$');
    await pause(500);
    expect(await count()).toBeGreaterThan(replies);
    await picture(page, 'comments-open');
    const hidden = (permalink?.posts[0]?.replies.length ?? 0) > 0 && (await count());
    await press('^Paling relevan$');
    await pause(100);
    await press('^Semua komentar$');
    await pause(500);
    await press('^Lihat komentar lainnya$');
    await pause(500);
    expect(await count()).toBeGreaterThan(Number(hidden) / 2);
    const minor = (await shownOn(page)).filter(
      ({ kind, id }) => kind === 'comment' && commentById(lab.world.facebook, id)?.thread.minor,
    );
    expect(minor.length).toBeGreaterThan(0);
    await page.close();
  }, 60_000);

  it.runIf(THOROUGH)(
    'speaks other languages, answers at web.facebook.com, and turns on its foreign nodes when asked',
    async () => {
      for (const lang of ['en', 'pt', 'ar', 'qlv']) {
        const { page, errors } = await visit(`/?sk=h_chr&lang=${lang}`);
        expect(new URL(page.url()).search, 'the address is clean').toBe('?sk=h_chr');
        expect(await page.$eval('html', (e) => [e.lang, e.dir])).toEqual([lang, lang === 'ar' ? 'rtl' : '']);
        expect(await page.$$eval('[aria-label="Suka"]', (all) => all.length)).toBe(0);
        expect((await shownOn(page)).length).toBeGreaterThan(0);
        await picture(page, `lang-${lang}`);
        expect(errors).toEqual([]);
        await page.close();
      }
      const web = await visit('/', 'web');
      const links = await web.page.$$eval('a[href^="http"]', (all) =>
        all.map((a) => new URL((a as HTMLAnchorElement).href).host),
      );
      expect(links.filter((host) => host === 'www.facebook.com')).toEqual([]);
      expect(links).toContain('web.facebook.com');
      await web.page.close();

      const { page } = await visit('/?hostile=sweep');
      const lives = await page.evaluate(async () => {
        const foreign = document.createElement('tanggap-probe');
        document.querySelector('[data-ad-rendering-role=like_button]')?.append(foreign);
        await new Promise((resolve) => setTimeout(resolve, 500));
        return foreign.isConnected;
      });
      expect(lives).toBe(false);
      expect((await shownOn(page)).length).toBeGreaterThan(0);
      await page.close();
      for (const whim of ['stale=1', 'guest=1', 'contain=auto', 'contain=strict']) {
        const visited = await visit(`/?${whim}`);
        expect((await shownOn(visited.page)).length, whim).toBeGreaterThan(0);
        await picture(visited.page, whim.replace('=', '-'));
        await visited.page.close();
      }
    },
    120_000,
  );
});
