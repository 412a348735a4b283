import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, describe, expect, test } from 'vitest';
import type { EventOf } from '../../complaints/events.ts';
import { isReadable } from '../../complaints/reading.ts';
import { commentsOf, type LabSurface, surfacesOf } from '../lab/instagram/truth.ts';
import { walk } from '../lab/instagram/walk.ts';
import { startLab } from '../lab/server.ts';
import type { Lab, LabPost } from '../lab/types.ts';
import { launch, type PageButton, pageButtons, type Session } from './browser.ts';
import { compare, type Tally } from './capture.ts';
import { buttonsOn, centre, commentsInView } from './every-surface.ts';
import { readComplaintTable, readEventTable } from './store.ts';

/**
 * Every surface of Instagram in the lab, from its list of what stands there: one button a post and a comment, none
 * elsewhere, the right identity at the click, and no request of ours. `SEEDS=1,2,…` for more worlds, `ONLY=dialog`
 * for the surfaces whose name holds the word.
 */
const SEEDS = (process.env.SEEDS ?? '1').split(',').map(Number);
const ONLY = process.env.ONLY ?? '';
/** Walked in every run; the others when `SEEDS` or `ONLY` asks for them. */
const ALWAYS = [
  'feed dialog, next',
  'long thread dialog, old rows',
  'post page, third slide',
  'post page, article',
  'reel in the post layout',
  'post page, touch',
  'reels viewer, comments',
  'story',
  'gate: challenge',
];
const ALL = process.env.SEEDS !== undefined || ONLY !== '';
/** Comments flagged per page. */
const COMMENTS = 2;

interface Result {
  surface: string;
  seed: number;
  posts: number;
  comments: number;
  buttons: number;
  commentButtons: number;
  flagged: number;
  unidentified: number;
  problems: string[];
  tally: Tally;
}
const results: Result[] = [];
const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until the number of buttons stands still. */
async function settled(page: Page, wanted: boolean): Promise<void> {
  let last = -1;
  let same = 0;
  for (let i = 0; i < 24 && same < (wanted && last === 0 ? 12 : 3); i += 1) {
    const count = (await pageButtons(page, /^(Tandai|[A-Z]{2,5}-\d)/)).length;
    same = count === last ? same + 1 : 0;
    last = count;
    await rest(250);
  }
}

async function judge(lab: Lab, session: Session, surface: LabSurface, seed: number): Promise<Result> {
  const result: Result = {
    surface: surface.name,
    seed,
    posts: 0,
    comments: 0,
    buttons: 0,
    commentButtons: 0,
    flagged: 0,
    unidentified: 0,
    problems: [],
    tally: {},
  };
  const wrong = (text: string) => result.problems.push(text);
  lab.clearRequests();
  const inspector = await session.extensionPage('dashboard.html');
  const page = await session.browser.newPage();
  await page.setViewport(surface.narrow ? { width: 412, height: 880 } : { width: 1280, height: 900 });
  await page.bringToFront();
  try {
    await page.goto(`https://www.instagram.com${surface.path}`);
    await rest(800);
    await walk(page, surface.steps);
    const expectsAny = surface.posts.length > 0 || surface.comments.length > 0;
    await settled(page, expectsAny);
    const dialog = surface.scope === 'dialog';
    // The viewer's comments stand in a panel that may be a dialog.
    const standing = await buttonsOn(page, surface.scope === 'slot' ? null : dialog);
    result.buttons = standing.posts.length;
    result.commentButtons = standing.comments.length;
    if (!expectsAny) {
      const all = await pageButtons(page, /^(Tandai|[A-Z]{2,5}-\d)/);
      if (all.length > 0) wrong(`${all.length} buttons where nothing may be flagged: ${all[0]?.name}`);
      return result;
    }
    const single = surface.scope !== 'feed' && surface.scope !== 'slot' && surface.scope !== 'comments';
    if (single) {
      result.posts = 1;
      if (standing.posts.length !== 1) wrong(`${standing.posts.length} buttons for one post`);
    }
    // Comments on the screen and icons at them must be the same, one for one.
    const seen = [...new Set(await page.evaluate(commentsInView))];
    result.comments = seen.length;
    const truth = commentsOf(lab.world);
    for (const name of seen) {
      const icons = standing.comments.filter((one) => one.name === name);
      if (icons.length !== 1) wrong(`comment ${name}: ${icons.length} icons`);
    }
    for (const { name, button } of standing.comments)
      if (!truth.has(name)) wrong(`icon at no comment: ${button.name} (${name})`);

    const flag = async (button: PageButton, expected: string | null) => {
      const before = new Set((await readEventTable(inspector)).map((event) => event.id));
      await page.bringToFront();
      await centre(button.handle);
      const label = () => button.handle.evaluate((element) => element.getAttribute('aria-label') ?? '');
      const numbered = async () => {
        const number = /^[A-Z]{2,5}-\d{4}/.exec(await label())?.[0];
        const row = number && (await readComplaintTable(inspector)).find((one) => one.number === number);
        if (row && expected && row.id !== `instagram:${expected}`)
          wrong(`WRONG IDENTITY ${row.id} for ${expected}`);
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
        if (expected && fresh.complaintId !== `instagram:${expected}`)
          wrong(`WRONG IDENTITY ${fresh.complaintId} for ${expected}`);
        return fresh as EventOf<'captured'>;
      }
      const row = await numbered();
      if (!row) result.unidentified += 1;
      return null;
    };

    const first = surface.scope === 'slot' ? standing.posts.find((one) => one.seen) : standing.posts[0];
    if (first && surface.scope !== 'comments') {
      const expected = single || surface.scope === 'slot' ? (surface.posts[0] ?? null) : null;
      const event = await flag(first, expected);
      const code = event?.complaintId.replace('instagram:', '');
      const post: LabPost | undefined = code ? lab.find('instagram', code) : undefined;
      if (event && post && surface.posts.includes(post.id)) compare(event, post, lab, result.tally);
      else if (event) wrong(`flagged what does not stand there: ${event.complaintId}`);
    }
    for (const { button, name } of standing.comments.filter((one) => one.seen).slice(0, COMMENTS)) {
      const event = await flag(button, name);
      const known = truth.get(name);
      if (!event || !known) continue;
      const { capture } = event;
      const note = (field: string, right: boolean | null, detail = '') => {
        result.tally[field] ??= { right: 0, wrong: [], unreadable: 0 };
        const cell = result.tally[field];
        if (right === null) cell.unreadable += 1;
        else if (right) cell.right += 1;
        else cell.wrong.push(`${name}: ${detail}`.slice(0, 200));
      };
      const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
      note(
        'comment author',
        isReadable(capture.author) ? capture.author.value.handle === known.comment.author.handle : null,
        JSON.stringify(capture.author),
      );
      note(
        'comment text',
        isReadable(capture.text) ? plain(capture.text.value) === plain(known.comment.text) : null,
        `${JSON.stringify(capture.text)} ≠ ${known.comment.text}`,
      );
      note(
        'comment time',
        isReadable(capture.postedAt)
          ? Math.abs(capture.postedAt.value - known.comment.createdAt * 1000) < 1000
          : null,
        JSON.stringify(capture.postedAt),
      );
      note(
        'post above',
        capture.under?.names.includes(`instagram:${known.post.id}`) ?? false,
        JSON.stringify(capture.under),
      );
    }
    await rest(300);
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
    for (const [field, { wrong: bad }] of Object.entries(result.tally))
      for (const text of bad) wrong(`${field}: ${text}`);
    return result;
  } finally {
    results.push(result);
    await page.close();
    await inspector.close();
  }
}

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
    40_000,
  );
});

afterAll(() => {
  const folder = join(import.meta.dirname, '..', '..', '.output', 'reports');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'instagram-surfaces.json'), JSON.stringify(results, null, 1));
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
    return `${name} | buttons ${sum((r) => r.buttons)} | comments ${sum((r) => r.comments)}/${sum((r) => r.commentButtons)} | flagged ${sum((r) => r.flagged)} | unidentified ${sum((r) => r.unidentified)} | problems ${sum((r) => r.problems.length)} | ${fields.join(', ')}`;
  });
  console.log(`\nInstagram over ${SEEDS.length} worlds\n${lines.join('\n')}`);
});
