import { fbActions, fbAvatar, fbHeader, fbMedia, fbMessage, label, scrambled } from './facebook-parts.ts';
import { escaped, type Markup } from './markup.ts';
import { FB_CDN } from './records.ts';
import { makeTruth } from './truth.ts';

/** What stands among posts and must never get a button. Each carries `data-t="n…"`. */

const other = (m: Markup) => makeTruth('facebook', 'photo', 'noise', m.random.next());

function unit(m: Markup, kind: string, ...inner: string[]): string {
  const attributes = m.random.chance(0.5) ? { 'aria-posinset': m.random.int(1, 40) } : { role: 'article' };
  return m.blocks(
    m.tag('div', { ...(m.has('unit') ? attributes : {}), 'data-t': `n${kind}` }, m.blocks(...inner)),
  );
}

function ad(m: Markup, kind: string, subline: string, extra: Record<string, string> = {}): string {
  const truth = other(m);
  // The same build draws advertisements and posts: what it lacks there it lacks here.
  const role = m.has('profile_name') ? { 'data-ad-rendering-role': 'profile_name' } : {};
  const link = m.tag(
    'a',
    { href: `https://www.facebook.com/${truth.author.handle}`, role: 'link', ...extra },
    escaped(truth.author.name),
  );
  const name = m.tag('div', role, m.tag(m.has('heading') ? 'h4' : 'div', {}, link));
  return unit(
    m,
    kind,
    m.div(fbAvatar(m, truth.author.handle), m.div(name, m.div(subline))),
    fbMessage(m, truth),
    fbMedia(m, truth),
    fbActions(m, truth),
  );
}

const words = (m: Markup) => m.random.pick(['Bersponsor', 'Disponsori', 'Sponsored', 'Iklan', 'Ad']);
const link = (m: Markup, inner: string, attributes: Record<string, string> = {}) =>
  m.tag('a', { href: m.random.pick(['#', '/?__cft__[0]=AZXz#?jak']), role: 'link', ...attributes }, inner);

export const fbAdLink = (m: Markup) =>
  ad(
    m,
    'ad-link',
    m.tag(
      'a',
      { href: 'https://www.facebook.com/ads/about/?entry_product=ad_preferences', role: 'link' },
      m.label('menu'),
    ),
  );
export const fbAdSource = (m: Markup) =>
  ad(m, 'ad-source', link(m, m.label('menu')), {
    attributionsrc: 'https://www.facebook.com/privacy_sandbox/comet/register/source/?xt=AZ1',
  });
export const fbAdScrambled = (m: Markup) => ad(m, 'ad-scrambled', link(m, scrambled(m, words(m))));
export const fbAdLabelled = (m: Markup) =>
  ad(m, 'ad-labelled', link(m, label(m, words(m)), { 'aria-label': words(m) }));
export const fbAdReferred = (m: Markup) => {
  const id = `ad${m.random.digits(6)}`;
  return ad(
    m,
    'ad-referred',
    `${link(m, `<span aria-labelledby="${id}"><span>x</span></span>`)}<div style="display:none"><span id="${id}">${words(m)}</span></div>`,
  );
};
export const fbAdPlain = (m: Markup) =>
  ad(m, 'ad-plain', link(m, label(m, words(m).replace(/(.)$/, '\u200b$1'))));

export const fbSkeleton = (m: Markup) =>
  m.tag(
    'div',
    { role: 'article', 'data-t': 'nskeleton' },
    m.tag('div', {
      role: 'progressbar',
      'data-visualcompletion': 'loading-state',
      'aria-label': m.label('see'),
    }),
  );
export const fbEmptied = (m: Markup) =>
  m.div(m.tag('div', { 'aria-posinset': m.random.int(1, 40), 'data-t': 'nemptied' }));

export function fbPeople(m: Markup): string {
  const people = Array.from({ length: 3 }, () => {
    const truth = other(m);
    const href = `https://www.facebook.com/profile.php?id=${truth.author.id}`;
    return m.div(
      m.tag(
        'a',
        { href, role: 'link' },
        m.tag('img', {
          alt: '',
          width: 200,
          height: 200,
          src: `${FB_CDN.replace('30808-6', '30808-1')}/21_n.jpg`,
        }),
      ),
      m.tag('a', { href, role: 'link' }, m.tag('span', {}, escaped(truth.author.name))),
      m.button({ 'aria-label': m.label('follow') }, m.label('follow')),
    );
  });
  return unit(m, 'people', m.tag('h3', { dir: 'auto' }, m.label('all')), m.div(...people));
}

export function fbReels(m: Markup): string {
  const tiles = [1, 2, 3].map(() =>
    m.tag(
      'a',
      { href: `/reel/${m.random.digits(15)}/`, role: 'link' },
      m.tag('img', {
        alt: '',
        src: `https://scontent.fcgk1-1.fna.fbcdn.net/v/t15.5256-10/${m.random.digits(9)}_n.jpg`,
      }),
    ),
  );
  return unit(
    m,
    'reels',
    m.tag('h3', { dir: 'auto' }, m.label('all')),
    m.tag('div', { role: 'region' }, ...tiles),
  );
}

export const fbComposer = (m: Markup) =>
  m.tag(
    'div',
    { 'data-t': 'ncomposer' },
    m.button({}, m.tag('span', {}, m.label('see'))),
    m.div(...['like', 'comment', 'share'].map((key) => m.div(m.button({}, m.tag('span', {}, m.label(key)))))),
  );

export const fbWall = (m: Markup) =>
  m.tag(
    'div',
    { role: 'dialog', 'data-t': 'nwall' },
    `<form id="login_popup_cta_form"><input type="password"><h2>${m.label('all')}</h2></form>`,
  );

/** Things for sale, in a feed and as a dialog. */
export function fbMarket(m: Markup): string {
  const items = [1, 2].map(() =>
    m.tag(
      'a',
      { href: `/marketplace/item/${m.random.digits(15)}/`, role: 'link' },
      m.tag('img', { alt: '', src: `${FB_CDN}/${m.random.digits(9)}_n.jpg` }),
      m.tag('span', {}, 'Rp250.000'),
    ),
  );
  return unit(m, 'market', m.tag('h3', {}, m.label('all')), m.div(...items));
}

export const FB_ADS = [fbAdLink, fbAdSource, fbAdScrambled, fbAdLabelled, fbAdReferred, fbAdPlain];
export const FB_FEED_NOISE = [...FB_ADS, fbSkeleton, fbEmptied, fbPeople, fbReels, fbMarket];
export { fbHeader };
