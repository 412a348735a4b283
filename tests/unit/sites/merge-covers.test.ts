import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Layer, PhotoOffer } from '../../../complaints/reading.ts';
import { mergeLayers } from '../../../sites/merge.ts';

/** A slot of the reels viewer: no name, no time, few words; the store or an island knows the reel. */
const reels = {
  site: 'instagram' as const,
  surface: 'reels',
  pageUrl: 'https://www.instagram.com/reels/',
  readAt: 5,
};
const facebook = { ...reels, site: 'facebook' as const, pageUrl: 'https://www.facebook.com/watch/' };
const cover = (file: string, width = 640, kind: PhotoOffer['kind'] = 'video-cover'): PhotoOffer => ({
  url: `https://a.cdninstagram.com/v/t51.71878-15/${file}_n.jpg?stp=${width}`,
  width,
  kind,
});
const FILE = '610000001_710000002_810000003';
const slot: Layer = {
  source: 'dom',
  names: [],
  author: { handle: 'warga.muara' },
  text: 'Banjir lagi',
  textCut: true,
  photos: [cover(FILE, 360)],
};
const reel = (code: string, changes: Partial<Layer> = {}): Layer => ({
  source: 'store',
  names: [`instagram:${code}`, `instagram:pk:9${code.length}`],
  permalink: `https://www.instagram.com/p/${code}/`,
  author: { handle: 'warga.muara', id: '81' },
  text: 'Banjir lagi di Muara Kenanga, sudah dua hari',
  postedAt: 7000,
  photos: [cover(FILE, 1080)],
  ...changes,
});
const keyOf = (dom: Layer, ...layers: Layer[]) => mergeLayers(dom, layers, reels).identity?.key;

describe('a reel that nothing names', () => {
  it('is known by its author and the file of its cover, however few its words', () => {
    const capture = mergeLayers(slot, [reel('DReelA1')], reels);
    expect(capture.identity?.key).toBe('instagram:DReelA1');
    expect(capture.text).toMatchObject({ value: 'Banjir lagi di Muara Kenanga, sudah dua hari' });
    expect(capture.postedAt).toMatchObject({ value: 7000 });
    const silent: Layer = { ...slot };
    delete silent.text;
    expect(keyOf(silent, reel('DReelA1', { text: '' }))).toBe('instagram:DReelA1');
    expect(keyOf(slot, reel('DReelA1'), reel('DReelA1', { source: 'island' }))).toBe('instagram:DReelA1');
  });

  it.each<[string, Layer, Layer[]]>([
    ['the author is another', slot, [reel('DReelA1', { author: { handle: 'tetangga', id: '82' } })]],
    ['the slot shows no author', { ...slot, author: {} }, [reel('DReelA1')]],
    ['the file is another', slot, [reel('DReelA1', { photos: [cover('610000009_1_1')] })]],
    ['the words go another way', slot, [reel('DReelA1', { text: 'Lampu jalan padam' })]],
    ['the words are shorter than what is shown', slot, [reel('DReelA1', { text: 'Banjir' })]],
    [
      'the slot shows no words of those that there are',
      { ...slot, text: undefined, textCut: undefined },
      [reel('DReelA1')],
    ],
    ['nobody knows the words', slot, [{ ...reel('DReelA1'), text: undefined }]],
    ['two reels have the file', slot, [reel('DReelA1'), reel('DReelB2')]],
    ['it is one of several pictures', slot, [reel('DReelA1', { photos: [cover(FILE), cover('620000001')] })]],
    ['the slot shows two', { ...slot, photos: [cover(FILE), cover('620000001')] }, [reel('DReelA1')]],
    ['it is a photo', { ...slot, photos: [cover(FILE, 9, 'photo')] }, [reel('DReelA1')]],
    [
      'the file’s name says nothing',
      { ...slot, photos: [cover('cover')] },
      [reel('DReelA1', { photos: [cover('cover')] })],
    ],
    ['the other side has no name', slot, [reel('DReelA1', { names: [] })]],
    ['it is a comment', slot, [reel('DReelA1', { names: ['instagram:DReelA1#17890000000000001'] })]],
  ])('stays unknown when %s', (_, dom, layers) => {
    const capture = mergeLayers(dom, layers, reels);
    expect(capture.identity).toBeNull();
    expect(capture.text).toEqual({ unreadable: dom.text ? 'only-partly' : 'not-on-page' });
    expect(capture.postedAt).toEqual({ unreadable: 'not-on-page' });
  });

  it('is never overruled: a name of its own counts, not the cover', () => {
    expect(keyOf({ ...slot, names: ['instagram:DOwn77'] }, reel('DReelA1'))).toBe('instagram:DOwn77');
    const capture = mergeLayers({ ...slot, names: ['instagram:DOwn77'] }, [reel('DReelA1')], reels);
    expect(capture.postedAt).toEqual({ unreadable: 'not-on-page' });
  });

  it('not on Facebook, where one film stands in many posts', () => {
    const story = reel('x', { names: ['facebook:700010001'] });
    expect(mergeLayers(slot, [story], facebook).identity).toBeNull();
  });
});

/** Reels of a small world: two authors, three covers that may come twice, words that begin alike. */
const world = fc.array(
  fc.record({
    author: fc.constantFrom('warga.muara', 'bu.camat'),
    file: fc.constantFrom('610000001_1_1', '620000002_2_2', '630000003_3_3'),
    text: fc.constantFrom('Banjir lagi', 'Banjir lagi di Muara', 'Lampu padam', ''),
  }),
  { minLength: 1, maxLength: 6 },
);

describe('property: a slot gets its own reel or none', () => {
  it('for any reels in any order, known in part', () => {
    const knows = fc.record({ text: fc.boolean(), time: fc.boolean(), photo: fc.boolean() });
    let named = 0;
    fc.assert(
      fc.property(
        world,
        fc.record({ author: fc.boolean(), text: fc.constantFrom('whole', 'cut', 'none') }),
        fc.array(fc.record({ of: fc.nat(5), source: fc.constantFrom('store', 'island'), knows }), {
          maxLength: 6,
        }),
        (posts, shows, told) => {
          const [own] = posts;
          if (!own) return;
          const dom: Layer = { source: 'dom', names: [], photos: [cover(own.file, 360)] };
          if (shows.author) dom.author = { handle: own.author };
          if (shows.text === 'whole') dom.text = own.text;
          if (shows.text === 'cut' && own.text)
            Object.assign(dom, { text: own.text.slice(0, 6), textCut: true });
          const layers = told.map(({ of, source, knows: known }): Layer => {
            const index = of % posts.length;
            const post = posts[index] ?? own;
            return {
              source: source === 'store' ? 'store' : 'island',
              names: [`instagram:DReel${index}`],
              author: { handle: post.author, name: `Nama ${index}` },
              ...(known.text ? { text: post.text } : {}),
              ...(known.time ? { postedAt: 1000 + index } : {}),
              ...(known.photo ? { photos: [cover(post.file, 1080)] } : {}),
            };
          });
          const capture = mergeLayers(dom, layers, reels);
          if (!capture.identity) {
            expect(capture.postedAt).toEqual({ unreadable: 'not-on-page' });
            return;
          }
          named += 1;
          const index = Number(capture.identity.key.replace('instagram:DReel', ''));
          // Whatever named it has the slot's author and cover, and is the only one that was told of to have them.
          expect(posts[index]).toMatchObject({ author: own.author, file: own.file });
          expect(shows.author).toBe(true);
          const rivals = layers.filter(
            (layer) =>
              layer.author?.handle === own.author && layer.photos?.[0]?.url === cover(own.file, 1080).url,
          );
          const fits = rivals.filter(
            (layer) => layer.text === undefined || dom.text === undefined || layer.text.startsWith(dom.text),
          );
          if (shows.text !== 'whole') expect(new Set(fits.map(({ names: [name] }) => name)).size).toBe(1);
          if ('value' in capture.author) expect(capture.author.value.name).toBe(`Nama ${index}`);
          if ('value' in capture.postedAt) expect(capture.postedAt.value).toBe(1000 + index);
          if ('value' in capture.text) expect(capture.text.value).toBe(posts[index]?.text);
        },
      ),
      { numRuns: 4000 },
    );
    expect(named).toBeGreaterThan(100);
  });
});
