// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { instagramFinder as finder } from '../../../sites/instagram/finder.ts';
import * as part from '../../fixtures/instagram/parts.ts';
import { reelsPage, slot } from '../../fixtures/instagram/reels.ts';

const at = (path: string) => new URL(path, 'https://www.instagram.com');
const posts = (html: string, path: string) =>
  finder.findPosts(new DOMParser().parseFromString(html, 'text/html'), at(path));
const authors = (html: string, path: string) => posts(html, path).map((post) => finder.authorLabel(post));
const texts = (html: string, path: string) =>
  posts(html, path).map((post) => finder.readDom(post, at(path)).text);

const words = 'Tiang listrik miring di depan posyandu';
const own = part.timeLink('/p/DTiang1/', '2026-11-20T03:04:05.000Z');
const caption = (text = words, name = part.name('ketua.rt')) =>
  `<div><span>${name}</span>&nbsp;<span dir="auto">${text}</span></div>`;
const feed = ({
  head = part.name('ketua.rt'),
  tag = '',
  text = caption(),
  below = '',
  avatar = part.avatar('ketua.rt'),
}) =>
  part.page(`<article><div>${avatar}<div><div>${head}<div><span>•</span>${own}</div></div></div>${part.more}</div>
<div>${part.photo('821_1_1')}${tag}</div>${part.actions('12', '3')}${text}${below}</article>`);
const plain = '<span>ketua.rt</span>';
const tagged = '<div><a href="/tetangga.dua/" role="link"><div>tetangga.dua</div></a></div>';
const preview = `<div><span>${part.name('orang.lewat')}</span>&nbsp;<span dir="auto">Semoga lekas ditangani</span></div>`;

describe('the author in the feed, when the name in the header has lost its link', () => {
  it('is read from the caption', () => {
    expect(authors(feed({ head: plain }), '/')).toEqual(['ketua.rt']);
  });

  it.each([
    ['tagged in the picture', { tag: tagged }],
    ['commenting below', { below: preview }],
    [
      'mentioned',
      { text: `<div><span dir="auto"><a href="/dinas.pu/" role="link">@dinas.pu</a> ${words}</span></div>` },
    ],
  ])('is nobody else: somebody %s', (_, change) => {
    expect(authors(feed({ head: plain, text: '', ...change }), '/')).toEqual(['']);
  });

  it('and somebody’s comment is not the caption of a post that has none', () => {
    for (const head of [plain, part.name('ketua.rt')])
      expect(texts(feed({ head, text: '', below: preview }), '/')).toEqual([undefined]);
  });
});

describe('the author among others', () => {
  it('is the one whose picture stands first, in any language', () => {
    for (const alt of ['Foto profil ketua.rt', "ketua.rt's profile picture", 'ⲁⲃⲅ ketua.rt.', '']) {
      const avatar = part.avatar('ketua.rt').replace('Foto profil ketua.rt', alt);
      const html = feed({ avatar, tag: tagged, below: preview });
      expect(authors(html, '/'), alt).toEqual(['ketua.rt']);
    }
  });

  it('is the first of two who published it together', () => {
    const both = `${part.name('ketua.rt')}<span> dan ${part.name('karang.taruna')}</span>`;
    expect(authors(feed({ head: both }), '/')).toEqual(['ketua.rt']);
  });

  it('is read without a profile picture, above the pictures only', () => {
    expect(authors(feed({ avatar: '' }), '/')).toEqual(['ketua.rt']);
    expect(authors(feed({ avatar: '', head: plain, text: '', below: preview }), '/')).toEqual(['']);
  });
});

it('on a post page without caption it is nobody who comments, whatever has lost its link', () => {
  const page = (head: string, comments: string) =>
    part.page(`<div><div class="post"><div>${part.photo('822_1_1')}</div><div><div>${part.avatar('ketua.rt')}${head}</div><hr>
${comments}${part.actions('1', '1')}${own}</div></div></div>`);
  const comment = part.commentRow('DTiang1', 'tetangga', 'Di sini juga miring');
  const unlinked = comment.replace(/<a href="[^"]*\/c\/[^"]*">(<time.*?<\/time>)<\/a>/, '$1');
  expect(unlinked).not.toContain('/c/');
  for (const rows of [comment, unlinked]) {
    expect(authors(page(part.name('ketua.rt'), rows), '/p/DTiang1/')).toEqual(['ketua.rt']);
    expect(authors(page(plain, rows), '/p/DTiang1/')).toEqual(['']);
    for (const head of [plain, part.name('ketua.rt')])
      expect(texts(page(head, rows), '/p/DTiang1/')).toEqual([undefined]);
  }
});

describe('in a slot of the reels viewer', () => {
  const page = reelsPage(slot('ketua.rt', '821000001_1_1', words, tagged));

  it('it is whose reels its link leads to, also beside a tagged person and without cover or picture', () => {
    for (const change of [
      (html: string) => html,
      (html: string) => html.replace(/<img alt="" [^>]*>/g, ''),
      (html: string) => html.replace(/<img alt="Foto profil[^>]*>/g, ''),
    ])
      expect(authors(change(page), '/reels/')).toEqual(['ketua.rt']);
  });

  it('it is nobody where that link is gone', () => {
    const bare = page.replace(/<a href="\/ketua\.rt\/reels\/".*?<\/a>/s, '');
    expect(bare).not.toContain('/reels/"');
    expect(authors(bare, '/reels/')).toEqual(['']);
  });
});

it('an advertisement that still shows a linked time takes no button from posts that no longer do', () => {
  const unlinked = feed({}).replace(
    /<a href="\/p\/DTiang1\/" role="link">(<span><time.*?<\/span>)<\/a>/,
    '$1',
  );
  expect(unlinked).not.toContain('DTiang1');
  const ad = (link: string) =>
    `<article><div>${part.avatar('toko')}<div>${part.name('toko')}${part.timeLink('/p/DToko99/', '2026-11-20T03:04:05.000Z')}</div></div>${part.photo('825')}${link}${part.actions()}</article>`;
  const both = (link: string) => unlinked.replace('</article>', `</article>${ad(link)}`);
  expect(authors(both('<a href="/ads/ig_redirect/?d=1">Beli</a>'), '/')).toEqual(['ketua.rt']);
  // Where it is a post, the other one may be an advertisement.
  expect(authors(both(''), '/')).toEqual(['toko']);
});

it('a feed behind a dialog gets no button for what the dialog no longer tells', () => {
  const ad = `<div><div>${part.avatar('toko')}<div>${part.name('toko')}</div></div><div>${part.photo('823')}</div>${part.actions()}</div>`;
  const dialog = (media: string) =>
    `<div role="dialog"><div><div>${media}</div><header>${part.avatar('ketua.rt')}${part.name('ketua.rt')}</header>${part.actions('1', '1')}<div><span>2 hr</span></div></div></div>`;
  for (const media of ['', part.photo('824_1_1')])
    expect(posts(part.page(ad, dialog(media)), '/p/DTiang1/')).toEqual([]);
  // On its own page an advertisement shows no time either.
  expect(posts(part.page(ad), '/p/DTiang1/')).toEqual([]);
});
