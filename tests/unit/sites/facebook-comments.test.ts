// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { facebookFinder as finder } from '../../../sites/facebook/finder.ts';
import { facebookMapper as mapper } from '../../../sites/facebook/mapper.ts';

const fixtures = new URL('../../fixtures/facebook/', `file://${__dirname}/`);
const URL_ = new URL('https://www.facebook.com/groups/888000888/');
const find = (): Element[] => finder.comments.find(document, URL_);
const names = (): string[][] => find().map((comment) => finder.comments.names(comment, URL_));
const ALL = [
  ['facebook:700100200700#810001', 'facebook:comment:810001'],
  ['facebook:700100200700#810002', 'facebook:comment:810002'],
  ['facebook:700100200700#810003', 'facebook:comment:810003'],
];

beforeEach(() => {
  document.body.innerHTML = readFileSync(new URL('comments.html', fixtures), 'utf8');
});

describe('comments', () => {
  it('are found with their replies, without a role too; not under an advertisement, not while loading', () => {
    expect(names()).toEqual(ALL);
    expect(finder.findPosts(document, URL_).map((post) => post.id)).toEqual(['post']);
  });

  it('are found without any role or label', () => {
    for (const article of document.querySelectorAll('[role=article]')) {
      article.removeAttribute('role');
      article.removeAttribute('aria-label');
    }
    expect(names().flat().sort()).toEqual(ALL.flat().sort());
  });

  it('are read alone, with the post above as context', () => {
    const [comment, reply] = find() as [Element, Element];
    const layer = finder.readComment(comment, URL_);
    expect(layer).toMatchObject({
      author: { handle: 'siti.rahma', name: 'Siti Rahma' },
      text: 'Jembatan kami patah, Pak.',
      permalink: 'https://www.facebook.com/groups/888000888/posts/700100200700/?comment_id=810001',
      photos: [{ kind: 'photo', width: 300 }],
      under: {
        names: ['facebook:700100200700'],
        author: { handle: 'bupati.ketapi' },
        text: 'Selamat pagi, warga Ketapi.',
      },
    });
    expect(finder.readComment(reply, URL_)).toMatchObject({
      author: { name: 'Nur Hasanah' },
      text: 'Sudah seminggu begini.',
      permalink:
        'https://www.facebook.com/groups/888000888/posts/700100200700/?comment_id=810001&reply_comment_id=810002',
    });
    const post = document.getElementById('post') as Element;
    const own = finder.readDom(post, URL_);
    expect(own.photos).toBeUndefined();
    expect(own.names).toEqual(['facebook:700100200700']);
  });

  it('have their button in the line of small actions', () => {
    for (const comment of find()) {
      const anchor = finder.comments.anchor(comment, URL_);
      expect(anchor?.container.localName).toBe('ul');
      expect(comment.contains(anchor?.container ?? null)).toBe(true);
      expect(anchor?.container.closest('[role=article],#plain')).toBe(comment);
    }
  });

  it('have no identity when their own links disagree', () => {
    const [comment] = find() as [Element];
    comment
      .querySelector('a')
      ?.setAttribute(
        'href',
        `https://www.facebook.com/siti.rahma?comment_id=${btoa('comment:700100200700_999')}`,
      );
    expect(finder.comments.names(comment, URL_)).toEqual([]);
    comment
      .querySelector('a')
      ?.setAttribute(
        'href',
        `https://www.facebook.com/siti.rahma?comment_id=${btoa('comment:700100200701_810001')}`,
      );
    expect(finder.comments.names(comment, URL_)).toEqual([]);
  });

  describe('outside every post that was found', () => {
    const HOME = new URL('https://www.facebook.com/');
    const link = (href: string, text: string) => `<a role="link" href="${href}">${text}</a>`;
    const comment = (id: string, post: string) =>
      `<div role="article" aria-label="Komentar ${id}"><div>${link(`/tari.lembang?comment_id=${id}`, 'Tari Lembang')}</div><div dir="auto">Betul, Pak.</div>
      <ul><li>${link(`${post}?comment_id=${id}`, '1 j')}</li><li><div role="button">Suka</div></li></ul></div>`;
    const row = `<div>${['like', 'comment', 'share'].map((kind) => `<div role="button"><div data-ad-rendering-role="${kind}_button"></div></div>`).join('')}</div>`;
    /** One post that is marked, and beside it something with a comment in it. */
    const page = (beside: string) => {
      document.body.innerHTML = `<div role="main"><div id="found" aria-posinset="1"><h4>${link('/sardi.muara', 'Sardi Muara')}</h4>
        ${link('/photo/?fbid=991&set=pcb.660066006600', '<img alt="">')}<div data-ad-preview="message"><div dir="auto">Jalan putus.</div></div>${row}</div><div id="beside">${beside}</div></div>`;
      expect(finder.findPosts(document, HOME).map((post) => post.id)).toEqual(['found']);
      return finder.comments.find(document, HOME);
    };

    it('belong to the only one beside them', () => {
      const [only] = page(comment('910001', '/sardi.muara/posts/660066006600')) as [Element];
      expect(finder.comments.names(only, HOME)[0]).toBe('facebook:660066006600#910001');
    });

    it('belong to nobody where a name or a row stands with them', () => {
      const other = comment('910002', '/joko.selat/posts/pfbid0JokoSelat9z');
      expect(page(`<div>${other}${row}</div>`)).toEqual([]);
      expect(page(`<div><h4>${link('/joko.selat', 'Joko Selat')}</h4>${other}</div>`)).toEqual([]);
    });

    it('take no number from a post that has another name than their link', () => {
      const [own] = page(comment('910003', '/sardi.muara/posts/pfbid0SardiMuara2b')) as [Element];
      expect(finder.comments.names(own, HOME)[0]).toBe('facebook:660066006600#910003');
      const found = document.getElementById('found') as Element;
      found
        .querySelector('h4')
        ?.insertAdjacentHTML('afterend', link('/sardi.muara/posts/pfbid0Another3c', '3 j'));
      expect(finder.comments.names(own, HOME)).toEqual(['facebook:comment:910003']);
      expect(finder.readComment(own, HOME).under?.names).toEqual(['facebook:pfbid0SardiMuara2b']);
    });
  });

  it('are found in islands and mapped by their own number', () => {
    const node = (id: string) => ({
      __typename: 'Comment',
      id: btoa(`comment:700100200700_${id}`),
      legacy_fbid: id,
      body: { text: `Isi ${id}` },
      author: { __typename: 'User', id: '100000000000071', name: 'Siti Rahma' },
      created_time: 1_790_000_600,
    });
    const island = {
      data: {
        node: {
          __typename: 'Story',
          post_id: '700100200700',
          id: 'x',
          list: [node('810001'), node('810003')],
        },
      },
    };
    document.body.insertAdjacentHTML(
      'beforeend',
      `<script type="application/json">${JSON.stringify(island)}</script>`,
    );
    const layer = finder.readComment(find()[0] as Element, URL_);
    const mapped = mapper.mapRaw(finder.readIslands(document, layer), 'island');
    expect(mapped.find((each) => each.under)).toMatchObject({
      names: ALL[0],
      text: 'Isi 810001',
      postedAt: 1_790_000_600_000,
    });
    expect(mapped.filter((each) => each.under)).toHaveLength(1);
    expect(mapper.mapRaw([{ ...node('810001'), legacy_fbid: '5' }], 'store')).toEqual([]);
  });
});
