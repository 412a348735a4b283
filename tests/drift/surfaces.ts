import type { SiteId } from '../../complaints/reading.ts';
import { fbDialog, fbPhotoViewer, fbReel, fbUnit, fbVideoPage, fbWatchUnit } from './facebook.ts';
import { FB_ADS, FB_FEED_NOISE, fbComposer, fbWall } from './facebook-noise.ts';
import { igDialogPost, igFeedPost, igPagePost, igReelSlot, igTouchPost } from './instagram.ts';
import { IG_FEED_NOISE, igGrid, igSheet } from './instagram-noise.ts';
import type { Markup } from './markup.ts';
import { permalinkOf } from './records.ts';
import type { Truth } from './truth.ts';

export interface SurfaceSpec {
  id: string;
  site: SiteId;
  /** Posts that a scene of it holds. */
  posts: number;
  /** Of those, the first so many must be found; the others stand behind and only must not be mistaken. */
  wanted: number;
  kinds: readonly ('photo' | 'album' | 'video' | 'text')[];
  signals: readonly string[];
  comments: number;
  group?: boolean;
  address(truths: Truth[]): string;
  /** Content of the body without islands. */
  build(m: Markup, truths: Truth[]): string;
}

const IG = 'https://www.instagram.com';
const FB = 'https://www.facebook.com';
const LAYERS = ['island', 'data-sjs', 'store'] as const;
const IG_POST = [
  'time-link',
  'datetime',
  'heart',
  'icon-size',
  'save',
  'share',
  'comment-icon',
  'section',
  'author',
  'dir-auto',
  'media',
  'main',
  ...LAYERS,
] as const;
const FB_POST = [
  'profile_name',
  'heading',
  'author-link',
  'message',
  'media',
  'action-marks',
  'action-row',
  'toolbar',
  'time-href',
  'main',
  ...LAYERS,
] as const;
const IG_COMMENTS = ['c-time', 'c-reply'] as const;
const FB_COMMENTS = ['c-label', 'c-time', 'c-actions'] as const;

const first = (truths: Truth[]): Truth => truths[0] as Truth;

function igPage(m: Markup, main: string, after = ''): string {
  const content = m.has('main') ? m.tag('main', { role: 'main' }, main) : m.div(main);
  return `<div id="mount_0_0_${m.random.letters(2)}">${m.deep(m.tag('section', {}, content))}</div>${after}`;
}

function fbPage(m: Markup, main: string, after = ''): string {
  const content = m.tag('div', m.has('main') ? { role: 'main' } : {}, main);
  return `<div id="mount_0_0_${m.random.letters(2)}">${m.blocks(m.tag('div', { role: 'navigation' }), content)}</div>${after}`;
}

/** Posts and what is no post, mixed. */
function mixed(m: Markup, posts: string[], noise: ((m: Markup) => string)[], count: number): string {
  const units = [...posts, ...Array.from({ length: count }, () => m.random.pick(noise)(m))];
  return m.random.shuffle(units).join('');
}

const fbFeed =
  (variant: 'posinset' | 'article' | 'either', role: boolean) =>
  (m: Markup, truths: Truth[]): string => {
    const units = truths.map((truth, i) => {
      const form = variant === 'either' ? m.random.pick(['posinset', 'article'] as const) : variant;
      return fbUnit(
        m,
        truth,
        `p${i}`,
        form,
        !truth.group && truth.photos.length === 0 && !truth.video && m.random.chance(0.3),
      );
    });
    const list = mixed(m, units, FB_FEED_NOISE, 7);
    return fbPage(m, fbComposer(m) + m.tag('div', role && m.has('feed-role') ? { role: 'feed' } : {}, list));
  };

const feedKinds = ['photo', 'album', 'video', 'text'] as const;
const fbFeedSpec = { site: 'facebook', posts: 8, wanted: 8, kinds: feedKinds, comments: 1 } as const;
const FB_UNIT = ['unit', 'describedby', 'photo-set', ...FB_POST, ...FB_COMMENTS];
const single = { posts: 1, wanted: 1, comments: 2 } as const;

export const SURFACES: SurfaceSpec[] = [
  {
    id: 'ig-feed',
    site: 'instagram',
    posts: 8,
    wanted: 8,
    comments: 0,
    kinds: ['photo', 'album', 'video'],
    signals: ['article', 'comments-link', ...IG_POST],
    address: () => `${IG}/`,
    build: (m, truths) =>
      igPage(
        m,
        mixed(
          m,
          truths.map((truth, i) => igFeedPost(m, truth, `p${i}`)),
          IG_FEED_NOISE,
          7,
        ),
      ),
  },
  {
    id: 'ig-post',
    site: 'instagram',
    ...single,
    kinds: ['photo', 'album', 'video'],
    signals: [...IG_POST, ...IG_COMMENTS],
    address: (truths) =>
      IG + (first(truths).video ? `/reel/${first(truths).id}/` : `/p/${first(truths).id}/`),
    build: (m, truths) =>
      igPage(m, m.blocks(igPagePost(m.without('article'), first(truths), 'p0'), '<hr>', igGrid(m))),
  },
  {
    id: 'ig-post-article',
    site: 'instagram',
    ...single,
    kinds: ['photo', 'album', 'video'],
    signals: ['article', ...IG_POST, ...IG_COMMENTS],
    address: (truths) => `${IG}/${first(truths).author.handle}/p/${first(truths).id}/`,
    build: (m, truths) => igPage(m, m.blocks(igPagePost(m, first(truths), 'p0'), igGrid(m))),
  },
  {
    id: 'ig-dialog',
    site: 'instagram',
    ...single,
    kinds: ['photo', 'album', 'video'],
    signals: ['dialog', 'article', 'h1', ...IG_POST, ...IG_COMMENTS],
    address: (truths) => `${IG}/p/${first(truths).id}/`,
    build: (m, truths) => {
      const sheets = m.random.chance(0.5) ? igSheet(m) : '';
      const behind = m.random.chance(0.5) ? igGrid(m) : mixed(m, [], IG_FEED_NOISE, 4);
      return igPage(m, behind, igDialogPost(m, first(truths), 'p0') + sheets);
    },
  },
  {
    id: 'ig-touch',
    site: 'instagram',
    ...single,
    comments: 0,
    kinds: ['photo', 'video'],
    signals: ['article', 'h1', ...IG_POST],
    address: (truths) => `${IG}/p/${first(truths).id}/`,
    build: (m, truths) =>
      igPage(m, `<nav><header><h1>Post</h1></header></nav>${igTouchPost(m, first(truths), 'p0')}`),
  },
  {
    id: 'ig-reels',
    site: 'instagram',
    posts: 4,
    wanted: 2,
    comments: 0,
    kinds: ['video'],
    signals: [
      'cover',
      'virtualized',
      'heart',
      'icon-size',
      'save',
      'share',
      'comment-icon',
      'author',
      'main',
      ...LAYERS,
    ],
    address: (truths) => `${IG}/reels/${first(truths).id}/`,
    build: (m, truths) =>
      igPage(
        m,
        truths.map((truth, i) => igReelSlot(m, truth, `p${i}`, false)).join('') +
          igReelSlot(m, first(truths), '', true),
      ),
  },
  {
    id: 'fb-feed-a',
    ...fbFeedSpec,
    signals: FB_UNIT,
    address: () => `${FB}/`,
    build: fbFeed('posinset', false),
  },
  {
    id: 'fb-feed-b',
    ...fbFeedSpec,
    signals: ['feed-role', ...FB_UNIT],
    address: () => 'https://web.facebook.com/',
    build: fbFeed('article', true),
  },
  {
    id: 'fb-group',
    ...fbFeedSpec,
    group: true,
    signals: ['feed-role', ...FB_UNIT],
    address: (truths) => `${FB}/groups/${first(truths).group?.id}/`,
    build: fbFeed('article', true),
  },
  {
    id: 'fb-timeline',
    ...fbFeedSpec,
    signals: FB_UNIT,
    address: (truths) => `${FB}/${first(truths).author.handle}`,
    build: fbFeed('either', false),
  },
  {
    id: 'fb-search',
    ...fbFeedSpec,
    comments: 0,
    signals: ['feed-role', ...FB_UNIT],
    address: () => `${FB}/search/posts/?q=jalan`,
    build: fbFeed('either', true),
  },
  {
    id: 'fb-permalink',
    site: 'facebook',
    ...single,
    posts: 3,
    group: true,
    kinds: feedKinds,
    signals: FB_UNIT,
    address: (truths) => permalinkOf(first(truths)),
    build: (m, truths) => {
      const post = fbUnit(m, first(truths), 'p0', 'article');
      const others = truths.slice(1).map((truth, i) => fbUnit(m, truth, `p${i + 1}`, 'posinset'));
      return fbPage(m, post + m.tag('div', { role: 'feed' }, m.random.chance(0.5) ? others.join('') : ''));
    },
  },
  {
    id: 'fb-dialog',
    site: 'facebook',
    ...single,
    posts: 3,
    kinds: feedKinds,
    signals: ['dialog', ...FB_UNIT],
    address: (truths) => `${FB}/${first(truths).author.handle}/posts/${first(truths).id}/`,
    build: (m, truths) => {
      const behind = truths.slice(1).map((truth, i) => fbUnit(m, truth, `p${i + 1}`, 'posinset'));
      return fbPage(
        m,
        mixed(m, behind, FB_ADS, 2),
        fbDialog(m, first(truths), 'p0') + (m.random.chance(0.3) ? fbWall(m) : ''),
      );
    },
  },
  {
    id: 'fb-photo',
    site: 'facebook',
    ...single,
    kinds: ['photo', 'album'],
    signals: ['complementary', 'media-vc', 'pagelet', ...FB_POST, ...FB_COMMENTS],
    address: (truths) => `${FB}/photo/?fbid=${first(truths).photos[0]?.id}&set=pcb.${first(truths).id}`,
    build: (m, truths) => fbPage(m, '', fbPhotoViewer(m, first(truths), 'p0')),
  },
  {
    id: 'fb-video',
    site: 'facebook',
    ...single,
    kinds: ['video'],
    signals: ['complementary', 'video-id', ...FB_POST, ...FB_COMMENTS],
    address: (truths) => `${FB}/${first(truths).author.handle}/videos/${first(truths).video?.id}/`,
    build: (m, truths) => fbPage(m, fbVideoPage(m, first(truths), 'p0')),
  },
  {
    id: 'fb-watch',
    site: 'facebook',
    posts: 4,
    wanted: 4,
    comments: 0,
    kinds: ['video'],
    signals: ['video-id', ...FB_POST],
    address: () => `${FB}/watch/`,
    build: (m, truths) =>
      fbPage(
        m,
        m.tag(
          'div',
          { id: 'watch_feed' },
          mixed(
            m,
            truths.map((truth, i) => fbWatchUnit(m, truth, `p${i}`)),
            FB_ADS,
            2,
          ),
        ),
      ),
  },
  {
    id: 'fb-reel',
    site: 'facebook',
    ...single,
    comments: 0,
    kinds: ['video'],
    signals: ['video-id', ...FB_POST],
    address: (truths) => `${FB}/reel/${first(truths).video?.id}/`,
    build: (m, truths) => fbPage(m, fbReel(m, first(truths), 'p0')),
  },
];

/** Pages on which nothing may ever get a button, whatever stands on them. */
export const FORBIDDEN = [
  `${IG}/direct/inbox/`,
  `${IG}/stories/orang/1/`,
  `${IG}/accounts/edit/`,
  `${IG}/challenge/1/`,
  `${IG}/auth_platform/x/`,
  `${IG}/explore/`,
  `${IG}/orang/`,
  `${FB}/messages/t/1/`,
  `${FB}/stories/1/2/`,
  `${FB}/checkpoint/1/`,
  `${FB}/marketplace/item/1/`,
  `${FB}/login/`,
];
