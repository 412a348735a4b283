import type { PostFinder, Surface } from '../site.ts';
import { anchorOf } from './anchor.ts';
import { facebookComments } from './comments.ts';
import { authorOf, namesOf } from './names.ts';
import { partsOf } from './parts.ts';
import { findPosts } from './posts.ts';
import { readAddress, readProfile } from './urls.ts';
import { isViewer } from './viewer.ts';

/** `known` has the last word: whether the address names a post or a person. */
const at = (id: string, path: RegExp, known: (url: URL) => unknown = () => true): Surface => ({
  id,
  matches: (url) => path.test(url.pathname) && !!known(url),
});

const surfaces: Surface[] = [
  at('feed', /^\/(?:home\.php)?$/),
  at('post', /./, (url) => readAddress(url)?.post),
  at(
    'group',
    /^\/groups\/(?!(?:create|discover|joins|search)\b)[\w.]+(?:\/(?:discussion|buy_sell_discussion|search|user\/\d+)?)?\/?$/,
  ),
  at('photo', /photo/, (url) => isViewer(url) && readAddress(url)),
  at('reel', /^\/reel(?:\/\d+)?\/?$/),
  at(
    'video',
    /^\/watch(?:\/live)?\/?$|\/videos\//,
    (url) => /^\/watch(?:\/|$)/.test(url.pathname) || readAddress(url),
  ),
  at('search', /^\/(?:search(?:\/(?:top|posts|latest|videos))?|hashtag\/[^/]+)\/?$/),
  at('profile', /^\/(?:[^/]+|people\/[^/]+\/\d+)\/?$/, readProfile),
];

/** Facebook on the desktop (`www`, `web`): home feed, groups, a post as page or dialog, timelines. */
export const facebookPosts: PostFinder = {
  id: 'facebook',
  surfaces,
  surfaceOf: (url) =>
    /^(?:www|web)\.facebook\.com$/.test(url.hostname)
      ? (surfaces.find((surface) => surface.matches(url))?.id ?? null)
      : null,
  findPosts,
  anchor: anchorOf,
  names: (post, url) => namesOf(post, url).names,
  authorLabel: (post) => {
    const author = authorOf(partsOf(post));
    return author.name ?? author.handle ?? '';
  },
  comments: facebookComments,
};
