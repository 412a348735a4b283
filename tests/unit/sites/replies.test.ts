// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Layer } from '../../../complaints/reading.ts';
import type { PageState, RecordedReply, RepliesAnswer, RepliesInput } from '../../../protocol/contract.ts';
import { TanggapError } from '../../../protocol/errors.ts';
import { createReplies } from '../../../sites/page/acts-replies.ts';
import type { Call } from '../../../sites/page/calls.ts';
import type { Kind } from '../../../sites/page/kind.ts';
import { PostButton, type Shared } from '../../../sites/page/post.ts';
import type { RepliesSlot } from '../../../sites/page/replies-slot.ts';
import type { PostFinder, PostReader } from '../../../sites/site.ts';
import { world } from '../../../sites/world.ts';

const slot: RepliesSlot = world;
const NOW = Date.UTC(2026, 10, 24, 8);
const POST = 'instagram:DAbc_dE1-x';
const waiting: PageState = {
  complaintId: POST,
  number: 'KTM-0117',
  status: 'waiting',
  dueAt: NOW + 3_600_000,
  termMs: 86_400_000,
};
const own = { at: 0, own: true, account: 'dishub.ketapi' };

/** Comments are `li#ID` with the author in `b`, the words in `p` and the time's words in `i`. */
const idOf = (element: Element) => element.getAttribute('data-id') ?? '';
const kindOf = (comment: boolean): Kind => ({
  comment,
  find: () => [],
  anchor: () => null,
  names: (element) => [comment ? `${POST}#${idOf(element)}` : idOf(element)],
  authorLabel: (element) => element.querySelector('b')?.textContent ?? '',
});
const read = vi.fn(
  (element: Element): Layer => ({
    source: 'dom',
    names: [`${POST}#${idOf(element)}`],
    author: { handle: element.querySelector('b')?.textContent ?? '' },
    text: element.querySelector('p')?.textContent ?? '',
    permalink: `https://www.instagram.com/p/DAbc_dE1-x/c/${element.getAttribute('data-to') ?? ''}/r/${idOf(element)}/`,
    under: { names: [element.getAttribute('data-under') ?? POST] },
  }),
);
const reader: PostReader = { readDom: read, readComment: read, readIslands: () => [] };
const finder = { id: 'instagram', surfaces: [], surfaceOf: () => 'post' } as unknown as PostFinder;

let state: PageState | null;
let asked: RepliesInput[];
let answer: RepliesAnswer;
let recorded: () => RecordedReply;
let sent: { name: string; input: unknown }[];
let trusted: boolean;
let pressed: number;
const buttons: PostButton[] = [];

const call = (async (name: string, input: unknown) => {
  sent.push({ name, input: structuredClone(input) });
  if (name === 'page.replies') {
    asked.push(input as RepliesInput);
    return answer;
  }
  return name === 'page.recordReply' ? recorded() : null;
}) as Call;
const shared: Shared = {
  document,
  finder,
  count: () => undefined,
  acts: {
    now: () => ({ press: async () => void pressed++, undo: async () => undefined }),
    load: async () => Promise.reject(new Error('not needed')),
  },
  call,
  states: {
    of: () => state,
    ask: () => undefined,
    put: () => undefined,
    locale: () => 'id',
    forget: () => undefined,
  },
  orphaned: vi.fn(),
  fit: () => undefined,
};

function add(html: string, comment: boolean): PostButton {
  document.body.insertAdjacentHTML('beforeend', html);
  const element = document.body.lastElementChild as Element;
  const it = new PostButton(element, kindOf(comment), shared);
  element.append(it.button.host);
  buttons.push(it);
  it.sync();
  return it;
}
const comment = (id: string, handle: string, more = '') =>
  add(`<li data-id="${id}" ${more}><b>${handle}</b><p>Rahasia warga</p><i>3 hari</i></li>`, true);
const post = () => add(`<article data-id="${POST}"></article>`, false);
const rootOf = (it: PostButton) => roots.get(it.button.host) as ShadowRoot;
const nameOf = (it: PostButton) => rootOf(it).querySelector('.m')?.getAttribute('aria-label');
const lookOf = (it: PostButton) => rootOf(it).querySelector('.w')?.className;
const said = (it: PostButton) => rootOf(it).querySelector('[role=status]')?.textContent;
/** Reading stops after some ms of work and goes on a little later. */
const settle = (ms = 1_500) => vi.advanceTimersByTimeAsync(ms);
const press = async (it: PostButton, which = '.m') => {
  (rootOf(it).querySelector(which) as HTMLElement).click();
  await settle(50);
};

const roots = new Map<Element, ShadowRoot>();

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    const root = attach.call(this, init);
    roots.set(this, root);
    return root;
  });
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue({
    ...{ left: 10, top: 0, width: 110, height: 28, right: 120, bottom: 28, x: 10, y: 0 },
    toJSON: () => '',
  });
  Object.assign(window, { innerWidth: 1000, innerHeight: 800 });
  document.elementFromPoint = () => buttons.find((it) => !it.kind.comment)?.button.host ?? null;
  // Only a browser makes clicks that it calls trusted.
  const listen = EventTarget.prototype.addEventListener;
  vi.spyOn(HTMLButtonElement.prototype, 'addEventListener').mockImplementation(function (
    this: HTMLButtonElement,
    type: string,
    listener: unknown,
  ) {
    listen.call(this, type, (event) =>
      (listener as (event: unknown) => void)({
        isTrusted: trusted,
        detail: 0,
        preventDefault: () => event.preventDefault(),
      }),
    );
  });
  state = waiting;
  asked = [];
  sent = [];
  answer = { agency: 'Dishub', replies: [own] };
  recorded = () => ({ number: 'KTM-0117', fresh: true, undoToken: 'token', timeUnread: false });
  trusted = true;
  pressed = 0;
  slot.tanggapView = createReplies(reader, (element) => element.querySelector('i')?.textContent ?? '');
});
afterEach(() => {
  delete slot.tanggapView;
  buttons.length = 0;
  roots.clear();
  document.body.innerHTML = '';
  vi.useRealTimers();
  vi.restoreAllMocks();
  read.mockClear();
});

describe('answers under a followed post', () => {
  it('are asked about by account alone: no words leave the page', async () => {
    const it = post();
    comment('1', 'dishub.ketapi');
    comment('2', 'warga.baamang', 'data-under="instagram:other"');
    await settle();
    expect(asked).toEqual([
      {
        complaintId: POST,
        post: [POST],
        comments: [
          {
            names: [`${POST}#1`],
            author: { handle: 'dishub.ketapi' },
            notAfter: expect.any(Number),
          },
        ],
      },
    ]);
    const ago = Date.now() - (asked[0]?.comments[0]?.notAfter ?? 0);
    expect(ago / 86_400_000).toBeCloseTo(2.5, 3);
    expect(JSON.stringify(sent)).not.toContain('Rahasia');
    expect(nameOf(it)).toBe('Ada tanggapan Dishub, akun dishub.ketapi, catat untuk KTM-0117');
    expect(lookOf(it)).toContain('responded');
  });

  it.each<[string, PageState | null]>([
    ['nothing is known', null],
    ['it is new', { ...waiting, status: 'new', dueAt: null }],
    ['it is closed', { ...waiting, status: 'done', dueAt: null }],
  ])('are not looked for where %s', async (_, change) => {
    state = change;
    post();
    comment('1', 'dishub.ketapi');
    await settle(2_000);
    expect(sent).toEqual([]);
    expect(read).not.toHaveBeenCalled();
  });

  it('are read once, and asked about again only when there is another comment or state', async () => {
    const it = post();
    comment('1', 'warga.baamang');
    answer = { agency: 'Dishub', replies: [] };
    await settle();
    for (let i = 0; i < 5; i++) {
      it.sync();
      await settle();
    }
    expect([asked.length, read.mock.calls.length]).toEqual([1, 1]);
    answer = { agency: 'Dishub', replies: [{ ...own, at: 1 }] };
    comment('2', 'dishub.ketapi');
    await settle();
    expect([asked.length, read.mock.calls.length]).toEqual([2, 2]);
    expect(nameOf(it)).toContain('Ada tanggapan Dishub');
    state = { ...waiting, status: 'responded' };
    it.sync();
    await settle();
    expect(asked).toHaveLength(3);
  });

  it('to a comment that is a complaint are the replies to it, and nothing else under that post', async () => {
    const it = comment('1', 'warga.baamang');
    comment('2', 'dishub.ketapi');
    comment('3', 'dishub.ketapi', 'data-to="1"');
    comment('4', 'dishub.ketapi', 'data-to="11"');
    // All have the state of a followed one here: each is asked about, and none but the first has a reply.
    await settle();
    expect(asked.map(({ post, comments }) => [post, comments.map(({ names }) => names)])).toEqual([
      [[`${POST}#1`], [[`${POST}#3`]]],
    ]);
    expect(nameOf(it)).toContain('Ada tanggapan Dishub');
  });

  it('go when their comment goes, or another takes its place', async () => {
    const it = post();
    const answered = comment('1', 'dishub.ketapi');
    await settle();
    answered.post.setAttribute('data-id', '9');
    answered.sync();
    it.draw();
    expect(nameOf(it)).toContain('KTM-0117');
    expect(nameOf(it)).not.toContain('Ada tanggapan');
  });

  it('by a commenter with an endless name still reach the worker', async () => {
    post();
    comment('1', 'x'.repeat(5_000));
    await settle();
    expect(asked[0]?.comments[0]?.author.handle).toHaveLength(200);
  });
});

describe('a click', () => {
  async function offered() {
    const it = post();
    comment('1', 'dishub.ketapi');
    await settle();
    sent = [];
    return it;
  }

  it('records the comment, not the post, and offers to undo for ten seconds', async () => {
    const it = await offered();
    await press(it);
    const { name, input } = sent[0] ?? {};
    expect(name).toBe('page.recordReply');
    expect(input).toMatchObject({
      complaintId: POST,
      post: [POST],
      reading: { site: 'instagram', dom: { names: [`${POST}#1`], text: 'Rahasia warga' } },
    });
    expect(document.querySelector('[data-id="1"]')?.getAttributeNames()).toEqual(['data-id']);
    expect(nameOf(it)).toBe('KTM-0117, tanggapan dicatat, buka');
    expect(said(it)).toBe('Tanggapan Dishub untuk KTM-0117 dicatat. Bisa diurungkan 10 detik.');
    expect(pressed).toBe(0);
    await settle(10_000);
    expect(rootOf(it).querySelector('.u')).toBeNull();
    expect(nameOf(it)).not.toContain('Ada tanggapan');
  });

  it('says when the time could not be read', async () => {
    recorded = () => ({ number: 'KTM-0117', fresh: true, undoToken: 'token', timeUnread: true });
    const it = await offered();
    await press(it);
    expect(nameOf(it)).toContain('waktu tidak terbaca');
  });

  it('on undo takes it back and offers it again', async () => {
    const it = await offered();
    await press(it);
    sent = [];
    await press(it, '.u');
    expect(sent[0]).toEqual({ name: 'page.undoFlag', input: { token: 'token' } });
    expect(said(it)).toBe('Tanggapan Dishub untuk KTM-0117 diurungkan.');
    await settle();
    expect(nameOf(it)).toContain('Ada tanggapan Dishub');
  });

  it('that no person made, or twice in a row, records nothing more', async () => {
    const it = await offered();
    trusted = false;
    await press(it);
    expect(sent).toEqual([]);
    trusted = true;
    (rootOf(it).querySelector('.m') as HTMLElement).click();
    (rootOf(it).querySelector('.m') as HTMLElement).click();
    await settle(50);
    expect(sent.map(({ name }) => name)).toEqual(['page.recordReply']);
  });

  it.each([
    ['before-forwarding', 'Bukan tanggapan: ditulis sebelum aduan diteruskan.'],
    ['conflict', 'Tidak dicatat: ini bukan akun Dishub.'],
  ] as const)('that is refused (%s) says why, and offers it no more', async (code, reason) => {
    const it = await offered();
    recorded = () => {
      throw new TanggapError(code);
    };
    await press(it);
    expect(nameOf(it)).toBe(reason);
    expect(said(it)).toBe(reason);
    await settle(9_000);
    expect(nameOf(it)).toMatch(/^KTM-0117/);
  });

  it('on one that only looks alike counts nothing, opens the complaint and shows its state again', async () => {
    answer = { agency: 'Dishub', replies: [{ ...own, own: false, account: 'dishub_ketapi' }] };
    const it = await offered();
    expect(nameOf(it)).toBe(
      'Mirip akun Dishub, periksa: akun dishub_ketapi tidak ada di direktori, buka KTM-0117',
    );
    expect(lookOf(it)).toContain('dash');
    await press(it);
    expect([sent.length, pressed]).toEqual([0, 1]);
    expect(nameOf(it)).toMatch(/^KTM-0117/);
  });

  it('after too many of them waits', async () => {
    const it = await offered();
    recorded = () => {
      throw new TanggapError('unexpected');
    };
    for (let i = 0; i < 21; i++) await press(it);
    expect(sent).toHaveLength(20);
    expect(nameOf(it)).toContain('Terlalu');
  });

  it('in a page whose extension was updated leaves the button to that', async () => {
    const it = await offered();
    recorded = () => {
      throw new TanggapError('context-invalidated');
    };
    await press(it);
    expect(shared.orphaned).toHaveBeenCalled();
  });
});
