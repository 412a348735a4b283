// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { instagramFinder as finder } from '../../../sites/instagram/finder.ts';
import { instagramMapper as mapper } from '../../../sites/instagram/mapper.ts';
import { mergeLayers } from '../../../sites/merge.ts';
import { island } from '../../fixtures/instagram/media.ts';
import * as part from '../../fixtures/instagram/parts.ts';
import { emptySlot, reel, reelsPage, slot } from '../../fixtures/instagram/reels.ts';

const at = (path: string) => new URL(path, 'https://www.instagram.com');
const load = (html: string, ...items: unknown[]) =>
  new DOMParser().parseFromString(html + (items.length > 0 ? island(...items) : ''), 'text/html');
const A = '610000001_1_1';
const B = '610000002_2_2';
const long = 'Jalan provinsi di depan pasar rusak berat sejak bulan lalu';
const viewer = reelsPage(slot('warga.teluk', A), slot('ibu_rt_05', B, long), emptySlot);

describe('slots', () => {
  it.each(['/reels/', '/reels/DReelA1/', '/reel/DReelA1/', '/warga.teluk/reel/DReelA1/'])(
    'one each at %s, none for empty ones',
    (path) => {
      const document = load(viewer);
      const slots = finder.findPosts(document, at(path));
      expect(slots.map((each) => finder.authorLabel(each))).toEqual(['warga.teluk', 'ibu_rt_05']);
      for (const each of slots) {
        const anchor = finder.anchor(each, at(path));
        expect(anchor?.container.className).toBe('column');
        expect(each.contains(anchor?.container as Element)).toBe(true);
        expect(finder.findPosts(each, at(path))).toContain(each);
      }
    },
  );

  it.each([
    ['no mark', (html: string) => html.replace(/ data-virtualized="[^"]*"/g, '')],
    ['other hearts', (html: string) => html.replaceAll('M16.792 3.904', 'M1 1')],
    ['no known icon', (html: string) => html.replace(/ (d|points)="[^"]*"/g, ' $1="M1 1"')],
    ['no role', (html: string) => html.replace(/ role="[^"]*"/g, '')],
    ['no label', (html: string) => html.replace(/ (aria-\w+|alt)="[^"]*"/g, '')],
    ['no class', (html: string) => html.replace(/ class="[^"]*"/g, '')],
  ])('with %s they are found all the same', (_, drift) => {
    const slots = finder.findPosts(load(drift(viewer)), at('/reels/'));
    expect(slots.map((each) => finder.authorLabel(each))).toEqual(['warga.teluk', 'ibu_rt_05']);
    expect(slots.every((each) => finder.anchor(each, at('/reels/')))).toBe(true);
  });

  it('one each where the mark is gone and only an empty slot’s heart is as it was: none over all of them', () => {
    const bare = viewer.replace(/ data-virtualized="[^"]*"/g, '').replace(/<img alt="" [^>]*>/g, '');
    const last = bare.lastIndexOf('M16.792 3.904');
    const page = bare.slice(0, last).replaceAll('M16.792 3.904', 'M34.6 3.1') + bare.slice(last);
    for (const path of ['/reels/', '/reels/DReelA1/']) {
      const found = finder.findPosts(load(page), at(path));
      expect(found.map((each) => finder.authorLabel(each))).toEqual(['warga.teluk', 'ibu_rt_05']);
    }
    for (const path of ['/reel/DReelA1/', '/p/DReelA1/'])
      for (const post of finder.findPosts(load(page), at(path)))
        expect(post.querySelectorAll('.column').length).toBe(1);
  });

  it('one each where the drawings have words as well, in a viewer without marks', () => {
    const said = viewer
      .replace(/ data-virtualized="[^"]*"/g, '')
      .replaceAll(part.heart(), part.heart().replace('<svg', '<svg aria-label="Suka"'));
    expect(finder.findPosts(load(said), at('/reels/DReelA1/'))).toHaveLength(2);
  });

  it('none for an advertisement, none on other pages', () => {
    const ad = reelsPage(
      slot('toko', A, 'Beli', '<a href="https://www.facebook.com/ads/ig_redirect/?d=1">Beli</a>'),
      slot('toko2', B, 'Beli', '<span>Bersponsor</span>'),
    );
    expect(finder.findPosts(load(ad), at('/reels/'))).toEqual([]);
    for (const path of ['/', '/warga.teluk/', '/explore/', '/direct/inbox/'])
      expect(finder.findPosts(load(viewer), at(path))).toEqual([]);
  });
});

describe('identity', () => {
  const namesOf = (document: Document, path = '/reels/DReelA1/') =>
    finder.findPosts(document, at(path)).map((each) => finder.names(each, at(path)));

  it('is proved by the file of the cover alone, not by the address', () => {
    expect(namesOf(load(viewer))).toEqual([[], []]);
    expect(namesOf(load(viewer, reel('DReelA1', 'warga.teluk', A)))).toEqual([['instagram:DReelA1'], []]);
    expect(namesOf(load(viewer, reel('DReelB2', 'ibu_rt_05', B)), '/reels/DReelA1/')).toEqual([
      [],
      ['instagram:DReelB2'],
    ]);
  });

  it('is not claimed for another author, nor when two posts have the file', () => {
    expect(namesOf(load(viewer, reel('DReelA1', 'orang.lain', A)))).toEqual([[], []]);
    expect(
      namesOf(load(viewer, reel('DReelA1', 'warga.teluk', A), reel('DReelX9', 'warga.teluk', A))),
    ).toEqual([[], []]);
  });

  it('follows a slot that is used again', () => {
    const document = load(
      viewer,
      reel('DReelA1', 'warga.teluk', A),
      reel('DReelC3', 'warga.teluk', '610000003_3_3'),
    );
    const [first] = finder.findPosts(document, at('/reels/'));
    expect(finder.names(first as Element, at('/reels/'))).toEqual(['instagram:DReelA1']);
    first?.querySelector('img')?.setAttribute('src', `${part.CDN}/610000003_3_3_n.jpg`);
    expect(finder.names(first as Element, at('/reels/'))).toEqual(['instagram:DReelC3']);
    first?.querySelector('img')?.setAttribute('src', `${part.CDN}/610000009_9_9_n.jpg`);
    expect(finder.names(first as Element, at('/reels/'))).toEqual([]);
  });

  it('may come from the page’s store, when author, words and cover agree', () => {
    const [, second] = finder.findPosts(load(viewer), at('/reels/'));
    const dom = finder.readDom(second as Element, at('/reels/'));
    expect(dom).toMatchObject({
      names: [],
      text: long,
      author: { handle: 'ibu_rt_05' },
      counts: { likes: 1200, comments: 34 },
    });
    const merge = (raw: unknown) =>
      mergeLayers(dom, mapper.mapRaw([raw], 'store'), {
        site: 'instagram',
        surface: 'reels',
        pageUrl: 'https://www.instagram.com/reels/',
        readAt: 1,
      });
    const caption = { text: long };
    expect(merge(reel('DReelB2', 'ibu_rt_05', B, { caption })).identity?.key).toBe('instagram:DReelB2');
    expect(merge(reel('DReelB2', 'orang.lain', B, { caption })).identity).toBeNull();
    expect(merge(reel('DReelB2', 'ibu_rt_05', '610000007_7_7', { caption })).identity).toBeNull();
    expect(merge(reel('DReelB2', 'ibu_rt_05', B, { caption: { text: 'Lain' } })).identity).toBeNull();
  });
});

it('reads what a slot shows: cut words, cover, no time, no picture of the sound', () => {
  const more = '<span aria-hidden="true">… selengkapnya</span>';
  const [post] = finder.findPosts(
    load(reelsPage(slot('warga.teluk', A, 'Banjir lagi', more))),
    at('/reels/'),
  );
  expect(finder.readDom(post as Element, at('/reels/'))).toEqual({
    source: 'dom',
    names: [],
    author: { handle: 'warga.teluk' },
    text: 'Banjir lagi',
    textCut: true,
    counts: { likes: 1200, comments: 34, approximate: true },
    photos: [{ url: `${part.CDN}/${A}_n.jpg?stp=x`, kind: 'video-cover' }],
  });
});
