// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { m } from '../../../i18n/index.ts';
import type { FlagAnswer, PageState } from '../../../protocol/contract.ts';
import { TanggapError } from '../../../protocol/errors.ts';
import { instagramFinder } from '../../../sites/instagram/finder.ts';
import { createActs } from '../../../sites/page/acts.ts';
import { ACTS_SLOT, type Acts, type ActsSource, createActsSource } from '../../../sites/page/acts-source.ts';
import type { Call } from '../../../sites/page/calls.ts';
import type { PageContext } from '../../../sites/page/context.ts';
import { labelOf } from '../../../sites/page/labels.ts';
import { isDark, luminanceOf, placeIn } from '../../../sites/page/place.ts';
import { rateLimit } from '../../../sites/page/rate-limit.ts';
import { startPage } from '../../../sites/page/start.ts';
import { doubtOf } from '../../../sites/page/trusted-click.ts';
import { watchPosts } from '../../../sites/page/watch.ts';
import type { CommentFinder, SiteFinder } from '../../../sites/site.ts';
import * as part from '../../fixtures/instagram/parts.ts';
import { feed } from '../../fixtures/instagram/surfaces.ts';

/** The page half needs a layout, a runtime and an intersection observer, none of which exist here. */
const roots = new Map<Element, ShadowRoot>();
let intersect: (target: Element, near: boolean) => void;
const observed = new Set<Element>();
const listeners = new Set<(message: unknown) => void>();

vi.mock('wxt/browser', () => ({
  browser: {
    runtime: {
      id: 'x',
      onMessage: {
        addListener: (listener: (message: unknown) => void) => listeners.add(listener),
        removeListener: (listener: (message: unknown) => void) => listeners.delete(listener),
      },
    },
  },
}));

class FakeIntersection {
  constructor(callback: (entries: { target: Element; isIntersecting: boolean }[]) => void) {
    intersect = (target, near) => callback([{ target, isIntersecting: near }]);
  }
  observe(target: Element) {
    observed.add(target);
    queueMicrotask(() => observed.has(target) && intersect(target, true));
  }
  unobserve(target: Element) {
    observed.delete(target);
  }
  disconnect() {
    observed.clear();
  }
}

class TestContext implements PageContext {
  private readonly controller = new AbortController();
  readonly signal = this.controller.signal;
  get isInvalid() {
    return this.signal.aborted;
  }
  onInvalidated(callback: () => void) {
    this.signal.addEventListener('abort', callback);
    return () => this.signal.removeEventListener('abort', callback);
  }
  setTimeout = (handler: () => void, ms?: number) =>
    window.setTimeout(() => !this.isInvalid && handler(), ms);
  setInterval = (handler: () => void, ms?: number) => {
    const id = window.setInterval(() => !this.isInvalid && handler(), ms);
    this.onInvalidated(() => window.clearInterval(id));
    return id;
  };
  addEventListener(target: EventTarget, type: string, handler: (event: Event) => void) {
    target.addEventListener(type, handler, { signal: this.signal });
  }
  invalidate() {
    this.controller.abort();
  }
}

const calls: [string, unknown][] = [];
const lastInput = (): unknown => calls.at(-1)?.[1];
let answers: Record<string, (input: never) => unknown>;
const call: Call = async (name, input) => {
  calls.push([name, structuredClone(input)]);
  const answer = answers[name];
  return (answer ? answer(input as never) : null) as never;
};
let states: Record<string, PageState> = {};
let ctx: TestContext;
let source: ActsSource;
/** Comments as a site may draw them: `li.c` with a link of its own and a line of small actions. */
const comments: CommentFinder = {
  find(root) {
    const all = [...root.querySelectorAll('li.c')];
    return root instanceof Element && root.matches('li.c') ? [root, ...all] : all;
  },
  anchor: (comment) => {
    const container = comment.querySelector('.line');
    return container && { container, before: null };
  },
  names: (comment) => {
    const id = comment.querySelector('a.own')?.getAttribute('href');
    return id ? [`instagram:DAbc_dE1-x#${id}`] : [];
  },
  authorLabel: (comment) => comment.querySelector('b')?.textContent ?? '',
};
const finder: SiteFinder = {
  ...instagramFinder,
  comments,
  readComment: (comment) => ({
    source: 'dom',
    names: comments.names(comment, new URL(window.location.href)),
    text: comment.querySelector('p')?.textContent ?? '',
    under: { names: ['instagram:DAbc_dE1-x'] },
  }),
};
let acts = createActs(finder);
const NOW = Date.UTC(2026, 10, 24, 8);

const state = (changes: Partial<PageState> = {}): PageState => ({
  complaintId: 'c1',
  number: 'KTM-0117',
  status: 'waiting',
  dueAt: NOW + 9.5 * 3_600_000,
  termMs: 86_400_000,
  ...changes,
});
const flagged = (changes: Partial<FlagAnswer> = {}): FlagAnswer => ({
  ...state({ status: 'new', dueAt: null, termMs: null, number: 'KTM-0131' }),
  fresh: true,
  undoToken: 't1',
  partly: false,
  ...changes,
});

const hosts = () => [...document.querySelectorAll('*')].filter((element) => roots.has(element));
const rootAt = (selector: string) => {
  const host = hosts().find((one) => one.closest(selector));
  return host ? roots.get(host) : undefined;
};
const nameAt = (selector: string) => rootAt(selector)?.querySelector('.m')?.getAttribute('aria-label');
/** Another post in the same nodes: nothing changes but an attribute. */
const recycle = () => document.querySelector('#plain a[href^="/p/"]')?.setAttribute('href', '/p/DNew001/');
const textAt = (selector: string) => rootAt(selector)?.querySelector('.m')?.textContent;

/** Clicks that a person made. Only a browser can make one: here our buttons are told so. */
const meant = new WeakSet<Event>();
const trusted = (event: Event) =>
  new Proxy(event, {
    get(target, key) {
      if (key === 'isTrusted') return true;
      const value: unknown = Reflect.get(target, key);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });

function press(selector: string, which = '.m') {
  const event = new MouseEvent('click', {
    bubbles: true,
    composed: true,
    cancelable: true,
    detail: 1,
    clientX: 50,
    clientY: 14,
  });
  meant.add(event);
  rootAt(selector)?.querySelector(which)?.dispatchEvent(event);
  return event;
}

async function settle(ms = 1500) {
  await vi.advanceTimersByTimeAsync(ms);
}

async function open(html: string, path = '/') {
  window.history.replaceState(null, '', path);
  document.documentElement.innerHTML = new DOMParser().parseFromString(
    html,
    'text/html',
  ).documentElement.innerHTML;
  ctx = new TestContext();
  startPage(document, finder, ctx, call, source);
  await settle();
}

beforeEach(() => {
  vi.useFakeTimers({
    now: NOW,
    toFake: [
      'setTimeout',
      'clearTimeout',
      'setInterval',
      'clearInterval',
      'Date',
      'requestAnimationFrame',
      'cancelAnimationFrame',
    ],
  });
  vi.stubGlobal('IntersectionObserver', FakeIntersection);
  Object.assign(window, { IntersectionObserver: FakeIntersection, innerWidth: 1000, innerHeight: 800 });
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    expect(init.mode).toBe('closed');
    const root = attach.call(this, init);
    roots.set(this, root);
    return root;
  });
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(
    () =>
      ({
        left: 10,
        top: 0,
        width: 110,
        height: 28,
        right: 120,
        bottom: 28,
        x: 10,
        y: 0,
        toJSON: () => '',
      }) as DOMRect,
  );
  const listen = EventTarget.prototype.addEventListener;
  vi.spyOn(HTMLButtonElement.prototype, 'addEventListener').mockImplementation(function (
    this: HTMLButtonElement,
    type: string,
    listener: unknown,
  ) {
    const handler = listener as (event: Event) => void;
    listen.call(this, type, (event) => handler(meant.has(event) ? trusted(event) : event));
  });
  // The pressed host lies on top, unless a test covers it.
  document.elementFromPoint = () => covering ?? hosts().find((one) => one.closest('#plain')) ?? null;
  covering = null;
  // Clicks are counted over the whole page: each test has a page of its own.
  acts = createActs(finder);
  source = { now: () => acts, load: async () => acts };
  calls.length = 0;
  states = {};
  answers = {
    'page.states': () => ({ locale: 'id', states }),
    'page.flag': () => flagged(),
    'page.open': () => null,
    'page.manual': () => null,
    'page.undoFlag': () => null,
  };
});

let covering: Element | null = null;

afterEach(() => {
  ctx?.invalidate();
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  roots.clear();
  observed.clear();
  document.documentElement.innerHTML = '';
});

describe('buttons', () => {
  it('stand once on each post and nowhere else', async () => {
    await open(feed);
    expect(hosts().map((host) => host.closest('article')?.id)).toEqual(['plain', 'carousel']);
    expect(nameAt('#plain')).toBe('Tandai aduan, unggahan warga.teluk');
    await settle(5000);
    expect(hosts()).toHaveLength(2);
  });

  it('tell the page nothing: closed root, no attribute but style', async () => {
    await open(feed);
    for (const host of hosts()) {
      expect(host.getAttributeNames()).toEqual(['style']);
      expect(host.localName).toBe('div');
    }
  });

  it('come with posts that are added later, and go with posts that turn into something else', async () => {
    await open(feed);
    const added = document.querySelector('#plain')?.cloneNode(true) as Element;
    added.id = 'added';
    for (const host of added.querySelectorAll('.bar > div[style]')) host.remove();
    document.querySelector('#posts')?.append(added);
    await settle();
    expect(hosts().some((host) => host.closest('#added'))).toBe(true);
    document.querySelector('#added time')?.remove();
    await settle();
    expect(hosts().some((host) => host.closest('#added'))).toBe(false);
  });

  it('come back when the page takes them out, but not for ever', async () => {
    await open(feed);
    for (let i = 0; i < 12; i++) {
      hosts()
        .find((host) => host.closest('#plain'))
        ?.remove();
      await settle(100);
    }
    expect(hosts().some((host) => host.closest('#plain'))).toBe(false);
    expect(hosts().some((host) => host.closest('#carousel'))).toBe(true);
  });

  it('do nothing while the page is hidden, and start when it is shown', async () => {
    let hidden = true;
    vi.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden);
    await open(feed);
    expect(hosts()).toEqual([]);
    hidden = false;
    document.dispatchEvent(new Event('visibilitychange'));
    await settle();
    expect(hosts()).toHaveLength(2);
  });

  it('ask for states in one message and show them', async () => {
    states = { 'instagram:DAbc_dE1-x': state() };
    await open(feed);
    expect(calls.filter(([name]) => name === 'page.states')).toEqual([
      ['page.states', { names: ['instagram:DAbc_dE1-x', 'instagram:DBcd2'] }],
    ]);
    expect(textAt('#plain')).toBe('KTM-0117 sisa 9 j');
    expect(nameAt('#carousel')).toMatch(/^Tandai aduan/);
  });

  it('tick while they stand, and ask again when the worker says so', async () => {
    states = { 'instagram:DAbc_dE1-x': state({ dueAt: NOW + 60_000, termMs: 3_600_000 }) };
    await open(feed);
    expect(textAt('#plain')).toMatch(/^KTM-0117 sisa/);
    await settle(90_000);
    expect(textAt('#plain')).toBe('KTM-0117 lewat 1 m');
    states = { 'instagram:DAbc_dE1-x': state({ status: 'done', dueAt: null }) };
    for (const listener of listeners) listener({ name: 'states.changed' });
    await settle();
    expect(textAt('#plain')).toBe('KTM-0117 selesai');
  });

  it('show another post’s state when the page has scrolled after the node was recycled for it', async () => {
    states = {
      'instagram:DAbc_dE1-x': state(),
      'instagram:DNew001': state({ number: 'KTM-0200', status: 'responded' }),
    };
    await open(feed);
    recycle();
    document.dispatchEvent(new Event('scrollend'));
    await settle(200);
    expect(textAt('#plain')).toBe('KTM-0200 ditindaklanjuti');
  });
});

describe('a click', () => {
  it('sends one complete reading at once, with a marker that goes when the answer is there', async () => {
    await open(feed);
    let marked: string | null = null;
    answers['page.flag'] = (input: { reading: { marker: string } }) => {
      marked = document.querySelector(`[${input.reading.marker}]`)?.id ?? null;
      return flagged();
    };
    press('#plain');
    expect(calls.at(-1)?.[0]).toBe('page.flag');
    const { reading } = lastInput() as { reading: Record<string, unknown> & { marker: string } };
    expect(reading).toMatchObject({
      site: 'instagram',
      surface: 'feed',
      pageUrl: window.location.href,
      readAt: NOW + 1500,
      dom: { names: ['instagram:DAbc_dE1-x'] },
      raw: [],
    });
    expect(reading.marker).toMatch(/^data-[a-z0-9]{6,40}$/);
    expect(marked).toBe('plain');
    await settle(0);
    expect(document.querySelector(`[${reading.marker}]`)).toBeNull();
  });

  it('shows the number with an undo for 10 s, then the state', async () => {
    await open(feed);
    press('#plain');
    await settle(50);
    expect(textAt('#plain')).toBe('KTM-0131 dicatat');
    expect(rootAt('#plain')?.querySelector('.u')?.textContent).toBe('Urungkan');
    expect(rootAt('#plain')?.querySelector('[role=status]')?.textContent).toContain('KTM-0131');
    await settle(10_100);
    expect(rootAt('#plain')?.querySelector('.u')).toBeNull();
    expect(textAt('#plain')).toBe('KTM-0131 belum diteruskan');
  });

  it('takes the flag back', async () => {
    await open(feed);
    press('#plain');
    await settle(50);
    press('#plain', '.u');
    await settle(50);
    expect(calls.at(-1)).toEqual(['page.undoFlag', { token: 't1' }]);
    expect(nameAt('#plain')).toMatch(/^Tandai aduan/);
  });

  it('opens the complaint the second time', async () => {
    await open(feed);
    press('#plain');
    await settle(11_000);
    press('#plain');
    expect(calls.at(-1)).toEqual(['page.open', { complaintId: 'c1' }]);
    expect(calls.filter(([name]) => name === 'page.flag')).toHaveLength(1);
  });

  it('looks again when the worker asks for it, and says nothing of it', async () => {
    answers['page.open'] = () => ({ see: true });
    answers['page.see'] = () => null;
    await open(feed);
    press('#plain');
    await settle(11_000);
    const said = nameAt('#plain');
    press('#plain');
    await settle(50);
    expect(calls.at(-1)).toMatchObject(['page.see', { complaintId: 'c1', reading: { site: 'instagram' } }]);
    answers['page.see'] = () => {
      throw new Error('gone');
    };
    press('#plain');
    await settle(50);
    expect(nameAt('#plain')).toBe(said);
  });

  it('says Membaca only after 200 ms, and is busy from the start; a second press changes nothing', async () => {
    await open(feed);
    let done: (answer: FlagAnswer) => void = () => {};
    answers['page.flag'] = () => new Promise<FlagAnswer>((resolve) => (done = resolve));
    press('#plain');
    press('#plain');
    expect(rootAt('#plain')?.querySelector('.m')?.getAttribute('aria-busy')).toBe('true');
    expect(textAt('#plain')).toBe('Tandai aduan');
    await settle(250);
    expect(textAt('#plain')).toBe('Membaca…');
    done(flagged());
    await settle(10);
    expect(rootAt('#plain')?.querySelector('.m')?.getAttribute('aria-busy')).toBe('false');
    expect(calls.filter(([name]) => name === 'page.flag')).toHaveLength(1);
  });

  it('never shows an answer on a node that has been recycled meanwhile', async () => {
    await open(feed);
    let done: (answer: FlagAnswer) => void = () => {};
    answers['page.flag'] = () => new Promise<FlagAnswer>((resolve) => (done = resolve));
    press('#plain');
    document.querySelector('#plain a[href^="/p/"]')?.setAttribute('href', '/p/DNew001/');
    await settle(100);
    done(flagged());
    await settle(100);
    expect(nameAt('#plain')).toMatch(/^Tandai aduan/);
    expect(textAt('#plain')).toBe('Tandai aduan');
  });

  it('reads the names at the click, not before', async () => {
    await open(feed);
    document.querySelector('#plain a[href^="/p/"]')?.setAttribute('href', '/p/DNew001/');
    press('#plain');
    expect((lastInput() as { reading: { dom: { names: string[] } } }).reading.dom.names).toEqual([
      'instagram:DNew001',
    ]);
  });

  it('shows that it read only a part until the complaint has gone on', async () => {
    answers['page.flag'] = () => flagged({ partly: true });
    await open(feed);
    press('#plain');
    await settle(10_100);
    expect(textAt('#plain')).toBe('Terbaca sebagian');
    states = { 'instagram:DAbc_dE1-x': state() };
    for (const listener of listeners) listener({ name: 'states.changed' });
    await settle();
    expect(textAt('#plain')).toBe('KTM-0117 sisa 9 j');
  });

  it('offers to note by hand what cannot be identified', async () => {
    answers['page.flag'] = () => {
      throw new TanggapError('unidentified');
    };
    await open(feed);
    press('#plain');
    await settle(50);
    expect(textAt('#plain')).toBe('Catat manual');
    press('#plain');
    expect(calls.at(-1)).toEqual(['page.manual', { pageUrl: window.location.href }]);
  });

  it('says why it failed and can be tried again', async () => {
    answers['page.flag'] = () => {
      throw new TanggapError('storage-full');
    };
    await open(feed);
    press('#plain');
    await settle(50);
    expect(textAt('#plain')).toBe('Coba lagi');
    expect(nameAt('#plain')).toBe(`Tandai aduan, coba lagi: ${m.error_storage_full()}`);
    answers['page.flag'] = () => flagged();
    press('#plain');
    await settle(50);
    expect(textAt('#plain')).toBe('KTM-0131 dicatat');
  });

  it('asks to reload on every post when the extension is gone, and stops watching', async () => {
    const errors = vi.spyOn(console, 'error');
    await open(feed);
    answers['page.flag'] = () => {
      throw new TanggapError('context-invalidated');
    };
    press('#plain');
    await settle(50);
    expect([textAt('#plain'), textAt('#carousel')]).toEqual(['Muat ulang halaman', 'Muat ulang halaman']);
    expect(observed.size).toBe(0);
    expect(errors).not.toHaveBeenCalled();
  });

  it('does not reach the page’s own handlers', async () => {
    await open(feed);
    const heard = vi.fn();
    document.querySelector('#plain .bar')?.addEventListener('click', heard);
    document.querySelector('#plain')?.addEventListener('keydown', heard);
    expect(press('#plain').defaultPrevented).toBe(true);
    rootAt('#plain')
      ?.querySelector('.m')
      ?.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, composed: true, key: 'j' }));
    expect(heard).not.toHaveBeenCalled();
  });

  it('fetches the acts on approach or, at the latest, for the click', async () => {
    answers['page.acts'] = () => Object.assign(globalThis, { [ACTS_SLOT]: acts }) && null;
    source = createActsSource(call);
    await open(feed);
    press('#plain');
    await settle(10);
    expect(calls.slice(-2).map(([name]) => name)).toEqual(['page.acts', 'page.flag']);
    expect(textAt('#plain')).toBe('KTM-0131 dicatat');
    Reflect.deleteProperty(globalThis, ACTS_SLOT);
    rootAt('#carousel')?.querySelector('.m')?.dispatchEvent(new Event('focus'));
    await settle(10);
    expect(calls.at(-1)?.[0]).toBe('page.acts');
    Reflect.deleteProperty(globalThis, ACTS_SLOT);
  });

  it('flags nothing when the node is recycled while the acts are fetched', async () => {
    let arrive: (acts: Acts) => void = () => {};
    source = { now: () => null, load: () => new Promise((resolve) => (arrive = resolve)) };
    await open(feed);
    press('#plain');
    document.querySelector('#plain a[href^="/p/"]')?.setAttribute('href', '/p/DNew001/');
    arrive(acts);
    await settle(100);
    expect(calls.some(([name]) => name === 'page.flag')).toBe(false);
    expect(textAt('#plain')).toBe('Tandai aduan');
  });

  it('is not believed when the page faked or covered it', async () => {
    await open(feed);
    rootAt('#plain')?.querySelector<HTMLElement>('.m')?.click();
    expect(calls.some(([name]) => name === 'page.flag')).toBe(false);
    covering = document.body;
    press('#plain');
    expect(calls.some(([name]) => name === 'page.flag')).toBe(false);
    covering = null;
    for (const style of ['opacity:0.2', 'filter:opacity(10%)', 'mix-blend-mode:screen']) {
      document.querySelector('#plain')?.setAttribute('style', style);
      press('#plain');
    }
    expect(calls.some(([name]) => name === 'page.flag')).toBe(false);
  });
});

const thread = (...names: string[]) =>
  `<ul>${names
    .map(
      (name, at) =>
        `<li class="c" id="c${at}"><b>${name}</b><p>Jalan rusak ${at}</p><div class="line"><a class="own" href="1800${at}">2 j</a></div></li>`,
    )
    .join('')}</ul>`;

/** The feed's first post with comments under it. */
async function openThread(...names: string[]) {
  await open(feed.replace('</article>', `${thread(...names)}</article>`));
}

describe('comments', () => {
  it('get one quiet icon each in their line, beside the post’s own button', async () => {
    await openThread('siti', 'budi');
    expect(hosts().filter((host) => host.closest('.line'))).toHaveLength(2);
    expect(nameAt('#c0')).toBe('Tandai komentar sebagai aduan, dari siti');
    expect(rootAt('#c0')?.querySelector('.w')?.className).toBe('w  only q');
    expect(hosts().filter((host) => host.closest('#plain') && !host.closest('.line'))).toHaveLength(1);
    await settle(5000);
    expect(hosts().filter((host) => host.closest('.line'))).toHaveLength(2);
  });

  it('stand out while pointer or keyboard are in the comment', async () => {
    await openThread('siti');
    const comment = document.querySelector('#c0') as Element;
    const loud = () => rootAt('#c0')?.querySelector('.w')?.classList.contains('on');
    expect(loud()).toBe(false);
    comment.dispatchEvent(new Event('pointerenter'));
    expect(loud()).toBe(true);
    comment.dispatchEvent(new Event('pointerleave'));
    expect(loud()).toBe(false);
    comment.dispatchEvent(new Event('focusin', { bubbles: true }));
    expect(loud()).toBe(true);
  });

  it('are asked for in the same message as the posts', async () => {
    states = { 'instagram:DAbc_dE1-x#18000': state({ number: 'KTM-0300' }) };
    await openThread('siti');
    expect(calls.filter(([name]) => name === 'page.states')).toEqual([
      ['page.states', { names: ['instagram:DAbc_dE1-x', 'instagram:DBcd2', 'instagram:DAbc_dE1-x#18000'] }],
    ]);
    expect(nameAt('#c0')).toBe('KTM-0300, Sisa 9 jam 29 menit sebelum tenggat, buka');
    expect(rootAt('#c0')?.querySelector('.w')?.className).toContain('tone waiting only q');
    expect(nameAt('#plain')).toMatch(/^Tandai aduan/);
  });

  it('are flagged as what they are: a layer with the post above them, and undone like a post', async () => {
    await openThread('siti');
    document.elementFromPoint = () => hosts().find((host) => host.closest('#c0')) ?? null;
    press('#c0');
    expect(lastInput()).toMatchObject({
      reading: {
        dom: {
          names: ['instagram:DAbc_dE1-x#18000'],
          text: 'Jalan rusak 0',
          under: { names: ['instagram:DAbc_dE1-x'] },
        },
      },
    });
    await settle(50);
    expect(nameAt('#c0')).toBe('KTM-0131, dicatat, buka');
    expect(nameAt('#plain')).toMatch(/^Tandai aduan/);
    press('#c0', '.u');
    await settle(50);
    expect(calls.at(-1)).toEqual(['page.undoFlag', { token: 't1' }]);
    expect(nameAt('#c0')).toMatch(/^Tandai komentar/);
  });
});

describe('watching', () => {
  it('observes added and removed nodes once, and nothing else', async () => {
    const observe = vi.spyOn(MutationObserver.prototype, 'observe');
    await open(feed);
    expect(observe.mock.calls).toEqual([[document, { childList: true, subtree: true }]]);
  });

  it('does nothing at all at an address without posts, until there is another', async () => {
    const observe = vi.spyOn(MutationObserver.prototype, 'observe');
    const find = vi.spyOn(finder, 'findPosts');
    await open(feed, '/accounts/edit/');
    await settle(60_000);
    expect([observe.mock.calls, find.mock.calls, calls, hosts()]).toEqual([[], [], [], []]);
    expect(vi.getTimerCount()).toBe(0);
    window.history.replaceState(null, '', '/');
    window.dispatchEvent(new Event('wxt:locationchange'));
    await settle();
    expect(hosts()).toHaveLength(2);
    window.history.replaceState(null, '', '/accounts/edit/');
    window.dispatchEvent(new Event('wxt:locationchange'));
    await settle(100);
    expect([hosts().length, observed.size]).toEqual([0, 0]);
  });

  /** What brings a recycled node to our notice, and how long it takes. */
  it.each([
    ['a node added near by', () => document.querySelector('#plain')?.append(document.createElement('i'))],
    ['the end of a scroll', () => document.dispatchEvent(new Event('scrollend'))],
    ['coming into view again', () => intersect(document.querySelector('#plain') as Element, true)],
    ['the pointer', () => rootAt('#plain')?.querySelector('.m')?.dispatchEvent(new Event('pointerenter'))],
    ['the keyboard', () => rootAt('#plain')?.querySelector('.m')?.dispatchEvent(new Event('focus'))],
    ['another address', () => window.dispatchEvent(new Event('wxt:locationchange'))],
  ])('shows what a recycled node holds after %s', async (_, moment) => {
    states = { 'instagram:DAbc_dE1-x': state(), 'instagram:DNew001': state({ number: 'KTM-0200' }) };
    await open(feed);
    expect(textAt('#plain')).toMatch(/^KTM-0117/);
    recycle();
    await settle(300);
    moment();
    await settle(200);
    expect(textAt('#plain')).toMatch(/^KTM-0200/);
  });

  it('shows it in the end even where nothing moves', async () => {
    states = { 'instagram:DAbc_dE1-x': state() };
    await open(feed);
    recycle();
    await settle(20_500);
    expect(nameAt('#plain')).toMatch(/^Tandai aduan/);
  });

  it('opens or flags what the node holds at the click, whatever the button still showed', async () => {
    states = { 'instagram:DAbc_dE1-x': state() };
    await open(feed);
    recycle();
    press('#plain');
    expect(calls.some(([name]) => name === 'page.open')).toBe(false);
    expect(lastInput()).toMatchObject({ reading: { dom: { names: ['instagram:DNew001'] } } });
  });

  it('takes no undo for the post that stood there before', async () => {
    await open(feed);
    press('#plain');
    await settle(50);
    recycle();
    rootAt('#plain')?.querySelector('.m')?.dispatchEvent(new Event('pointerenter'));
    expect(rootAt('#plain')?.querySelector('.u')).toBeNull();
    await settle(11_000);
    expect(nameAt('#plain')).toMatch(/^Tandai aduan/);
  });

  it('gives the button back however often the page builds its row anew', async () => {
    await open(feed);
    for (let i = 0; i < 20; i++) {
      const row = hosts().find((host) => host.closest('#plain'))?.parentElement as Element;
      const copy = row.cloneNode(true) as Element;
      for (const child of [...copy.children])
        if (child.getAttribute('style')?.includes('all')) child.remove();
      row.replaceWith(copy);
      await settle(100);
    }
    expect(hosts().filter((host) => host.closest('#plain'))).toHaveLength(1);
  });

  it('has an end to its work, however many posts a page makes up', async () => {
    document.body.innerHTML = '<p></p>'.repeat(5000);
    const many: SiteFinder = {
      ...finder,
      findPosts: (root) =>
        root instanceof Element && root.localName === 'p' ? [root] : [...root.querySelectorAll('p')],
    };
    window.history.replaceState(null, '', '/');
    ctx = new TestContext();
    const near = vi.fn();
    const watcher = watchPosts(document, many, ctx, { near, gone: () => undefined });
    await settle(100);
    expect(observed.size).toBe(2000);
    for (const post of document.querySelectorAll('p')) if (!observed.has(post)) post.remove();
    for (let i = 0; i < 1999; i++) document.querySelector('p')?.remove();
    const added = document.createElement('p');
    document.body.append(added);
    await settle(5000);
    expect([...observed].includes(added)).toBe(true);
    expect(observed.size).toBe(2);
    watcher.stop();
  });
});

describe('figures for the health of a surface', () => {
  const health = () => calls.filter(([name]) => name === 'page.health').map(([, input]) => input);
  const figures = { surface: 'feed', visits: 1, seen: 2, placed: 2, named: 2, removed: 0 };

  it('go once a minute while there are any, and hold nothing but counts', async () => {
    await open(feed);
    await settle(62_000);
    expect(health()).toEqual([figures]);
    await settle(300_000);
    expect(health()).toHaveLength(1);
  });

  it('go when the page goes', async () => {
    await open(feed);
    window.dispatchEvent(new Event('pagehide'));
    expect(health()).toEqual([{ ...figures, visits: 0 }]);
  });

  it('tell posts without identity, another post in the same node, and buttons taken out', async () => {
    await open(feed);
    recycle();
    hosts()
      .find((host) => host.closest('#plain'))
      ?.remove();
    await settle(200);
    window.dispatchEvent(new Event('pagehide'));
    expect(health()).toEqual([{ ...figures, visits: 0, seen: 3, placed: 3, named: 3, removed: 1 }]);
  });

  it('say of a failed click that the layout changed, and the way out', async () => {
    answers['page.flag'] = () => {
      throw new TanggapError('layout-changed');
    };
    await open(feed);
    press('#plain');
    await settle(50);
    expect(textAt('#plain')).toBe('Tata letak Instagram berubah');
    expect(nameAt('#plain')).toContain('Jadikan aduan');
  });
});

describe('parts', () => {
  it('doubts a host that is small, outside or gone', () => {
    const event = trusted(new MouseEvent('click')) as MouseEvent;
    const host = document.createElement('div');
    expect(doubtOf(new MouseEvent('click'), host)).toBe('synthetic');
    expect(doubtOf(event, host)).toBe('gone');
    document.documentElement.append(host);
    const box = (left: number, top: number, width: number, height: number) =>
      vi.spyOn(host, 'getBoundingClientRect').mockReturnValue({ left, top, width, height } as DOMRect);
    box(0, 0, 10, 28);
    expect(doubtOf(event, host)).toBe('small');
    box(0, 5000, 110, 28);
    expect(doubtOf(event, host)).toBe('outside');
  });

  it('limits the rate over all posts', () => {
    const allow = rateLimit(2, 1000);
    expect([allow(0), allow(1), allow(2), allow(1001), allow(1002)]).toEqual([true, true, false, true, true]);
  });

  it('finds the theme behind the row', () => {
    document.documentElement.innerHTML =
      '<body style="background:rgb(0,0,0)"><p style="background:rgba(255,255,255,0.1)"><i></i></p></body>';
    const element = document.querySelector('i') as Element;
    expect(isDark(element)).toBe(true);
    document.body.style.background = 'rgb(255, 255, 255)';
    expect(isDark(element)).toBe(false);
    expect(luminanceOf('rgba(255, 255, 255, 0.5)')).toBeCloseTo(1);
    expect(luminanceOf('rgba(0, 0, 0, 0.4)')).toBeNull();
    expect(luminanceOf('oklch(1 0 0)')).toBeNull();
    expect(luminanceOf('rgb(1)')).toBeNull();
  });

  it('goes into the first group where the row is a grid', () => {
    document.documentElement.innerHTML = `<body><div id="g" style="display:grid">${part.actions()}</div></body>`;
    const container = document.querySelector('#g') as Element;
    expect(placeIn({ container, before: null })).toEqual({
      container: container.firstElementChild,
      before: null,
    });
    (container as HTMLElement).style.display = 'flex';
    expect(placeIn({ container, before: null }).container).toBe(container);
  });

  it.each([
    [state({ status: 'new', dueAt: null }), 'KTM-0117 belum diteruskan', 'KTM-0117, belum diteruskan, buka'],
    [
      state({ dueAt: NOW + 51 * 3_600_000 }),
      'KTM-0117 sisa 2 hr 3 j',
      'KTM-0117, Sisa 2 hari 3 jam sebelum tenggat, buka',
    ],
    [
      state({ dueAt: NOW + 230 * 60_000 }),
      'KTM-0117 sisa 3 j 50 m',
      'KTM-0117, Sisa 3 jam 50 menit sebelum tenggat, buka',
    ],
    [
      state({ dueAt: NOW - 2 * 3_600_000 }),
      'KTM-0117 lewat 2 j',
      'KTM-0117, Lewat tenggat 2 jam 0 menit, buka',
    ],
    [state({ status: 'outside', dueAt: null }), 'KTM-0117 instansi luar', 'KTM-0117, instansi luar, buka'],
    [state({ status: 'done', dueAt: null }), 'KTM-0117 selesai', 'KTM-0117, selesai, buka'],
    [state({ status: 'dismissed', dueAt: null }), 'KTM-0117 bukan aduan', 'KTM-0117, bukan aduan, buka'],
  ])('words of %o', (one, words, name) => {
    const label = labelOf({ kind: 'state', state: one }, NOW);
    expect(`${label.text} ${label.detail}`).toBe(words);
    expect(label.name).toBe(name);
  });
});
