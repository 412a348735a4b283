// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { instagramFinder as finder } from '../../../sites/instagram/finder.ts';
import { island, media, slides } from '../../fixtures/instagram/media.ts';
import * as surfaces from '../../fixtures/instagram/surfaces.ts';

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const at = (path: string) => new URL(path, 'https://www.instagram.com');
const postsOf = (html: string, path: string) => finder.findPosts(parse(html), at(path));

describe('surfaces', () => {
  it.each([
    ['/', 'feed'],
    ['/?variant=following', 'feed'],
    ['/p/DElse12_-x/', 'post'],
    ['/warga.teluk/p/DElse12_-x/?img_index=2', 'post'],
    ['/reel/DAbc12/', 'post'],
    ['/warga/reel/DAbc12/', 'post'],
    ['/p/DAbc12/c/1789/', 'post'],
    ['/tv/DAbc12/', 'post'],
    ['/reels/DAbc12/', 'reels'],
    ['/reels/', 'reels'],
    ['/reels/audio/123456/', null],
    ['/warga.teluk/reels/', null],
    ['/warga.teluk/saved/all-posts/', null],
    ['/warga.teluk/tagged/', null],
    ['/explore/locations/7001/taman/', null],
    ['/popular/jalan/', null],
    ['/share/p/BAbc123/', null],
    ['/accounts/feed/', null],
    ['/checkpoint/', null],
    ['/consent/', null],
    ['/auth_platform/codeentry/', null],
    ['/warga.teluk/', null],
    ['/explore/', null],
    ['/explore/tags/jalan/', null],
    ['/stories/warga/123/', null],
    ['/direct/inbox/', null],
    ['/accounts/login/', null],
    ['/challenge/', null],
  ])('%s is %s', (path, surface) => {
    expect(finder.surfaceOf(at(path))).toBe(surface);
    expect(finder.findPosts(parse(surfaces.feed), at(path)).length > 0).toBe(surface === 'feed');
  });
});

describe('home feed', () => {
  const posts = postsOf(surfaces.feed, '/');
  const [plain, carousel] = posts;

  it('finds posts only: no advertisement, suggestion, skeleton or story', () => {
    expect(posts.map((post) => post.id)).toEqual(['plain', 'carousel']);
  });

  it('finds a post from a node that is added inside it', () => {
    const document = parse(surfaces.feed);
    const inner = document.querySelector('#plain .media');
    expect(finder.findPosts(inner as Element, at('/')).map((post) => post.id)).toEqual(['plain']);
    expect(finder.findPosts(document.querySelector('#skeleton div') as Element, at('/'))).toEqual([]);
  });

  it('reads a post whose text is cut and whose counts are rounded', () => {
    expect(finder.readDom(plain as Element, at('/'))).toEqual({
      source: 'dom',
      names: ['instagram:DAbc_dE1-x'],
      permalink: 'https://www.instagram.com/p/DAbc_dE1-x/',
      author: { handle: 'warga.teluk' },
      text: 'Jalan berlubang di depan pasar\nsudah sebulan #jalan',
      textCut: true,
      postedAt: Date.UTC(2026, 10, 20, 3, 4, 5),
      place: 'Taman Kota Teluk',
      counts: { likes: 1200, comments: 34, approximate: true },
      photos: [
        {
          url: 'https://scontent.cdninstagram.com/v/t51.82787-15/111_222_333_n.jpg?stp=dst-jpg_e35&oh=1&oe=2',
          kind: 'photo',
        },
      ],
    });
  });

  it('reads a carousel: the slides in the DOM, and how many dots there are; likes exact from the likers', () => {
    const layer = finder.readDom(carousel as Element, at('/'));
    expect(layer.photos?.map((photo) => /(\d+_\d+_\d+)_n/.exec(photo.url)?.[1])).toEqual([
      '201_1_1',
      '202_2_2',
    ]);
    expect(layer).toMatchObject({ photoTotal: 4, counts: { likes: 33604 }, text: 'Lampu mati di gang dua' });
    expect(layer.textCut).toBeUndefined();
    expect(layer.counts?.approximate).toBeUndefined();
  });

  it('puts the button before the bookmark', () => {
    for (const post of posts) {
      const anchor = finder.anchor(post, at('/'));
      expect(anchor?.container.className).toBe('bar');
      expect(anchor?.before?.className).toBe('save');
    }
  });

  it('reads names now, not as they were: a recycled node is another post', () => {
    const [post] = postsOf(surfaces.feed, '/');
    const link = (post as Element).querySelector('a[href^="/p/"]') as Element;
    link.setAttribute('href', '/p/DRecyc1ed/');
    expect(finder.names(post as Element, at('/'))).toEqual(['instagram:DRecyc1ed']);
  });

  it('claims no identity when two times name two posts', () => {
    const [post] = postsOf(surfaces.feed, '/');
    (post as Element).insertAdjacentHTML(
      'beforeend',
      '<a href="/p/DStray1/"><time datetime="2026-01-01T00:00:00Z"></time></a>',
    );
    expect(finder.names(post as Element, at('/'))).toEqual([]);
  });

  it('reads the largest size that the markup offers', () => {
    const [post] = postsOf(surfaces.feed, '/');
    const cdn = 'https://scontent-cgk1-1.cdninstagram.com/v/t51.82787-15/111_222_333_n.jpg?w=';
    (post as Element)
      .querySelector('.media img')
      ?.setAttribute('srcset', `${cdn}640 640w, ${cdn}1440 1440w, ${cdn}320 320w`);
    expect(finder.readDom(post as Element, at('/')).photos).toEqual([
      { url: `${cdn}1440`, width: 1440, kind: 'photo' },
    ]);
  });
});

describe('post page without article', () => {
  const path = '/p/DPage77/';
  const [post] = postsOf(surfaces.postPage, path);

  it('is one post: not the comments, not the posts below', () => {
    expect(postsOf(surfaces.postPage, path)).toHaveLength(1);
    expect((post as Element).className).toBe('post');
    expect(finder.anchor(post as Element, at(path))?.container.className).toBe('bar');
  });

  it('reads the time of the post, not that of its caption, and the exact counts', () => {
    expect(finder.readDom(post as Element, at(path))).toMatchObject({
      names: ['instagram:DPage77'],
      author: { handle: 'rt.tiga' },
      text: 'Got mampet, air masuk rumah.\nMohon dibantu 🙏',
      postedAt: Date.UTC(2026, 10, 18, 1, 2, 3),
      counts: { likes: 137, comments: 5 },
      photos: [{ kind: 'photo' }],
    });
  });

  it('is nothing while the address is another post’s', () => {
    expect(postsOf(surfaces.postPage, '/p/DOther1/')).toEqual([]);
    expect(postsOf(surfaces.postPage, '/explore/')).toEqual([]);
  });
});

describe('dialog, touch, viewer, grid', () => {
  it('takes the dialog that shows the address’s post', () => {
    const posts = postsOf(surfaces.dialog, '/p/DDlg42/');
    expect(posts).toHaveLength(1);
    expect(finder.readDom(posts[0] as Element, at('/p/DDlg42/'))).toMatchObject({
      names: ['instagram:DDlg42'],
      author: { handle: 'kampung' },
      text: 'Pohon tumbang menutup jalan\nbelum ada petugas',
      postedAt: Date.UTC(2026, 10, 17),
      counts: { likes: 12, comments: 1 },
    });
    expect(postsOf(surfaces.dialog, '/p/DGrid01/')).toEqual([]);
  });

  it('reads the touch layout', () => {
    const [post] = postsOf(surfaces.touch, '/nelayan/reel/DTouch9/');
    expect(finder.readDom(post as Element, at('/reel/DTouch9/'))).toMatchObject({
      names: ['instagram:DTouch9'],
      text: 'Dermaga rusak sejak banjir kemarin, kapal tidak bisa',
      textCut: true,
      photos: [{ kind: 'video-cover' }],
    });
  });

  it('leaves grids alone', () => {
    for (const path of ['/kampung/', '/p/DGrid01/', '/']) expect(postsOf(surfaces.grid, path)).toEqual([]);
  });
});

describe('islands', () => {
  const dom = { source: 'dom' as const, names: ['instagram:DAbc_dE1-x'] };
  const read = (html: string) => finder.readIslands(parse(html), dom) as Record<string, unknown>[];

  it('finds the media object whatever its wrapper, and nothing of other posts', () => {
    const found = read(
      island(media('DOther1'), media('DAbc_dE1-x', { carousel_media: slides(['1', '2', '3']) })),
    );
    expect(found.map((item) => item.code)).toEqual(['DAbc_dE1-x']);
    expect(found[0]?.carousel_media).toHaveLength(3);
    expect(found[0]).not.toHaveProperty('video_dash_manifest');
  });

  it('finds it in JSON inside a string', () => {
    const inner = JSON.stringify({ data: { deep: [media('DAbc_dE1-x')] } });
    expect(
      read(`<script type="application/json">${JSON.stringify({ response: inner })}</script>`),
    ).toHaveLength(1);
  });

  it('carries at most 8 objects of at most 300 kB', () => {
    expect(read(island(...Array.from({ length: 20 }, () => media('DAbc_dE1-x'))))).toHaveLength(8);
    const candidates = Array.from({ length: 30 }, () => ({ url: 'x'.repeat(90_000) }));
    expect(read(island(media('DAbc_dE1-x', { image_versions2: { candidates } })))).toEqual([]);
  });

  it('survives broken and hostile islands', () => {
    const deep = `${'['.repeat(20_000)}"DAbc_dE1-x"${']'.repeat(20_000)}`;
    for (const text of [
      '{"code":"DAbc_dE1-x"',
      deep,
      '"DAbc_dE1-x"',
      '{"code":"DAbc_dE1-x","caption":7,"user":[1]}',
    ]) {
      expect(() => read(`<script type="application/json">${text}</script>`)).not.toThrow();
    }
  });
});
