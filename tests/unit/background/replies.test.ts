import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Author, Capture } from '../../../complaints/reading.ts';
import { allHandlers } from '../../../entrypoints/background/handlers/index.ts';
import { settled } from '../../../entrypoints/background/refresh.ts';
import { createRouter } from '../../../entrypoints/background/router.ts';
import type { Input, MessageName, Output, SeenComment } from '../../../protocol/contract.ts';
import type { Answer } from '../../../protocol/errors.ts';
import { database } from '../../../storage/database.ts';
import { flag } from '../../../storage/flag.ts';
import { forward } from '../../../storage/forward.ts';
import { saveAgencies } from '../../../storage/save-agencies.ts';
import { agency, capture, forwardInput, HOUR, T0 } from '../../storage/samples.ts';
import { pageSender, resetBrowser } from './browser.ts';
import { INPUTS } from './inputs.ts';

/** What the worker reads of a comment at the click: the page's word and its store's, merged. */
let seen: Partial<Capture> = {};
vi.mock('../../../entrypoints/background/read-post.ts', () => ({
  readPost: vi.fn(async (reading: { dom: { names: string[] } }) => {
    const [key = ''] = reading.dom.names;
    return {
      ...capture('AAAAA11111'),
      identity: { key, aliases: [key], permalink: '' },
      under: { names: [ID] },
      text: { value: 'Petugas menuju lokasi', source: 'store' },
      author: { value: { handle: 'dishub.contoh' }, source: 'dom' },
      postedAt: { value: T0 + HOUR, source: 'dom' },
      ...seen,
    } satisfies Capture;
  }),
}));

const ID = 'instagram:AAAAA11111';
const OWN: Author = { handle: 'dishub.contoh' };
let now = T0 + 2 * HOUR;
let tabId = 300;
let spies: Awaited<ReturnType<typeof resetBrowser>>;

async function send<N extends MessageName>(
  name: N,
  input: Input<N>,
  change: object = {},
): Promise<Answer<Output<N>>> {
  const router = createRouter(allHandlers, () => now);
  const sender = pageSender({ tab: { id: tabId, windowId: 1 } as never, ...change });
  return new Promise((resolve) => {
    router({ name, input }, sender, (answer) => resolve(answer as Answer<Output<N>>));
  });
}
async function ok<N extends MessageName>(name: N, input: Input<N>, change = {}): Promise<Output<N>> {
  const answer = await send(name, input, change);
  if (!answer.ok) throw new Error(`${name}: ${answer.code} ${answer.detail}`);
  return answer.value;
}
const said = (n: number, author: Author, change: Partial<SeenComment> = {}): SeenComment => ({
  names: [`${ID}#1790000000000000${n}`],
  author,
  postedAt: T0 + HOUR,
  ...change,
});
const look = (comments: SeenComment[], change = {}) =>
  ok('page.replies', { complaintId: ID, post: [ID], comments, ...change });
const record = (change = {}) => send('page.recordReply', { ...INPUTS['page.recordReply'], ...change });
const responses = async () => (await database.events.toArray()).filter((e) => e.type === 'responded');

beforeEach(async () => {
  spies = await resetBrowser();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  now = T0 + 2 * HOUR;
  tabId += 1;
  seen = {};
  const accounts = [{ site: 'instagram' as const, account: 'dishub.contoh' }];
  await saveAgencies(
    database,
    [
      agency('dishub', { names: [{ name: 'Dinas Perhubungan', short: 'Dishub', from: 0 }], accounts }),
      agency('dlh', { accounts: [{ site: 'instagram', account: 'dlh.contoh' }] }),
    ],
    T0,
  );
  await flag(database, { capture: capture('AAAAA11111'), via: 'button', now: T0 });
  await forward(database, forwardInput(ID), T0 + 60_000);
});
afterEach(() => settled());

describe("'page.replies'", () => {
  it('tells which comments are by the agency that has the complaint, and which only look so', async () => {
    const answer = await look([
      said(1, { handle: 'warga.baamang' }),
      said(2, { handle: 'dishub_contoh' }),
      said(3, { handle: 'dlh.contoh' }),
      said(4, OWN),
    ]);
    expect(answer).toEqual({
      agency: 'Dishub',
      replies: [
        { at: 3, own: true, account: 'dishub.contoh' },
        { at: 1, own: false, account: 'dishub_contoh' },
      ],
    });
    expect(await responses()).toEqual([]);
  });

  it.each<[string, Partial<SeenComment>]>([
    ['a time before the forwarding', { postedAt: T0 }],
    ['an age that lies before it', { postedAt: undefined, notAfter: T0 }],
  ])('leaves out %s', async (_, change) => {
    expect((await look([said(1, OWN, change)])).replies).toEqual([]);
  });

  it('counts what is written in the minute of the forwarding, or at a time that nobody tells', async () => {
    const comments = [said(1, OWN, { postedAt: T0 + 60_000 }), said(2, OWN, { postedAt: undefined })];
    expect((await look(comments)).replies.map(({ at }) => at)).toEqual([0, 1]);
  });

  it('says nothing of posts that are not followed, or of a complaint under another name', async () => {
    await flag(database, { capture: capture('BBBBB22222'), via: 'button', now: T0 });
    const none = { agency: '', replies: [] };
    const other = 'instagram:BBBBB22222';
    expect(await look([said(1, OWN)], { complaintId: other, post: [other] })).toEqual(none);
    expect(await look([said(1, OWN)], { post: [other] })).toEqual(none);
    expect(await look([said(1, OWN)], { complaintId: 'instagram:none0' })).toEqual(none);
  });

  it('offers nothing twice, and again what was taken back', async () => {
    const answer = await record();
    expect(answer).toMatchObject({ ok: true, value: { fresh: true, number: 'ADU-0001', timeUnread: false } });
    expect((await look([said(1, OWN)])).replies).toEqual([]);
    await ok('page.undoFlag', { token: (answer.ok && answer.value.undoToken) || '' });
    expect((await look([said(1, OWN)])).replies).toHaveLength(1);
  });
});

describe("'page.recordReply'", () => {
  it('records the comment with its words and time', async () => {
    await record();
    expect(await responses()).toMatchObject([
      {
        via: 'comment',
        kind: 'initial',
        at: T0 + HOUR,
        text: 'Petugas menuju lokasi',
        source: { account: 'dishub.contoh' },
      },
    ]);
    expect(await record()).toMatchObject({ ok: true, value: { fresh: false, undoToken: null } });
    expect(await responses()).toHaveLength(1);
  });

  it.each<[string, Partial<Capture>, string]>([
    ['a citizen', { author: { value: { handle: 'warga.baamang' }, source: 'dom' } }, 'conflict'],
    [
      'one who looks like the agency',
      { author: { value: { handle: 'dishub_contoh' }, source: 'dom' } },
      'conflict',
    ],
    ['one whom page and store call by two names', { author: { unreadable: 'contradiction' } }, 'conflict'],
    ['another agency', { author: { value: { handle: 'dlh.contoh' }, source: 'dom' } }, 'conflict'],
    ['the agency under another post', { under: { names: ['instagram:BBBBB22222'] } }, 'conflict'],
    ['the agency in a post of its own', { under: undefined }, 'conflict'],
    ['the agency before the forwarding', { postedAt: { value: T0, source: 'store' } }, 'before-forwarding'],
  ])('believes no page: %s is refused', async (_, change, code) => {
    seen = change;
    expect(await record()).toMatchObject({ ok: false, code });
    expect(await responses()).toEqual([]);
  });

  it('takes for the answer to a comment only a reply to it', async () => {
    const mine = `${ID}#17900000000000007`;
    const identity = { key: mine, aliases: [mine], permalink: '' };
    await flag(database, { capture: { ...capture('AAAAA11111'), identity }, via: 'button', now: T0 });
    await forward(database, forwardInput(mine), T0 + 60_000);
    const { reading } = INPUTS['page.recordReply'];
    const reply = (path: string) =>
      record({
        complaintId: mine,
        post: [mine],
        reading: {
          ...reading,
          dom: { ...reading.dom, permalink: `https://www.instagram.com/p/AAAAA11111/${path}` },
        },
      });
    expect(await reply('c/17900000000000001/')).toMatchObject({ code: 'conflict' });
    expect(await reply('c/17900000000000002/r/17900000000000001/')).toMatchObject({ code: 'conflict' });
    expect(await reply('c/17900000000000007/r/17900000000000001/')).toMatchObject({
      ok: true,
      value: { fresh: true, number: 'ADU-0002' },
    });
    expect(await responses()).toMatchObject([{ complaintId: mine }]);
  });

  it('keeps a text as far as the page shows it, and says when the time is not readable', async () => {
    seen = { text: { unreadable: 'only-partly' }, postedAt: { unreadable: 'not-on-page' } };
    const { reading } = INPUTS['page.recordReply'];
    const dom = { ...reading.dom, text: 'Petugas', textCut: true };
    expect(await record({ reading: { ...reading, dom } })).toMatchObject({ value: { timeUnread: true } });
    expect(await responses()).toMatchObject([{ text: 'Petugas…', at: now, source: { timeUnread: true } }]);
  });

  it('is refused for another site, and after too many', async () => {
    const { reading } = INPUTS['page.recordReply'];
    expect(await record({ reading: { ...reading, site: 'facebook' } })).toMatchObject({ code: 'invalid' });
    for (let i = 0; i < 19; i++) await record();
    expect(await record()).toMatchObject({ code: 'rate' });
  });
});

describe('the script that looks', () => {
  const states = (change = {}) => ok('page.states', { names: [ID] }, change);

  it('comes into the page of a followed post, once in a document', async () => {
    await states({ documentId: 'A' });
    await states({ documentId: 'A' });
    expect(spies.executeScript).toHaveBeenCalledExactlyOnceWith({
      target: { tabId, frameIds: [0] },
      files: ['/replies-instagram.js'],
    });
    await states({ documentId: 'B' });
    expect(spies.executeScript).toHaveBeenCalledTimes(2);
  });

  it('comes into no other page', async () => {
    await flag(database, { capture: capture('BBBBB22222'), via: 'button', now: T0 });
    await ok('page.states', { names: ['instagram:BBBBB22222', 'instagram:none0'] });
    expect(spies.executeScript).not.toHaveBeenCalled();
  });

  it('that cannot come leaves the states as they are', async () => {
    spies.executeScript.mockRejectedValueOnce(new Error('no tab'));
    expect((await states()).states[ID]).toMatchObject({ status: 'waiting' });
  });
});
