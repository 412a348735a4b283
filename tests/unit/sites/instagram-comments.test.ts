// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { instagramFinder as finder } from '../../../sites/instagram/finder.ts';
import { instagramMapper as mapper } from '../../../sites/instagram/mapper.ts';
import { mergeLayers } from '../../../sites/merge.ts';
import { island, media } from '../../fixtures/instagram/media.ts';
import * as part from '../../fixtures/instagram/parts.ts';
import * as surfaces from '../../fixtures/instagram/surfaces.ts';

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const at = (path: string) => new URL(path, 'https://www.instagram.com');
const found = (html: string, path: string) => finder.comments.find(parse(html), at(path));
const PATH = '/p/DPage77/';

/** The post page with these rows in place of its comments. */
const pageWith = (...rows: string[]) => {
  const document = parse(surfaces.postPage);
  const [first, ...others] = document.querySelectorAll('.c');
  for (const other of others) other.remove();
  (first as Element).outerHTML = rows.join('');
  return document.documentElement.outerHTML;
};

const reply = part.commentRow('DPage77', 'rt.tiga', '<a href="/tetangga/">@tetangga</a> sudah diteruskan', {
  id: '17890000000000011/r/17890000000000099',
});

describe('finding', () => {
  it('finds each comment of the post page, and never the caption', () => {
    const comments = found(surfaces.postPage, PATH);
    expect(comments.map((each) => finder.comments.names(each, at(PATH)))).toEqual([
      ['instagram:DPage77#17890000000000011'],
      ['instagram:DPage77#17890000000000012'],
    ]);
    expect(comments.map(finder.comments.authorLabel)).toEqual(['tetangga', 'lain_lagi']);
  });

  it('finds them in a dialog, and in the feed under posts only', () => {
    expect(found(surfaces.dialog, '/p/DDlg42/')).toHaveLength(1);
    const rows = (code: string) => part.commentRow(code, 'tetangga', 'Betul');
    const document = parse(surfaces.feed);
    for (const [id, code] of [
      ['plain', 'DAbc_dE1-x'],
      ['ad-timed', 'DAd22'],
      ['ad-quiet', 'DAd33'],
      ['skeleton', 'DSkel1'],
    ] as const)
      document.getElementById(id)?.insertAdjacentHTML('beforeend', rows(code));
    const comments = finder.comments.find(document, at('/'));
    expect(comments.map((each) => finder.comments.names(each, at('/'))[0])).toEqual([
      'instagram:DAbc_dE1-x#17890000000000001',
    ]);
  });

  it('finds the comment again from its own row, and from a node around it', () => {
    const document = parse(surfaces.postPage);
    const all = finder.comments.find(document, at(PATH));
    for (const comment of all) expect(finder.comments.find(comment, at(PATH))).toEqual([comment]);
    expect(finder.comments.find(document.querySelector('.side') as Element, at(PATH))).toEqual(all);
  });

  it('takes a reply for its own, not for the comment above it', () => {
    const html = pageWith(
      `<ul><li>${part.commentRow('DPage77', 'tetangga', 'Mohon dibantu', { id: '17890000000000011' })}<ul><li>${reply}</li></ul></li></ul>`,
    );
    const [above, below] = found(html, PATH);
    expect(finder.readComment(above as Element, at(PATH)).text).toBe('Mohon dibantu');
    expect(finder.readComment(below as Element, at(PATH))).toMatchObject({
      names: ['instagram:DPage77#17890000000000099'],
      permalink: 'https://www.instagram.com/p/DPage77/c/17890000000000011/r/17890000000000099/',
      author: { handle: 'rt.tiga' },
      text: '@tetangga sudah diteruskan',
    });
  });

  it('leaves a comment of another post, one without author, and every other page alone', () => {
    expect(found(pageWith(part.commentRow('DOther1', 'orang', 'Halo')), PATH)).toEqual([]);
    const empty =
      '<div class="c"><a href="/p/DPage77/c/17890000000000013/"><time datetime="2026-11-20T05:00:00Z">1</time></a></div>';
    expect(found(pageWith(empty), PATH)).toEqual([]);
    for (const path of ['/p/DOther1/', '/rt.tiga/', '/explore/', '/direct/inbox/', '/stories/rt.tiga/1/'])
      expect(found(surfaces.postPage, path)).toEqual([]);
  });

  it('finds the comments of the comment page, where the post itself is not shown', () => {
    const html = part.page(part.commentRow('DPage77', 'tetangga', 'Betul'));
    expect(found(html, '/p/DPage77/comments/')).toHaveLength(1);
    expect(found(html, '/p/DPage77/')).toEqual([]);
  });
});

describe('the line of small actions', () => {
  it('is where the button goes', () => {
    for (const comment of found(surfaces.postPage, PATH)) {
      expect(finder.comments.anchor(comment, at(PATH))).toMatchObject({ container: { className: 'small' } });
    }
  });

  it('is the line of the time, where nothing has a role', () => {
    const [comment] = found(surfaces.postPage.replaceAll('role="button"', ''), PATH);
    const anchor = finder.comments.anchor(comment as Element, at(PATH));
    expect(anchor?.container.querySelector('time')).not.toBeNull();
  });

  it('is not a control inside the words', () => {
    const words = 'Panjang sekali <div role="button"><span>selengkapnya</span></div>';
    const [comment] = found(pageWith(part.commentRow('DPage77', 'a.b', words)), PATH);
    expect(finder.comments.anchor(comment as Element, at(PATH))?.container.className).toBe('small');
  });
});

describe('reading', () => {
  it('reads author, words, time, likes, and the post above', () => {
    const [comment] = found(surfaces.postPage, PATH);
    expect(finder.readComment(comment as Element, at(PATH))).toEqual({
      source: 'dom',
      names: ['instagram:DPage77#17890000000000011'],
      permalink: 'https://www.instagram.com/p/DPage77/c/17890000000000011/',
      author: { handle: 'tetangga' },
      text: 'Betul, di sini juga',
      postedAt: Date.UTC(2026, 10, 20, 5),
      counts: { likes: 3 },
      under: {
        names: ['instagram:DPage77'],
        permalink: 'https://www.instagram.com/p/DPage77/',
        author: { handle: 'rt.tiga' },
        text: 'Got mampet, air masuk rumah.\nMohon dibantu 🙏',
        postedAt: Date.UTC(2026, 10, 18, 1, 2, 3),
        photos: [{ url: `${part.CDN}/401_1_1_n.jpg?stp=dst-jpg_e35&oh=1&oe=2`, kind: 'photo' }],
      },
    });
  });

  it('offers a photo on the site’s hosts; counts a moving picture elsewhere, which never is fetched', () => {
    const read = (src: string) => {
      const picture = `<img alt="" src="${src}">`;
      const [comment] = found(pageWith(part.commentRow('DPage77', 'a.b', '', { media: picture })), PATH);
      return finder.readComment(comment as Element, at(PATH));
    };
    expect(read(`${part.CDN}/888_1_n.jpg?x=1`)).not.toHaveProperty('photos.1');
    expect(read(`${part.CDN}/888888888_1_n.jpg?x=1`)).toMatchObject({
      text: '',
      photos: [{ kind: 'photo' }],
    });
    const gif = read('https://lookaside.fbsbx.com/gif/1.gif');
    expect([gif.text, gif.photos, gif.photoTotal]).toEqual(['', undefined, 1]);
  });

  it('does not count a comment’s picture among the post’s', () => {
    const picture = `<img alt="" src="${part.CDN}/888888888_1_n.jpg">`;
    const html = pageWith(part.commentRow('DPage77', 'a.b', 'Lihat', { media: picture }));
    const [post] = finder.findPosts(parse(html), at(PATH));
    expect(finder.readDom(post as Element, at(PATH)).photos).toHaveLength(1);
  });

  it.each([
    ['no label', (html: string) => html.replace(/aria-label="[^"]*"/g, '')],
    ['no role', (html: string) => html.replace(/ role="[^"]*"/g, '')],
    ['no class', (html: string) => html.replace(/ class="(?!c")[^"]*"/g, '')],
    ['no dir', (html: string) => html.replace(/ dir="auto"/g, '')],
    ['other hearts', (html: string) => html.replaceAll('M16.792 3.904', 'M1 1')],
    ['no sections', (html: string) => html.replace(/<(\/?)section/g, '<$1div')],
    ['no time elements', (html: string) => html.replace(/<(\/?)time/g, '<$1span')],
  ])('with %s the comments are found and named all the same', (_, drift) => {
    const comments = found(drift(surfaces.postPage), PATH);
    const read = comments.map((each) => finder.readComment(each, at(PATH)));
    expect(read.map((each) => [each.names[0], each.author?.handle, each.text])).toEqual([
      ['instagram:DPage77#17890000000000011', 'tetangga', 'Betul, di sini juga'],
      ['instagram:DPage77#17890000000000012', 'lain_lagi', 'Sudah lapor'],
    ]);
    expect(comments.every((each) => finder.comments.anchor(each, at(PATH)))).toBe(true);
  });
});

describe('JSON', () => {
  const raw = (changes: Record<string, unknown> = {}) => ({
    __typename: 'XDTCommentDict',
    pk: '17890000000000011',
    text: 'Betul, di sini juga',
    created_at: 1_795_000_000,
    comment_like_count: 4,
    user: { pk: '8100', username: 'tetangga', is_verified: false },
    ...changes,
  });

  it('is carried to the worker by the comment’s id, together with the post', () => {
    const document = parse(surfaces.postPage);
    document.body.insertAdjacentHTML(
      'beforeend',
      island(media('DPage77', { user: { pk: '9', username: 'rt.tiga' } })),
    );
    document.body.insertAdjacentHTML(
      'beforeend',
      island({ edges: [{ node: raw() }, { node: raw({ pk: '17890000000000012' }) }] }),
    );
    const [comment] = finder.comments.find(document, at(PATH));
    const dom = finder.readComment(comment as Element, at(PATH));
    const carried = finder.readIslands(document, dom);
    expect(carried).toHaveLength(2);
    const layers = mapper.mapRaw(carried, 'island');
    const read = mergeLayers({ ...dom, postedAt: 1_795_000_000_000 }, layers, {
      site: 'instagram',
      surface: 'post',
      pageUrl: at(PATH).href,
      readAt: 1,
      permalinkOf: mapper.permalinkOf,
    });
    expect(read).toMatchObject({
      identity: { key: 'instagram:DPage77#17890000000000011' },
      author: { value: { handle: 'tetangga', id: '8100' }, source: 'island' },
      counts: { value: { likes: 4 }, source: 'island' },
      under: { author: { handle: 'rt.tiga' } },
      dropped: [],
    });
  });

  it('keeps ids that stand as numbers', () => {
    const text = JSON.stringify({ node: raw({ pk: 'PK' }) }).replace('"PK"', '17890000000000011');
    const document = parse(surfaces.postPage);
    document.body.insertAdjacentHTML('beforeend', `<script type="application/json">${text}</script>`);
    const [comment] = finder.comments.find(document, at(PATH));
    const carried = finder.readIslands(document, finder.readComment(comment as Element, at(PATH)));
    expect(mapper.mapRaw(carried, 'island').map((layer) => layer.names)).toEqual([
      ['instagram:comment:17890000000000011'],
    ]);
  });

  it('knows the post around it, by nesting or by its number', () => {
    const [post, comment] = mapper.mapRaw([media('DPage77', { preview_comments: [raw()] })], 'island');
    expect(post?.under).toBeUndefined();
    expect(comment).toMatchObject({
      names: ['instagram:DPage77#17890000000000011', 'instagram:comment:17890000000000011'],
      under: { names: ['instagram:DPage77', 'instagram:pk:3760000000000000001'] },
    });
    const [byNumber] = mapper.mapRaw([raw({ media_id: '3759086160565208262_1' })], 'store');
    expect(byNumber?.under?.names).toEqual(['instagram:DQq9PJQk4TG']);
  });

  it('loses only what is wrong, and never throws', () => {
    const [layer] = mapper.mapRaw(
      [raw({ text: 7, created_at: 'x', user: [], comment_like_count: -1 })],
      'store',
    );
    expect(layer).toEqual({ source: 'store', names: ['instagram:comment:17890000000000011'] });
    expect(mapper.mapRaw([raw({ pk: 1.5 }), raw({ pk: 'abc' }), raw({ pk: {} })], 'store')).toEqual([]);
  });
});
