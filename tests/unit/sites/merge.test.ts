import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Layer } from '../../../complaints/reading.ts';
import { mergeLayers } from '../../../sites/merge.ts';

const LONG = 'Saluran air di belakang sekolah mampet sejak pekan lalu dan baunya masuk kelas.';
const instagram = {
  site: 'instagram' as const,
  surface: 'feed',
  pageUrl: 'https://www.instagram.com/',
  readAt: 5,
};
const facebook = {
  site: 'facebook' as const,
  surface: 'feed',
  pageUrl: 'https://www.facebook.com/',
  readAt: 5,
};
const photo = (file: string, width: number, host = 'a') => ({
  url: `https://${host}.cdninstagram.com/v/${file}_n.jpg?stp=${width}`,
  width,
  height: width,
  kind: 'photo' as const,
});

const dom: Layer = {
  source: 'dom',
  names: ['instagram:DAbc_1'],
  author: { handle: 'warga' },
  text: LONG.slice(0, 50),
  textCut: true,
  counts: { likes: 1200, comments: 7, approximate: true },
  photos: [photo('1_1', 640), photo('2_2', 640)],
};
const island: Layer = {
  source: 'island',
  names: ['instagram:DAbc_1', 'instagram:pk:99'],
  author: { handle: 'Warga', id: '8', name: 'Warga Teluk' },
  text: LONG,
  postedAt: 1000,
  place: '',
  counts: { likes: 1234, comments: 7 },
  photos: [photo('1_1', 1080), photo('2_2', 320), photo('3_3', 1080)],
};

describe('one post', () => {
  it('takes what is richer: whole text, exact counts, larger and more photos', () => {
    const capture = mergeLayers(dom, [island], instagram);
    expect(capture.identity).toEqual({
      key: 'instagram:DAbc_1',
      aliases: ['instagram:DAbc_1', 'instagram:pk:99'],
      permalink: 'https://www.instagram.com/p/DAbc_1/',
    });
    expect(capture.text).toEqual({ value: LONG, source: 'island' });
    expect(capture.author).toMatchObject({ value: { handle: 'Warga', id: '8', name: 'Warga Teluk' } });
    expect(capture.counts).toEqual({ value: { likes: 1234, comments: 7 }, source: 'island' });
    expect(capture.photos).toMatchObject({
      value: [{ width: 1080 }, { width: 640 }, { width: 1080 }],
      source: 'island',
    });
    expect(capture.place).toEqual({ value: '', source: 'island' });
    expect(capture.dropped).toEqual([]);
  });

  it('says why it could not read', () => {
    const capture = mergeLayers({ ...dom, photos: undefined, counts: undefined }, [], instagram);
    expect(capture.text).toEqual({ unreadable: 'only-partly' });
    expect(capture.postedAt).toEqual({ unreadable: 'not-on-page' });
    expect(capture.photos).toEqual({ unreadable: 'not-on-page' });
    const hidden = mergeLayers(dom, [{ ...island, countsHidden: true }], instagram);
    expect(hidden.counts).toEqual({ unreadable: 'hidden' });
    const differing = mergeLayers({ ...dom, postedAt: 2000 }, [island], instagram);
    expect(differing.postedAt).toEqual({ unreadable: 'contradiction' });
  });

  it('reports how many photos there are when not all are offered', () => {
    expect(mergeLayers({ ...dom, photoTotal: 4 }, [], instagram).photoTotal).toBe(4);
    expect(mergeLayers({ ...dom, photoTotal: 3 }, [island], instagram).photoTotal).toBeUndefined();
  });

  it('has no identity when the DOM was read across two posts', () => {
    expect(
      mergeLayers({ ...dom, names: ['instagram:DAbc_1', 'instagram:DAbc_2'] }, [], instagram).identity,
    ).toBeNull();
  });

  it('has no identity from an alias alone', () => {
    const names = ['facebook:pfbid0abcdef'];
    expect(mergeLayers({ source: 'dom', names }, [], facebook).identity).toBeNull();
    expect(mergeLayers({ source: 'dom', names: [] }, [], facebook).identity).toBeNull();
  });
});

describe('layers of another post', () => {
  it('drops and lists one that shares a name and contradicts the identity', () => {
    const bad = { ...island, names: ['instagram:DOther', 'instagram:pk:99'] };
    const capture = mergeLayers({ ...dom, names: [...dom.names, 'instagram:pk:99'] }, [bad], instagram);
    expect(capture.dropped).toEqual(['island']);
    expect(capture.text).toEqual({ unreadable: 'only-partly' });
    expect(capture.identity?.aliases).not.toContain('instagram:DOther');
  });

  it('believes nothing but the name of a node that was read while another post came into it', () => {
    const capture = mergeLayers(dom, [{ ...island, author: { handle: 'orang.lain' } }], instagram);
    expect(capture.identity?.key).toBe('instagram:DAbc_1');
    for (const field of ['author', 'text', 'postedAt', 'counts', 'photos'] as const) {
      expect(capture[field], field).toEqual({ unreadable: 'contradiction' });
    }
  });

  it('knows those who published it together for one post', () => {
    const joint: Layer = { ...island, author: { handle: 'pemilik' }, coAuthors: ['Warga'] };
    const capture = mergeLayers(dom, [joint], instagram);
    expect(capture.dropped).toEqual([]);
    expect(capture.text).toEqual({ value: LONG, source: 'island' });
  });

  it('keeps the good layer beside the bad one', () => {
    const bad: Layer = { ...island, source: 'store', author: { handle: 'orang.lain' }, text: 'lain' };
    const capture = mergeLayers(dom, [bad, island], instagram);
    expect(capture.text).toEqual({ value: LONG, source: 'island' });
    expect(capture.dropped).toEqual(['store']);
  });

  it('believes neither of two that contradict each other where the DOM cannot tell', () => {
    const nameless: Layer = { source: 'dom', names: ['instagram:DAbc_1'] };
    const other: Layer = { ...island, source: 'store', author: { handle: 'orang.lain' }, text: 'lain' };
    const capture = mergeLayers(nameless, [island, other], instagram);
    expect(capture.text).toEqual({ unreadable: 'not-on-page' });
    expect(capture.dropped.sort()).toEqual(['island', 'store']);
  });

  it('takes a photo’s name for no proof when neither author nor words can be compared', () => {
    const post: Layer = { source: 'dom', names: ['facebook:photo:555'], postedAt: 1000 };
    const other: Layer = { source: 'store', names: ['facebook:70001', 'facebook:photo:555'], text: LONG };
    const capture = mergeLayers(post, [other], facebook);
    expect(capture.identity).toBeNull();
    expect(capture.text).toEqual({ unreadable: 'not-on-page' });
  });

  it('does not take a reshare for the post because of the shared photo', () => {
    const post: Layer = { source: 'dom', names: ['facebook:photo:555'], author: { id: '1' }, text: LONG };
    const reshare: Layer = {
      source: 'store',
      names: ['facebook:70001', 'facebook:photo:555'],
      author: { id: '2' },
      text: 'Tolong!',
    };
    expect(mergeLayers(post, [reshare], facebook).identity).toBeNull();
    const own: Layer = {
      source: 'store',
      names: ['facebook:70002', 'facebook:photo:555'],
      author: { id: '1' },
      text: LONG,
    };
    expect(mergeLayers(post, [reshare, own], facebook).identity?.key).toBe('facebook:70002');
  });
});

describe('a post that the DOM does not name', () => {
  const nameless: Layer = {
    source: 'dom',
    names: [],
    author: { id: '1' },
    text: LONG.slice(0, 60),
    textCut: true,
  };
  const story = (id: string, changes: Partial<Layer> = {}): Layer => ({
    source: 'store',
    names: [`facebook:${id}`],
    author: { id: '1', handle: 'warga' },
    text: LONG,
    ...changes,
  });

  it('is named by author and 40 characters of text', () => {
    expect(mergeLayers(nameless, [story('70001')], facebook).identity?.key).toBe('facebook:70001');
    expect(
      mergeLayers(nameless, [story('70001'), story('70001', { source: 'island' })], facebook).identity?.key,
    ).toBe('facebook:70001');
  });

  it.each([
    ['two posts match', [story('70001'), story('70002')]],
    ['a second match has no name', [story('70001'), story('70002', { names: [] })]],
    ['the author is another', [story('70001', { author: { id: '2' } })]],
    ['the author is unknown', [story('70001', { author: { name: 'Warga' } })]],
    ['the text goes another way', [story('70001', { text: `${LONG.slice(0, 45)} lain` })]],
    ['the layer’s text is short and whole', [story('70001', { text: LONG.slice(0, 50) })]],
  ])('stays unnamed when %s', (_, layers) => {
    const capture = mergeLayers(nameless, layers, facebook);
    expect(capture.identity).toBeNull();
    expect(capture.text).toEqual({ unreadable: 'only-partly' });
  });

  it('stays unnamed when the time or the photos are another post’s', () => {
    const known = { ...nameless, postedAt: 5000, photos: [photo('1_1', 10)] };
    expect(mergeLayers(known, [story('70001', { postedAt: 6000 })], facebook).identity).toBeNull();
    expect(
      mergeLayers(known, [story('70001', { photos: [photo('9_9', 10)] })], facebook).identity,
    ).toBeNull();
    const [a, b] = [story('70001', { postedAt: 5000 }), story('70002', { postedAt: 5060 })];
    expect(mergeLayers(known, [b, a], facebook).identity?.key).toBe('facebook:70001');
  });

  it('takes 39 characters for no proof', () => {
    const short = LONG.slice(0, 39);
    expect(
      mergeLayers({ ...nameless, text: short, textCut: false }, [story('70001', { text: short })], facebook)
        .identity,
    ).toBeNull();
    const enough = LONG.slice(0, 40);
    expect(
      mergeLayers({ ...nameless, text: enough, textCut: false }, [story('70001', { text: enough })], facebook)
        .identity?.key,
    ).toBe('facebook:70001');
  });
});

/** Posts of a small world: few authors, few texts, posts within a minute, so that everything collides. */
interface Truth {
  id: string;
  author: string;
  text: string;
  postedAt: number;
  file: string;
  likes: number;
}

const truths = fc
  .array(
    fc.record({
      author: fc.constantFrom('81', '82'),
      text: fc.constantFrom(LONG, `${LONG} Mohon dicek.`, 'Singkat saja', ''),
      minute: fc.integer({ min: 0, max: 2 }),
      likes: fc.integer({ min: 0, max: 5000 }),
    }),
    { minLength: 2, maxLength: 5 },
  )
  .map((posts) =>
    posts.map(
      (post, index): Truth => ({
        id: String(70_001 + index),
        author: post.author,
        text: post.text,
        postedAt: post.minute * 20_000 + index * 1000,
        file: `${index}_${index}`,
        likes: post.likes,
      }),
    ),
  );

/** What a layer happens to know of a post. */
const knows = fc.record({
  strong: fc.boolean(),
  alias: fc.boolean(),
  author: fc.boolean(),
  text: fc.constantFrom('whole', 'cut', 'none'),
  time: fc.boolean(),
  photo: fc.boolean(),
  counts: fc.constantFrom('exact', 'rounded', 'none'),
});
type Knows = typeof knows extends fc.Arbitrary<infer T> ? T : never;

function layerOf(post: Truth, known: Knows, source: Layer['source'], site: 'instagram' | 'facebook'): Layer {
  const names: string[] = [];
  if (known.strong) names.push(site === 'facebook' ? `facebook:${post.id}` : `instagram:DP${post.id}`);
  if (known.alias) names.push(site === 'facebook' ? `facebook:pfbid0${post.id}` : `instagram:pk:${post.id}`);
  const layer: Layer = { source, names };
  if (known.author) layer.author = { id: post.author, handle: `akun${post.author}` };
  if (known.text === 'whole') layer.text = post.text;
  if (known.text === 'cut' && post.text.length > 50)
    Object.assign(layer, { text: post.text.slice(0, 50), textCut: true });
  if (known.time) layer.postedAt = post.postedAt;
  if (known.photo) layer.photos = [photo(post.file, 640)];
  if (known.counts === 'exact') layer.counts = { likes: post.likes };
  if (known.counts === 'rounded')
    layer.counts = { likes: Math.round(post.likes / 100) * 100, approximate: true };
  return layer;
}

describe('property: the result is the DOM’s post or unreadable', () => {
  const scene = fc.record({
    site: fc.constantFrom('instagram' as const, 'facebook' as const),
    posts: truths,
    dom: knows,
    others: fc.array(
      fc.record({
        of: fc.nat(4),
        knows,
        source: fc.constantFrom('island' as const, 'store' as const, 'meta' as const),
      }),
      { maxLength: 7 },
    ),
    /** Layers patched together from two posts, as a recycled node or a stale cache would yield. */
    mixed: fc.array(fc.record({ name: fc.nat(4), rest: fc.nat(4), knows }), { maxLength: 3 }),
  });

  function build({
    site,
    posts,
    dom,
    others,
    mixed,
  }: typeof scene extends fc.Arbitrary<infer T> ? T : never) {
    const pick = (index: number) => posts[index % posts.length] as Truth;
    const shown = pick(0);
    // A post that the DOM does not name carries at least its photo, as every Instagram post and most others do.
    const domLayer = layerOf(
      shown,
      { ...dom, photo: dom.photo || !dom.strong, time: dom.time || !dom.strong },
      'dom',
      site,
    );
    const layers = others.map((other) =>
      layerOf(pick(other.of), { ...other.knows, photo: true, time: true }, other.source, site),
    );
    for (const mix of mixed) {
      const [name, rest] = [pick(mix.name), pick(mix.rest)];
      if (name.author === rest.author) continue;
      // The shown post's own words under another's name: nothing but a name in the DOM can expose that.
      if (rest === shown && !dom.strong) continue;
      // Names of one, everything else of another author: the author gives it away.
      const body = layerOf(rest, { ...mix.knows, author: true, strong: false, alias: false }, 'store', site);
      const head = layerOf(name, { ...mix.knows, strong: true }, 'store', site);
      layers.push({ ...body, names: head.names });
    }
    return { site, shown, domLayer, layers };
  }

  function check(input: ReturnType<typeof build>) {
    const { site, shown, domLayer, layers } = input;
    const capture = mergeLayers(domLayer, layers, site === 'instagram' ? instagram : facebook);
    const key = site === 'facebook' ? `facebook:${shown.id}` : `instagram:DP${shown.id}`;
    const alias = site === 'facebook' ? `facebook:pfbid0${shown.id}` : `instagram:pk:${shown.id}`;
    if (capture.identity) {
      expect(capture.identity.key).toBe(key);
      for (const name of capture.identity.aliases) expect([key, alias]).toContain(name);
    } else {
      expect(domLayer.names).not.toContain(key);
    }
    if ('value' in capture.text) expect(capture.text.value).toBe(shown.text);
    if ('value' in capture.postedAt) expect(capture.postedAt.value).toBe(shown.postedAt);
    if ('value' in capture.author)
      expect(capture.author.value).toEqual({ id: shown.author, handle: `akun${shown.author}` });
    if ('value' in capture.photos)
      expect(capture.photos.value.map((one) => one.url)).toEqual([photo(shown.file, 640).url]);
    if ('value' in capture.counts) {
      const { likes, approximate } = capture.counts.value;
      expect(likes).toBe(approximate ? Math.round(shown.likes / 100) * 100 : shown.likes);
    }
    return capture;
  }

  it('holds for any layers in any order', () => {
    fc.assert(
      fc.property(
        // Only mixtures that the DOM's own author exposes are generated with a DOM that knows its author.
        scene.filter((input) => input.mixed.length === 0 || input.dom.author),
        (input) => {
          check(build(input));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('does not depend on the order of the layers', () => {
    fc.assert(
      fc.property(scene, fc.integer(), (input, seed) => {
        const { site, domLayer, layers } = build(input);
        const context = site === 'instagram' ? instagram : facebook;
        const turned = layers
          .map((layer, index) => ({ layer, at: (index * 7919 + seed) % 13 }))
          .sort((a, b) => a.at - b.at);
        const first = mergeLayers(domLayer, layers, context);
        const second = mergeLayers(
          domLayer,
          turned.map(({ layer }) => layer),
          context,
        );
        expect(second.identity?.key).toBe(first.identity?.key);
        expect('value' in second.text ? second.text.value : null).toBe(
          'value' in first.text ? first.text.value : null,
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('loses nothing that a layer of the same name tells', () => {
    fc.assert(
      fc.property(scene, (input) => {
        const { site, shown, domLayer } = build({ ...input, mixed: [], others: [] });
        const all: Knows = {
          strong: true,
          alias: true,
          author: true,
          text: 'whole',
          time: true,
          photo: true,
          counts: 'exact',
        };
        if (domLayer.names.length === 0) return;
        const capture = mergeLayers(
          domLayer,
          [layerOf(shown, all, 'store', site)],
          site === 'instagram' ? instagram : facebook,
        );
        expect(
          [capture.text, capture.author, capture.postedAt, capture.photos, capture.counts].every(
            (field) => 'value' in field,
          ),
        ).toBe(true);
      }),
    );
  });
});
