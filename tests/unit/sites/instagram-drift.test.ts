// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { instagramFinder as finder } from '../../../sites/instagram/finder.ts';
import { SELECTORS } from '../../../sites/instagram/selectors.ts';
import * as part from '../../fixtures/instagram/parts.ts';
import { reelsPage, slot } from '../../fixtures/instagram/reels.ts';
import * as surfaces from '../../fixtures/instagram/surfaces.ts';

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const at = (path: string) => new URL(path, 'https://www.instagram.com');

/** What the site has changed before, or may change: one signal at a time. */
const drifts: Record<string, (html: string) => string> = {
  nothing: (html) => html,
  'no classes': (html) => html.replace(/ class="[^"]*"/g, ''),
  'other hearts': (html) => html.replace(/M16\.792 3\.904|M34\.6 3\.1/g, 'M1 1'),
  'no known drawing': (html) => html.replace(/ (d|points)="[^"]*"/g, ' $1="M1 1"'),
  'other sizes of icons': (html) => html.replace(/ (height|width)="24"/g, ' $1="26"'),
  'no ARIA': (html) => html.replace(/ aria-\w+="[^"]*"/g, ''),
  'no roles': (html) => html.replace(/ role="(?!dialog)[^"]*"/g, ''),
  'no role of the dialog': (html) => html.replace(/ role="dialog"/g, ''),
  'unknown language': (html) => html.replace(/(Foto profil|Balas|lainnya|Kemitraan berbayar|suka)/g, 'ⲁⲃⲅ'),
  'no sections': (html) => html.replace(/<(\/?)section/g, '<$1div'),
  'no link around times': (html) =>
    html.replace(
      /<a href="[^"]*" role="link"><span>(<time[^>]*>[^<]*<\/time>)<\/span><\/a>/g,
      '<span>$1</span>',
    ),
  'no time elements': (html) => html.replace(/<(\/?)time/g, '<$1span'),
  'no articles': (html) => html.replace(/<(\/?)article/g, '<$1div'),
  'deeper boxes': (html) =>
    html
      .replace(/<(article|section|header)([^>]*)>/g, '<$1$2><div><div>')
      .replace(/<\/(article|section|header)>/g, '</div></div></$1>'),
  'no main': (html) => html.replace(/<(\/?)main/g, '<$1div'),
};

const pages = {
  feed: {
    html: surfaces.feed,
    path: '/',
    codes: ['DAbc_dE1-x', 'DBcd2'],
    authors: ['warga.teluk', 'ibu_rt_05'],
  },
  post: { html: surfaces.postPage, path: '/p/DPage77/', codes: ['DPage77'], authors: ['rt.tiga'] },
  dialog: { html: surfaces.dialog, path: '/p/DDlg42/', codes: ['DDlg42'], authors: ['kampung'] },
  touch: { html: surfaces.touch, path: '/nelayan/reel/DTouch9/', codes: ['DTouch9'], authors: ['nelayan'] },
};

/** Where a signal was the last that named the post: then there is a button, and no name. */
const nameless = new Set(['touch: no link around times']);

describe.each(Object.entries(pages))('%s', (surface, { html, path, codes, authors }) => {
  it.each(Object.entries(drifts))('holds with %s', (drift, change) => {
    const url = at(path);
    const posts = finder.findPosts(parse(change(html)), url);
    expect(posts.map((post) => finder.authorLabel(post))).toEqual(authors);
    const names = posts.map((post) => finder.names(post, url));
    const expected = codes.map((code) => [`instagram:${code}`]);
    if (nameless.has(`${surface}: ${drift}`)) expect(names).toEqual(codes.map(() => []));
    else expect(names).toEqual(expected);
    for (const post of posts) {
      const anchor = finder.anchor(post, url);
      expect(anchor && post.contains(anchor.container)).toBe(true);
      expect(anchor?.container.querySelector('time,img,video')).toBeNull();
    }
  });
});

describe('never', () => {
  it.each(Object.entries(drifts))('a false button or another post’s name, with %s', (_, change) => {
    const ads = /(ad-\w+|skeleton)/;
    for (const post of finder.findPosts(parse(change(surfaces.feed)), at('/')))
      expect(post.id).not.toMatch(ads);
    for (const path of [
      '/kampung/',
      '/explore/',
      '/explore/tags/jalan/',
      '/kampung/saved/',
      '/stories/kampung/1/',
      '/direct/t/1/',
      '/challenge/',
      '/accounts/login/',
      '/checkpoint/1/',
    ])
      for (const html of [surfaces.feed, surfaces.postPage, surfaces.dialog, surfaces.grid]) {
        expect(finder.findPosts(parse(change(html)), at(path))).toEqual([]);
        expect(finder.surfaceOf(at(path))).toBeNull();
      }
    for (const path of ['/p/DGrid01/', '/p/DOther1/', '/p/DOther2/', '/p/DAbsent9/'])
      for (const html of [surfaces.postPage, surfaces.dialog, surfaces.touch])
        for (const post of finder.findPosts(parse(change(html)), at(path)))
          expect(finder.names(post, at(path))).not.toContain(`instagram:${path.split('/')[2]}`);
  });

  it('one button over several posts, where neither articles nor drawings nor their own pictures are left', () => {
    const one = (code: string, media = '') =>
      `<div class="one"><div>${part.avatar('warga.teluk')}${part.name('warga.teluk')}<a href="/p/${code}/"><span>2 hr</span></a></div>${media}${part.actions('1', '2')}</div>`;
    const bare = (html: string) => html.replace(/ (d|points)="[^"]*"/g, ' $1="M1 1"');
    const ad = `<div class="one"><div>${part.avatar('toko')}${part.name('toko')}</div>${part.photo('991_1_1')}${part.actions()}</div>`;
    for (const change of [bare, (html: string) => html]) {
      for (const html of [one('DSatu01') + one('DDua002') + ad, one('DSatu01') + ad, ad + one('DSatu01')])
        expect(finder.findPosts(parse(change(part.page(html))), at('/'))).toEqual([]);
      const whole = one('DSatu01', part.photo('992_1_1')) + ad + one('DDua002', part.photo('993_1_1'));
      const posts = finder.findPosts(parse(change(part.page(whole))), at('/'));
      expect(posts.map((post) => finder.names(post, at('/')))).toEqual([
        ['instagram:DSatu01'],
        ['instagram:DDua002'],
      ]);
    }
  });

  it('the author of a post: a person tagged in its picture', () => {
    const html = surfaces.postPage
      .replace(' aria-hidden="true"', '')
      .replace('/rt.tiga/p/DPage77/', '/p/DPage77/');
    const [post] = finder.findPosts(parse(html), at('/p/DPage77/'));
    expect(finder.authorLabel(post as Element)).toBe('rt.tiga');
  });

  it('a comment as the caption of a post without one', () => {
    const document = parse(surfaces.postPage);
    document.querySelector('.caption')?.remove();
    const [post] = finder.findPosts(document, at('/p/DPage77/'));
    expect(finder.readDom(post as Element, at('/p/DPage77/'))).not.toHaveProperty('text');
    const feed = parse(surfaces.feed);
    const plain = feed.getElementById('plain') as Element;
    for (const span of plain.querySelectorAll('span[dir="auto"]'))
      if (span.textContent?.includes('Jalan')) span.remove();
    plain.insertAdjacentHTML(
      'beforeend',
      `<div><span>${part.name('tetangga')}</span> <span dir="auto">Komentar orang lain</span></div>`,
    );
    expect(finder.readDom(plain, at('/'))).not.toHaveProperty('text');
  });
});

it('remembers the slide that the address names, and only for that post', () => {
  const [post] = finder.findPosts(parse(surfaces.postPage), at('/p/DPage77/?img_index=2'));
  expect(finder.readDom(post as Element, at('/p/DPage77/?img_index=2')).slide).toBe(2);
  for (const path of [
    '/p/DPage77/?img_index=0',
    '/p/DPage77/?img_index=x',
    '/p/DOther1/?img_index=2',
    '/p/DPage77/',
  ])
    expect(finder.readDom(post as Element, at(path))).not.toHaveProperty('slide');
});

it('every list of selectors matches in some fixture', () => {
  const documents = [
    surfaces.feed,
    surfaces.postPage,
    surfaces.dialog,
    surfaces.touch,
    reelsPage(slot('a.b', '610000001_1_1')),
  ].map(parse);
  for (const [name, list] of Object.entries(SELECTORS)) {
    expect(list.length, name).toBeGreaterThan(0);
    if (name === 'island') continue;
    expect(
      documents.some((document) => list.some((selector) => document.querySelector(selector))),
      name,
    ).toBe(true);
  }
});
