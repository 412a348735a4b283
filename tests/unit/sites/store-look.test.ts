// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { instagramMapper } from '../../../sites/instagram/mapper.ts';
import { lookIntoStore, type StoreRequest } from '../../../sites/store-look.ts';
import { versions } from '../../fixtures/instagram/media.ts';

type Look = (request: StoreRequest) => unknown[];
type Records = Record<string, Record<string, unknown>>;

/** As the browser runs it: rebuilt from its source text, so that a reference to anything outside fails. */
const look = new Function(`return (${lookIntoStore.toString()})`)() as Look;

const ref = (id: string) => ({ __ref: id });
const refs = (...ids: string[]) => ({ __refs: ids });
const storeOf = (records: Records) => ({
  getStore: () => ({
    getSource: () => ({ get: (id: string) => records[id], getRecordIDs: () => Object.keys(records) }),
  }),
});

/** Media of two posts as Relay normalises them. */
const instagram: Records = {
  'm:1': {
    __id: 'm:1',
    __typename: 'XDTMediaDict',
    code: 'DStore1',
    pk: '42',
    taken_at: 1_763_600_000,
    user: ref('u:1'),
    caption: ref('c:1'),
    image_versions2: ref('i:1'),
    'comment_count(live:true)': 3,
    like_count: 9,
    location: null,
    video_dash_manifest: 'x'.repeat(400_000),
  },
  'm:2': { __id: 'm:2', code: 'DStore2', user: ref('u:2'), caption: ref('c:2'), taken_at: 1 },
  'u:1': { __id: 'u:1', pk: '8', username: 'warga', friend: ref('u:1'), media: ref('m:1') },
  'u:2': { __id: 'u:2', pk: '9', username: 'lain' },
  'c:1': { __id: 'c:1', text: 'Jembatan goyang' },
  'c:2': { __id: 'c:2', text: 'Milik orang lain' },
  'i:1': { __id: 'i:1', candidates: refs('k:1', 'k:2') },
  ...Object.fromEntries(
    versions('7_7')
      .candidates.slice(0, 2)
      .map((one, i) => [`k:${i + 1}`, { __id: `k:${i + 1}`, ...one }]),
  ),
};

const facebook: Records = {
  feed: { __id: 'feed', __typename: 'Feed', edges: refs('s:1', 's:2') },
  's:1': {
    __id: 's:1',
    __typename: 'Story',
    post_id: '70001',
    'url(site:"www")': 'https://www.facebook.com/a/posts/70001',
    message: ref('t:1'),
    comet_sections: ref('x:1'),
    attached_story: ref('s:3'),
    comments: refs('q:1'),
  },
  's:2': { __id: 's:2', __typename: 'Story', post_id: '70002', message: ref('t:2') },
  's:3': { __id: 's:3', __typename: 'Story', post_id: '70003', message: ref('t:2') },
  't:1': { __id: 't:1', text: 'Air PDAM mati' },
  't:2': { __id: 't:2', text: 'Lain' },
  'x:1': { __id: 'x:1', content: ref('y:1') },
  'y:1': { __id: 'y:1', story: ref('s:1') },
  'q:1': { __id: 'q:1', __typename: 'Comment', id: 'q', body: ref('t:2') },
};

/** Hang a chain of fibers, innermost first, on an element of the page. */
function mount(...props: unknown[]): HTMLElement {
  document.body.innerHTML = '<article data-abc123><div><p>teks</p></div></article>';
  const post = document.querySelector('article') as HTMLElement;
  let parent: unknown = null;
  for (const memoizedProps of [...props].reverse()) parent = { memoizedProps, return: parent };
  Object.assign(post, { __reactFiber$x1: { memoizedProps: {}, return: parent } });
  return post;
}

const ask = (changes: Partial<StoreRequest> = {}) =>
  look({ site: 'instagram', marker: 'data-abc123', names: ['instagram:DStore1'], boxMs: 500, ...changes });

afterEach(() => {
  document.body.innerHTML = '';
});

describe('Instagram', () => {
  it('finds the post by its code and resolves it, ready for the mapper', () => {
    mount({ value: { environment: storeOf(instagram) } });
    const found = ask();
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ code: 'DStore1', comment_count: 3, user: { username: 'warga' } });
    expect(instagramMapper.mapRaw(found, 'store')).toMatchObject([
      {
        source: 'store',
        names: ['instagram:DStore1', 'instagram:pk:42'],
        author: { handle: 'warga' },
        text: 'Jembatan goyang',
        postedAt: 1_763_600_000_000,
        place: '',
        counts: { likes: 9, comments: 3 },
        photos: [{ width: 1440 }],
      },
    ]);
  });

  it('gives nothing of a post it was not asked for', () => {
    mount({ media: { __id: 'm:2' } }, { environment: storeOf(instagram) });
    expect(ask({ names: ['instagram:DElse01'] })).toEqual([]);
    expect(JSON.stringify(ask())).not.toContain('orang lain');
  });

  it('finds the environment in context, hooks and deeper elements', () => {
    const environment = storeOf(instagram);
    mount({});
    const post = document.querySelector('article') as HTMLElement;
    Object.assign(post, {
      __reactFiber$x1: {
        memoizedProps: null,
        return: null,
        dependencies: { firstContext: { memoizedValue: { environment } } },
      },
    });
    expect(ask()).toHaveLength(1);
    Object.assign(post, {
      __reactFiber$x1: {
        memoizedProps: null,
        return: null,
        memoizedState: { memoizedState: 1, next: { memoizedState: { current: environment } } },
      },
    });
    expect(ask()).toHaveLength(1);
    Reflect.deleteProperty(post, '__reactFiber$x1');
    Object.assign(post.querySelector('p') as HTMLElement, {
      __reactFiber$x1: { memoizedProps: { environment }, return: null },
    });
    expect(ask()).toHaveLength(1);
  });
});

describe('Facebook', () => {
  const askFb = (names: string[]) => ask({ site: 'facebook', names });

  it('takes the story nearest to the element when the DOM names none, not its neighbours or the shared one', () => {
    mount(
      { story: { __id: 's:1', __fragments: {} } },
      { edges: [{ __id: 's:2' }] },
      { environment: storeOf(facebook) },
    );
    const found = askFb([]);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      __typename: 'Story',
      post_id: '70001',
      url: 'https://www.facebook.com/a/posts/70001',
      message: { text: 'Air PDAM mati' },
      comet_sections: { content: { story: { __typename: 'Story', post_id: '70001' } } },
      attached_story: { post_id: '70003' },
      comments: [{ id: 'q' }],
    });
    expect((found[0] as Record<string, unknown>)['url(site:"www")']).toBeDefined();
  });

  it('takes the story of the id that the DOM names', () => {
    mount({}, { environment: storeOf(facebook) });
    expect(askFb(['facebook:70002'])).toMatchObject([{ post_id: '70002' }]);
    expect(askFb(['facebook:99999'])).toEqual([]);
  });
});

describe('a comment', () => {
  const records: Records = {
    ...facebook,
    'cm:1': {
      __id: 'cm:1',
      __typename: 'Comment',
      legacy_fbid: '8801',
      id: btoa('comment:70001_8801'),
      body: ref('t:2'),
      author: ref('p:1'),
    },
    'cm:2': { __id: 'cm:2', __typename: 'Comment', id: btoa('comment:70001_8802'), body: ref('t:1') },
    'p:1': { __id: 'p:1', __typename: 'User', id: '5', name: 'Bu Rini' },
    'x:9': { __id: 'x:9', pk: '17900', text: 'Lampu mati', user: ref('p:9'), created_at: 5 },
    'p:9': { __id: 'p:9', username: 'warga' },
    ...instagram,
  };

  it('is found by its number, with the post above, and no other comment', () => {
    mount({ comment: { __id: 'cm:2' } }, { environment: storeOf(records) });
    const found = ask({ site: 'facebook', names: ['facebook:comment:8801'], under: ['facebook:70001'] });
    expect(found).toMatchObject([
      { __typename: 'Story', post_id: '70001' },
      { __typename: 'Comment', legacy_fbid: '8801', author: { name: 'Bu Rini' }, body: { text: 'Lain' } },
    ]);
    const opaque = ask({ site: 'facebook', names: ['facebook:70001#8802'], under: [] });
    expect(opaque).toMatchObject([{ __typename: 'Comment', body: { text: 'Air PDAM mati' } }]);
  });

  it('is found on Instagram too', () => {
    mount({ comment: { __id: 'x:9' } }, { environment: storeOf(records) });
    const found = ask({ names: ['instagram:DStore1#17900'], under: ['instagram:DStore1'] });
    expect(found).toMatchObject([{ pk: '17900', user: { username: 'warga' } }, { code: 'DStore1' }]);
  });
});

describe('a reel that nothing names', () => {
  it('yields the media nearest to the element', () => {
    mount({ media: { __id: 'm:2' } }, { environment: storeOf(instagram) });
    expect(ask({ names: [] })).toMatchObject([{ code: 'DStore2' }]);
  });
});

describe('bounds', () => {
  it('gains a hostile page nothing: proxies, endless strings, cycles, forged records', () => {
    const endless = new Proxy({}, { get: (_, key) => (key === '__id' ? 'e' : endless), has: () => true });
    const loop: Record<string, unknown> = { __id: 'l', code: 'DStore1', taken_at: 1 };
    loop.self = loop;
    loop.again = { deeper: loop, list: [loop, loop] };
    const bomb = { __id: 'b', code: 'DStore1', taken_at: 1, caption: { text: 'x'.repeat(50_000_000) } };
    const getter = Object.defineProperty({ __id: 'g', code: 'DStore1', taken_at: 1 }, 'user', {
      enumerable: true,
      get() {
        throw new Error('no');
      },
    });
    for (const record of [endless, loop, bomb, getter]) {
      mount({ media: record }, { environment: storeOf({ 'm:1': record as Record<string, unknown> }) });
      const started = performance.now();
      const found = ask({ boxMs: 100 });
      expect(performance.now() - started).toBeLessThan(1500);
      expect(JSON.stringify(found).length).toBeLessThanOrEqual(300_010);
    }
    // A record that claims the post's code under another name yields layers that the merge compares with the page.
    mount({
      environment: storeOf({
        'm:1': { ...instagram['m:1'], user: ref('u:2') },
        'u:2': instagram['u:2'] ?? {},
      }),
    });
    expect(instagramMapper.mapRaw(ask(), 'store')).toMatchObject([{ author: { handle: 'lain' } }]);
  });

  it('knows a fiber by its shape when the key has another name', () => {
    const post = mount({ environment: storeOf(instagram) });
    Object.assign(post, { __renamed$7: (post as unknown as Record<string, unknown>).__reactFiber$x1 });
    Reflect.deleteProperty(post, '__reactFiber$x1');
    expect(ask()).toHaveLength(1);
  });

  it('answers nothing instead of failing', () => {
    expect(ask()).toEqual([]);
    mount({});
    expect(ask()).toEqual([]);
    mount({
      environment: {
        getStore: () => {
          throw new Error('no');
        },
      },
    });
    expect(ask()).toEqual([]);
    mount({
      environment: {
        getStore: () => ({
          getSource: () => ({
            get: () => {
              throw new Error('no');
            },
          }),
        }),
      },
    });
    expect(ask()).toEqual([]);
    expect(ask({ marker: '"]' })).toEqual([]);
  });

  it('stays under 300 kB, also in a dense and circular graph', () => {
    const records: Records = {
      'm:1': {
        __id: 'm:1',
        code: 'DStore1',
        taken_at: 1,
        all: refs(...Array.from({ length: 60 }, (_, i) => `n:${i}`)),
      },
    };
    for (let i = 0; i < 60; i++) {
      records[`n:${i}`] = {
        __id: `n:${i}`,
        text: 'x'.repeat(3000),
        all: refs(...Array.from({ length: 60 }, (_, k) => `n:${k}`)),
      };
    }
    mount({ environment: storeOf(records) });
    const started = performance.now();
    const found = ask({ boxMs: 200 });
    expect(performance.now() - started).toBeLessThan(1500);
    expect(JSON.stringify(found).length).toBeLessThanOrEqual(300_010);
  });

  it('writes nothing into page or store', () => {
    const post = mount({ environment: storeOf(structuredClone(instagram)) });
    const before = post.outerHTML;
    ask();
    expect(post.outerHTML).toBe(before);
  });

  it('survives minification', async () => {
    const { minify, transformWithOxc } = await import('vite');
    const { readFileSync } = await import('node:fs');
    const source = readFileSync('sites/store-look.ts', 'utf8');
    const { code } = await transformWithOxc(source, 'store-look.ts', { target: 'chrome123' });
    const { code: small } = await minify('store-look.js', code, {
      module: true,
      mangle: true,
      compress: true,
    });
    const body = small.replace(/export\s*\{[^}]*\};?/, '').replace(/\/\/# .*$/s, '');
    const name = /function (\w+)\(/.exec(body)?.[1];
    const rebuilt = new Function(`${body.replace(/^export /, '')};return ${name}.toString()`)() as string;
    const small2 = new Function(`return (${rebuilt})`)() as Look;
    mount({ environment: storeOf(instagram) });
    expect(
      small2({ site: 'instagram', marker: 'data-abc123', names: ['instagram:DStore1'], boxMs: 500 }),
    ).toHaveLength(1);
  });
});
