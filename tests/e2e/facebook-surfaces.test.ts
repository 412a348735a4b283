import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, describe, expect, test } from 'vitest';
import type { EventOf } from '../../complaints/events.ts';
import { isReadable } from '../../complaints/reading.ts';
import { adsOf, commentById, type LabSurface, surfacesOf, truthOf } from '../lab/facebook/world-truth.ts';
import { startLab } from '../lab/server.ts';
import type { Lab } from '../lab/types.ts';
import { launch, type PageButton, pageButtons, type Session } from './browser.ts';
import { compare, type Tally } from './capture.ts';
import { centre } from './every-surface.ts';
import { readComplaintTable, readEventTable } from './store.ts';

/**
 * Every surface of Facebook in the lab. What stands where is asked of the lab's own code, which marks it for the
 * moment; buttons, identities and requests are ours to answer for. `SEEDS=1,2,…`, `ONLY=photo` as on Instagram.
 */
const SEEDS = (process.env.SEEDS ?? '1').split(',').map(Number);
const ONLY = process.env.ONLY ?? '';
/** Walked in every run; the others when `SEEDS` or `ONLY` asks for them. */
const ALWAYS = ['group post', 'permalink', 'photo of an album', 'video', 'reel', 'marketplace'];
const ALL = process.env.SEEDS !== undefined || ONLY !== '';
const SCROLLS = Number(process.env.SCROLLS ?? 3);
const POSTS = 3;
const COMMENTS = 2;
const OURS = /^(Tandai|[A-Z]{2,5}-\d)/;

interface Result {
  surface: string;
  seed: number;
  shown: number;
  withButton: number;
  comments: number;
  withIcon: number;
  flagged: number;
  unidentified: string[];
  problems: string[];
  tally: Tally;
}
const results: Result[] = [];
const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

interface Mark {
  kind: string;
  id: string;
  post: string;
  near: boolean;
  /** More than half of it is in the window. */
  most: boolean;
}

/** Marks what stands in the page now (`kind:id:post`) and tells what is in the window. */
function mark(page: Page): Promise<Mark[]> {
  return page.evaluate(() => {
    type Entry = { element: HTMLElement; kind: string; id: string; post?: string };
    for (const old of document.querySelectorAll('[data-lab-shown]')) old.removeAttribute('data-lab-shown');
    const ask = (window as unknown as Record<symbol, (() => Entry[]) | undefined>)[Symbol.for('lab.shown')];
    return (ask?.() ?? []).map(({ element, kind, id, post = '' }) => {
      element.setAttribute('data-lab-shown', `${kind}:${id}:${post}`);
      const box = element.getBoundingClientRect();
      const [x, y] = [box.x + Math.min(40, box.width / 2), Math.min(box.bottom - 6, innerHeight - 8)];
      const top = box.height > 0 && y > 60 ? document.elementFromPoint(x, y) : null;
      const seen = Math.min(box.bottom, innerHeight) - Math.max(box.top, 56);
      const near = top !== null && (element.contains(top) || top === element);
      return { kind, id, post, near, most: seen > box.height / 2 };
    });
  });
}

const placeOf = (button: PageButton) =>
  button.handle.evaluate((element) => {
    const root = element.getRootNode();
    const host = root instanceof ShadowRoot ? root.host : element;
    return host.closest('[data-lab-shown]')?.getAttribute('data-lab-shown') ?? '';
  });

async function judge(lab: Lab, session: Session, surface: LabSurface, seed: number): Promise<Result> {
  const result: Result = {
    surface: surface.name,
    seed,
    shown: 0,
    withButton: 0,
    comments: 0,
    withIcon: 0,
    flagged: 0,
    unidentified: [],
    problems: [],
    tally: {},
  };
  results.push(result);
  const wrong = (text: string) => result.problems.push(text);
  const ads = new Set(adsOf(lab.world.facebook).map(({ id }) => id));
  lab.clearRequests();
  const inspector = await session.extensionPage('dashboard.html');
  const page = await session.browser.newPage();
  await page.bringToFront();
  const posts = new Map<string, boolean>();
  const comments = new Map<string, boolean>();
  const flagged = new Set<string>();

  const flag = async (button: PageButton, expected: string) => {
    const before = new Set((await readEventTable(inspector)).map((event) => event.id));
    await page.bringToFront();
    await centre(button.handle);
    await mark(page);
    const place = (await placeOf(button)).split(':');
    const now = place[0] === 'comment' ? `facebook:${place[2]}#${place[1]}` : `facebook:${place[1]}`;
    // The page may have put another post into the box while it was brought to the middle.
    if (place[1] && now !== expected) return null;
    const label = () => button.handle.evaluate((element) => element.getAttribute('aria-label') ?? '');
    const numbered = async () => {
      const number = /^[A-Z]{2,5}-\d{4}/.exec(await label())?.[0];
      const row = number && (await readComplaintTable(inspector)).find((one) => one.number === number);
      if (row && row.id !== expected) wrong(`WRONG IDENTITY ${row.id} for ${expected}`);
      return row;
    };
    if (/^[A-Z]{2,5}-\d/.test(await label())) {
      await numbered();
      return null;
    }
    await button.handle.click();
    for (let i = 0; i < 30; i += 1) {
      await rest(100);
      const fresh = (await readEventTable(inspector)).find(
        (event) => !before.has(event.id) && (event.type === 'captured' || event.type === 'recaptured'),
      );
      if (!fresh) continue;
      result.flagged += 1;
      if (fresh.complaintId !== expected) wrong(`WRONG IDENTITY ${fresh.complaintId} for ${expected}`);
      return fresh as EventOf<'captured'>;
    }
    if (!(await numbered())) result.unidentified.push(`${expected} “${await label()}”`);
    return null;
  };

  try {
    await page.goto(`https://www.facebook.com${surface.path}`);
    await rest(2500);
    const rounds = surface.single || surface.posts.length === 0 ? 1 : SCROLLS;
    for (let round = 0; round < rounds; round += 1) {
      if (round > 0) {
        await page.mouse.move(640, 500);
        await page.mouse.wheel({ deltaY: 700 });
        await rest(1300);
      }
      const marks = await mark(page);
      const buttons = await pageButtons(page, OURS);
      const at = new Map<string, PageButton[]>();
      for (const button of buttons) {
        const place = (await placeOf(button)) || (surface.single ? `post:${surface.posts[0]?.id}:` : '');
        const [kind] = place.split(':');
        if (surface.posts.length === 0) wrong(`a button where nothing may be flagged: ${button.name}`);
        else if (kind === '') wrong(`a button at nothing: ${button.name}`);
        else if (kind !== 'post' && kind !== 'comment') wrong(`a button at ${place}`);
        else if ((kind === 'comment') !== (await isIcon(button)))
          wrong(`the wrong kind of button at ${place}`);
        at.set(place, [...(at.get(place) ?? []), button]);
      }
      for (const [place, own] of at) if (own.length > 1) wrong(`${own.length} buttons at ${place}`);
      for (const { kind, id, post, near, most } of marks) {
        // Of reels the one that fills the window is shown; its neighbour only looks in.
        if (!near || (surface.name === 'reel' && !most) || surface.posts.length === 0) continue;
        if (ads.has(id) || ads.has(post)) continue;
        const had = at.has(`${kind}:${id}:${post}`);
        if (kind === 'post') posts.set(id, (posts.get(id) ?? false) || had);
        if (kind === 'comment')
          comments.set(`${post}#${id}`, (comments.get(`${post}#${id}`) ?? false) || had);
      }
      for (const [place, [button]] of at) {
        const [kind, id = '', post = ''] = place.split(':');
        if (!button || flagged.has(place)) continue;
        if (kind === 'post' && flagged.size < POSTS) {
          flagged.add(place);
          const event = await flag(button, `facebook:${id}`);
          const truth = lab.find('facebook', id);
          if (event && truth) compare(event, truth, lab, result.tally);
        } else if (
          kind === 'comment' &&
          [...flagged].filter((one) => one.startsWith('comment')).length < COMMENTS
        ) {
          flagged.add(place);
          const event = await flag(button, `facebook:${post}#${id}`);
          const truth = commentById(lab.world.facebook, id);
          if (!event || !truth) continue;
          const { capture } = event;
          const note = (field: string, right: boolean | null, detail: unknown) => {
            result.tally[field] ??= { right: 0, wrong: [], unreadable: 0 };
            const cell = result.tally[field];
            if (right === null) cell.unreadable += 1;
            else if (right) cell.right += 1;
            else cell.wrong.push(`${id}: ${JSON.stringify(detail)}`.slice(0, 240));
          };
          const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
          note(
            'comment text',
            isReadable(capture.text) ? plain(capture.text.value) === plain(truth.thread.text) : null,
            [capture.text, truth.thread.text],
          );
          note(
            'post above',
            capture.under?.names.some(
              (name) =>
                name === `facebook:${truth.post.id}` ||
                name === `facebook:video:${truthOf(lab.world.facebook, truth.post).videoId}`,
            ) ?? false,
            capture.under,
          );
        }
      }
    }
    await rest(400);
    const offered = new Set(
      (await readEventTable(inspector))
        .flatMap((event) =>
          'capture' in event && 'value' in event.capture.photos ? event.capture.photos.value : [],
        )
        .map((photo) => new URL(photo.url).host + new URL(photo.url).pathname + new URL(photo.url).search),
    );
    for (const request of lab.requests()) {
      if (request.cause === 'page' || request.cause === 'document') continue;
      const own = request.cause === 'extension' && offered.has(request.host + request.path);
      if (own && !request.headers.cookie && !request.headers.referer) continue;
      wrong(
        `uncaused request: ${request.cause} ${request.method} ${request.host}${request.path.slice(0, 80)}`,
      );
    }
    result.shown = posts.size;
    result.withButton = [...posts.values()].filter(Boolean).length;
    result.comments = comments.size;
    result.withIcon = [...comments.values()].filter(Boolean).length;
    for (const [id, had] of posts) if (!had) wrong(`post without button: ${id}`);
    for (const [id, had] of comments) if (!had) wrong(`comment without icon: ${id}`);
    for (const [field, { wrong: bad }] of Object.entries(result.tally))
      for (const text of bad) wrong(`${field}: ${text}`);
    // A reel has an identity only when it proves one: its address may still be the last one's.
    if (surface.name !== 'reel') for (const text of result.unidentified) wrong(`unidentified: ${text}`);
    return result;
  } finally {
    await page.close();
    await inspector.close();
  }
}

/** A comment's button is an icon of 24 px. */
const isIcon = (button: PageButton) =>
  button.handle.evaluate((element) => {
    const root = element.getRootNode();
    const host = root instanceof ShadowRoot ? root.host : element;
    return host.getBoundingClientRect().height <= 25;
  });

describe.each(SEEDS)('world %i', async (seed) => {
  const lab = await startLab({ seed });
  const surfaces = surfacesOf(lab.world).filter(
    ({ name }) => name.includes(ONLY) && (ALL || ALWAYS.includes(name)),
  );
  let session: Session | null = null;
  afterAll(async () => {
    await session?.close();
    await lab.close();
  });

  test.each(surfaces.map((surface) => [surface.name, surface] as const))(
    '%s',
    async (_, surface) => {
      session ??= await launch(lab);
      expect((await judge(lab, session, surface, seed)).problems).toEqual([]);
    },
    60_000,
  );
});

afterAll(() => {
  const folder = join(import.meta.dirname, '..', '..', '.output', 'reports');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'facebook-surfaces.json'), JSON.stringify(results, null, 1));
  const names = [...new Set(results.map((result) => result.surface))];
  const lines = names.map((name) => {
    const own = results.filter((result) => result.surface === name);
    const sum = (of: (result: Result) => number) => own.reduce((total, one) => total + of(one), 0);
    const fields = [...new Set(own.flatMap(({ tally }) => Object.keys(tally)))].map((field) => {
      const cells = own.flatMap(({ tally }) => tally[field] ?? []);
      const right = cells.reduce((total, cell) => total + cell.right, 0);
      const all = right + cells.reduce((total, cell) => total + cell.wrong.length + cell.unreadable, 0);
      return `${field} ${right}/${all}`;
    });
    return `${name} | posts ${sum((r) => r.withButton)}/${sum((r) => r.shown)} | comments ${sum((r) => r.withIcon)}/${sum((r) => r.comments)} | flagged ${sum((r) => r.flagged)} | unidentified ${sum((r) => r.unidentified.length)} | problems ${sum((r) => r.problems.length)} | ${fields.join(', ')}`;
  });
  console.log(`\nFacebook over ${SEEDS.length} worlds\n${lines.join('\n')}`);
});
