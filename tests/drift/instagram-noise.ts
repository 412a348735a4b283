import { igActions, igAvatar, igName, igPhoto } from './instagram-parts.ts';
import type { Markup } from './markup.ts';
import { IG_CDN } from './records.ts';
import { makeTruth } from './truth.ts';

/** What stands among posts and must never get a button. Each carries `data-t="n…"`. */

const shop = (m: Markup, key: string) => makeTruth('instagram', 'photo', 'shop', key, m.random.next());

function article(m: Markup, kind: string, ...inner: string[]): string {
  return m.tag(m.has('article') ? 'article' : 'div', { 'data-t': `n${kind}` }, m.blocks(...inner));
}

/** With the link that advertisements lead through, and a time in some builds. */
export function igAdLinked(m: Markup): string {
  const truth = shop(m, 'linked');
  const href = m.random.pick([
    'https://www.facebook.com/ads/ig_redirect/?d=Ad8x',
    '/ads/ig_redirect/?d=Ad8x',
    'https://www.facebook.com/ads/about/?x=1',
  ]);
  const time = m.random.chance(0.5)
    ? m.tag(
        'a',
        { href: `/p/${truth.id}/` },
        m.tag('time', { datetime: new Date(truth.time * 1000).toISOString() }, '1 hr'),
      )
    : m.tag('span', {}, m.random.pick(['Bersponsor', 'Ad', m.label('menu')]));
  return article(
    m,
    'ad-linked',
    m.deep(igAvatar(m, truth.author.handle), igName(m, truth.author.handle), time),
    igPhoto(m, truth.photos[0]?.file ?? ''),
    m.tag('a', { href, rel: 'nofollow', target: '_blank' }, 'Beli'),
    igActions(m, truth),
  );
}

/** Without a link and without a time, in a language never seen. */
export function igAdQuiet(m: Markup): string {
  const truth = shop(m, 'quiet');
  return article(
    m,
    'ad-quiet',
    m.deep(
      igAvatar(m, truth.author.handle),
      igName(m, truth.author.handle),
      m.tag('span', {}, m.label('menu')),
    ),
    igPhoto(m, truth.photos[0]?.file ?? ''),
    igActions(m, truth),
    m.div(m.tag('span', { dir: 'auto' }, 'Diskon akhir pekan untuk semua pelanggan setia toko kami')),
    m.random.chance(0.5) ? m.tag('a', { href: `/p/${truth.id}/comments/` }, m.label('all')) : '',
  );
}

export function igSkeleton(m: Markup): string {
  return article(
    m,
    'skeleton',
    m.div(m.tag('span', {}, m.button({}, '<canvas></canvas>'))),
    m.div(m.tag('span', {}, '…')),
  );
}

export function igPeople(m: Markup): string {
  const people = Array.from({ length: 3 }, () => shop(m, 'people').author.handle);
  return article(
    m,
    'people',
    m.div(m.label('see')),
    ...people.map((handle) => m.div(igAvatar(m, handle), igName(m, handle), m.button({}, m.label('follow')))),
  );
}

export function igStories(m: Markup): string {
  const items = Array.from({ length: 3 }, () => m.tag('li', {}, igAvatar(m, shop(m, 'story').author.handle)));
  return m.tag('div', { 'data-t': 'nstories' }, m.tag('ul', {}, ...items));
}

/** Tiles that lead to other posts, as under a post page, on a profile, or behind a dialog. */
export function igGrid(m: Markup): string {
  const tiles = Array.from({ length: 4 }, () => {
    const truth = shop(m, 'grid');
    const href = m.random.pick([
      `/${truth.author.handle}/p/${truth.id}/`,
      `/p/${truth.id}/`,
      `/${truth.author.handle}/reel/${truth.id}/`,
      `/tv/${truth.id}/`,
    ]);
    return m.tag(
      'a',
      { href },
      m.tag('img', { alt: '', src: `${IG_CDN}/${truth.photos[0]?.file}.jpg?stp=c0` }),
      '<svg height="20"></svg>',
    );
  });
  return m.tag('div', { 'data-t': 'ngrid' }, m.blocks(...tiles));
}

/** A dialog that is none of a post: list of people to send it to. */
export function igSheet(m: Markup): string {
  return m.tag(
    'div',
    { role: 'dialog', 'data-t': 'nsheet' },
    m.div(
      m.tag('input', { placeholder: m.label('see') }),
      ...[1, 2].map(() => m.button({}, igName(m, shop(m, 'sheet').author.handle))),
    ),
  );
}

export const IG_FEED_NOISE = [igAdLinked, igAdQuiet, igSkeleton, igPeople, igStories, igAdLinked];
