import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ComplaintEvent, EventOf } from '../../complaints/events.ts';
import { startLab } from '../lab/server.ts';
import type { Lab, LabPost, SiteId } from '../lab/types.ts';
import { launch, type PageButton, pageButtons, type Session, until } from './browser.ts';
import { compare, itemShown, itemsOf, type Tally, UNIT, unitAround, unitsInView } from './capture.ts';
import { readComplaintTable, readEventTable } from './store.ts';

/**
 * Every surface over several worlds (`SEEDS=1,2,3,4,5,6` for more), in the shipped build: what is shown, what gets a button, what is read.
 * A wrong identity, a false button or a request that neither page nor official caused fails at once.
 */

/** Flags per page load: below what the page allows one person in a minute. */
const FLAGS = Number(process.env.FLAGS ?? 5);
/** Scrolls of most of a window each; `ROUNDS=60` goes to the end of every feed. */
const ROUNDS = Number(process.env.ROUNDS ?? 6);
const SEEDS = (process.env.SEEDS ?? '1').split(',').map(Number);

interface Result {
  surface: string;
  seed: number;
  shown: number;
  withButton: number;
  falseButtons: string[];
  missed: string[];
  flagged: number;
  /** Posts of which the button said that they cannot be identified: honest, but no help. */
  unidentified: string[];
  wrongIdentities: string[];
  uncaused: string[];
  tally: Tally;
}

const results: Result[] = [];

interface Surface {
  name: string;
  site: SiteId;
  /** Address to open; null when the lab has no such page in this world. */
  open(lab: Lab): string | null;
  /** What a person does to get there, after the page has loaded. */
  enter?(page: Page): Promise<void>;
  /** True when the page shows one post and is not scrolled. */
  single?: boolean;
}

const post = (lab: Lab, site: SiteId, fits: (post: LabPost) => boolean): LabPost | undefined =>
  itemsOf(lab, site).findLast((item) => item.kind === 'post' && item.post && fits(item.post))?.post;

/** Walked by the tests of every surface in each run; here when `SEEDS` asks. */
const ELSEWHERE = ['instagram dialog', 'instagram post page', 'facebook post page'];

/** In the order in which they are walked: what is opened by itself first, so that the feed cannot have had it. */
const SURFACES: Surface[] = [
  {
    name: 'instagram dialog',
    site: 'instagram',
    single: true,
    open: () => 'https://www.instagram.com/',
    enter: openFirst('article a[href^="/p/"]:not(:has(time)):not([href*="liked_by"])'),
  },
  {
    name: 'instagram post page',
    site: 'instagram',
    single: true,
    open: (lab) => `https://www.instagram.com/p/${post(lab, 'instagram', (p) => p.photos.length > 3)?.id}/`,
  },
  { name: 'instagram feed', site: 'instagram', open: () => 'https://www.instagram.com/' },
  {
    name: 'facebook dialog',
    site: 'facebook',
    single: true,
    open: () => 'https://www.facebook.com/',
    enter: openFirst('a[href^="/?__cft__"]'),
  },
  {
    name: 'facebook post page',
    site: 'facebook',
    single: true,
    open: (lab) => {
      const shown = post(lab, 'facebook', (p) => !p.group && p.photos.length > 1);
      return shown ? `https://www.facebook.com/${shown.author.handle}/posts/${shown.pfbid}` : null;
    },
  },
  {
    name: 'facebook group feed',
    site: 'facebook',
    open: (lab) => `https://www.facebook.com/groups/${lab.world.facebook.groups[0]?.id}`,
  },
  { name: 'facebook feed', site: 'facebook', open: () => 'https://www.facebook.com/' },
];

/** Click the first link of its kind that comes into view, as a person opens a post from the feed. */
function openFirst(selector: string) {
  return async (page: Page) => {
    const before = page.url();
    for (let tries = 0; tries < 10; tries++) {
      for (const link of await page.$$(selector)) {
        const box = await link.boundingBox();
        if (!box || box.y < 70 || box.y > 850) continue;
        await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
        await new Promise((resolve) => setTimeout(resolve, 900));
        if (page.url() !== before && (await page.$('[role=dialog]'))) return;
      }
      await page.mouse.wheel({ deltaY: 400 });
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    throw new Error('no post could be opened');
  };
}

/** Scrolls once by most of a window, as a person does, and lets the page settle. */
async function scrollOn(page: Page): Promise<void> {
  await page.mouse.wheel({ deltaY: 650 });
  await new Promise((resolve) => setTimeout(resolve, 700));
}

/** Where one post fills the page, its action row may lie below. */
async function bringIntoView(page: Page, surface: Surface): Promise<void> {
  for (const { handle } of await pageButtons(page)) {
    const dialog = await handle.evaluate(
      (e) => !!(e.getRootNode() as ShadowRoot).host.closest('[role=dialog]'),
    );
    if (dialog !== Boolean(surface.enter)) continue;
    await handle.evaluate((e) => (e.getRootNode() as ShadowRoot).host.scrollIntoView({ block: 'center' }));
  }
  await new Promise((resolve) => setTimeout(resolve, 300));
}

async function inView(button: PageButton): Promise<boolean> {
  const box = await button.handle.boundingBox();
  return box !== null && box.y > 56 && box.y + box.height < 895;
}

/** The one flag that was recorded since; null when the button said that the post cannot be identified. */
async function recorded(inspector: Page, known: Set<string>): Promise<ComplaintEvent | null> {
  const look = async () => {
    const fresh = (await readEventTable(inspector)).filter((event) => !known.has(event.id));
    return fresh.find((event) => event.type === 'captured' || event.type === 'recaptured');
  };
  return until(look, 'a flag to be recorded', 4_000).catch(() => null);
}

/** The complaint whose number a button shows now; null when it shows none. */
async function complaintOf(inspector: Page, button: PageButton): Promise<string | null> {
  const name = await button.handle.evaluate((element) => element.getAttribute('aria-label') ?? '');
  const number = /^[A-Z]{2,5}-\d{4}/.exec(name)?.[0];
  return (await readComplaintTable(inspector)).find((row) => row.number === number)?.id ?? null;
}

async function walk(lab: Lab, session: Session, surface: Surface, seed: number): Promise<Result> {
  const result: Result = {
    surface: surface.name,
    seed,
    shown: 0,
    withButton: 0,
    falseButtons: [],
    missed: [],
    flagged: 0,
    unidentified: [],
    wrongIdentities: [],
    uncaused: [],
    tally: {},
  };
  const address = surface.open(lab);
  if (!address) throw new Error(`${surface.name}: no such page`);
  const items = itemsOf(lab, surface.site);
  lab.clearRequests();
  const page = await session.browser.newPage();
  const inspector = await session.extensionPage('dashboard.html');
  await page.bringToFront();
  await page.goto(address);
  await until(async () => (await pageButtons(page)).length > 0, `${surface.name}: buttons`);
  if (surface.enter) await surface.enter(page);
  await new Promise((resolve) => setTimeout(resolve, 1500));

  const seen = new Map<string, boolean>();
  const flagged = new Map<string, LabPost>();
  const rounds = surface.single ? 1 : ROUNDS;
  for (let round = 0; round < rounds; round++) {
    if (surface.single) await bringIntoView(page, surface);
    const buttons = await pageButtons(page, /^(Tandai aduan|ADU-)/);
    const near: { button: PageButton; key: string }[] = [];
    const counted = new Map<string, number>();
    for (const button of buttons) {
      if (!(await inView(button))) continue;
      const dialog = surface.single && surface.enter;
      if (
        dialog &&
        !(await button.handle.evaluate(
          (e) => !!(e.getRootNode() as ShadowRoot).host.closest('[role=dialog]'),
        ))
      )
        continue;
      const unit = await button.handle.evaluate(unitAround, UNIT);
      const item = itemShown(unit, items);
      const key = item?.post?.id ?? `? ${unit.words.slice(0, 60)}`;
      counted.set(key, (counted.get(key) ?? 0) + 1);
      if (item?.kind !== 'post') result.falseButtons.push(`${item?.kind ?? 'nothing known'} ${key}`);
      else if (button.name.startsWith('Tandai')) near.push({ button, key });
    }
    for (const [key, count] of counted) if (count > 1) result.falseButtons.push(`${count} on ${key}`);
    for (const unit of await unitsInView(page)) {
      const item = itemShown(unit, items);
      if (item?.kind === 'post' && item.post)
        seen.set(item.post.id, (seen.get(item.post.id) ?? false) || counted.has(item.post.id));
    }
    for (const { button, key } of near) {
      if (flagged.has(key) || flagged.size >= FLAGS) continue;
      const truth = lab.find(surface.site, key);
      if (!truth) continue;
      // What stands there is read once more at the click: the page may have put another post into the box.
      const now = itemShown(await button.handle.evaluate(unitAround, UNIT), items)?.post;
      if (now !== truth) continue;
      const known = new Set((await readEventTable(inspector)).map((event) => event.id));
      await button.handle.click();
      flagged.set(key, truth);
      const event = await recorded(inspector, known);
      const expected = `${surface.site}:${truth.id}`;
      const knownAs = event ? expected : await complaintOf(inspector, button);
      if (knownAs === null) result.unidentified.push(key);
      else if (!event) {
        // A post without a name in the page, flagged on another surface before: the click finds its complaint.
        if (knownAs !== expected) result.wrongIdentities.push(`${knownAs} for ${expected}`);
      } else if (event.complaintId !== expected)
        result.wrongIdentities.push(`${event.complaintId} for ${expected}`);
      else compare(event as EventOf<'captured'>, truth, lab, result.tally);
    }
    if (!surface.single) await scrollOn(page);
  }
  await new Promise((resolve) => setTimeout(resolve, 500));
  const offered = new Set(
    (await readEventTable(inspector))
      .flatMap((event) =>
        event.type === 'captured' && 'value' in event.capture.photos ? event.capture.photos.value : [],
      )
      .map((photo) => new URL(photo.url).host + new URL(photo.url).pathname + new URL(photo.url).search),
  );
  for (const request of lab.requests()) {
    if (request.cause === 'page' || request.cause === 'document') continue;
    if (request.cause === 'extension' && offered.has(request.host + request.path)) {
      const { cookie, referer } = request.headers;
      if (!cookie && !referer) continue;
    }
    result.uncaused.push(`${request.cause} ${request.method} ${request.host}${request.path.slice(0, 80)}`);
  }
  result.shown = seen.size;
  result.withButton = [...seen.values()].filter(Boolean).length;
  result.missed = [...seen].filter(([, had]) => !had).map(([id]) => id);
  result.flagged = flagged.size;
  await page.close();
  await inspector.close();
  return result;
}

describe.each(SEEDS)('world %i', (seed) => {
  const variant = seed % 2 === 0 ? 'posinset' : 'article';
  let lab: Lab;
  const sessions = new Map<SiteId, Session>();

  beforeAll(async () => {
    lab = await startLab({ seed, feedVariant: variant });
  });
  afterAll(async () => {
    for (const session of sessions.values()) await session.close();
    await lab?.close();
  });

  test.each(SURFACES.filter(({ name }) => process.env.SEEDS || !ELSEWHERE.includes(name)))(
    '$name',
    async (surface) => {
      const session = sessions.get(surface.site) ?? (await launch(lab));
      sessions.set(surface.site, session);
      const result = await walk(lab, session, surface, seed);
      if (surface.name === 'facebook feed') result.surface += variant === 'posinset' ? ' A' : ' B';
      results.push(result);
      expect(result.wrongIdentities).toEqual([]);
      expect(result.falseButtons).toEqual([]);
      expect(result.uncaused).toEqual([]);
      expect(result.missed).toEqual([]);
      expect(result.unidentified).toEqual([]);
      expect(result.flagged).toBeGreaterThan(0);
      for (const [field, { wrong }] of Object.entries(result.tally)) expect(wrong, field).toEqual([]);
    },
  );
});

afterAll(() => {
  const folder = join(import.meta.dirname, '..', '..', '.output', 'reports');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'surfaces.json'), JSON.stringify(results, null, 1));
  const names = [...new Set(results.map((result) => result.surface))];
  const rows = names.map((name) => {
    const own = results.filter((result) => result.surface === name);
    const sum = (of: (result: Result) => number) => own.reduce((total, result) => total + of(result), 0);
    const fields = [...new Set(own.flatMap((result) => Object.keys(result.tally)))].map((field) => {
      const cells = own.map((result) => result.tally[field]).filter((cell) => cell !== undefined);
      const right = cells.reduce((total, cell) => total + cell.right, 0);
      const wrong = cells.reduce((total, cell) => total + cell.wrong.length, 0);
      const unreadable = cells.reduce((total, cell) => total + cell.unreadable, 0);
      return `${field} ${right}/${right + wrong + unreadable}${wrong ? ` (${wrong} wrong)` : ''}`;
    });
    return [
      name,
      `shown ${sum((r) => r.shown)}`,
      `buttons ${sum((r) => r.withButton)}`,
      `false ${sum((r) => r.falseButtons.length)}`,
      `flagged ${sum((r) => r.flagged)}`,
      `unidentified ${sum((r) => r.unidentified.length)}`,
      `wrong identities ${sum((r) => r.wrongIdentities.length)}`,
      `uncaused requests ${sum((r) => r.uncaused.length)}`,
      fields.join(', '),
    ].join(' | ');
  });
  console.log(`\nsurfaces over ${SEEDS.length} worlds\n${rows.join('\n')}`);
});
