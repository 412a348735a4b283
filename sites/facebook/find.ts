import type { PostFinder, Surface } from '../site.ts';
import { anchorOf } from './anchor.ts';
import { authorOf, namesOf } from './names.ts';
import { partsOf } from './parts.ts';
import { findPosts } from './posts.ts';
import { readAddress, readProfile } from './urls.ts';

const surfaces: Surface[] = [
  { id: 'feed', matches: (url) => /^\/(?:home\.php)?$/.test(url.pathname) },
  { id: 'post', matches: (url) => readAddress(url)?.post === true },
  {
    id: 'group',
    matches: (url) =>
      /^\/groups\/(?:feed|[\w.]+)(?:\/(?:discussion|buy_sell_discussion)?)?\/?$/.test(url.pathname) &&
      !/^\/groups\/(?:create|discover|joins|search)\b/.test(url.pathname),
  },
  {
    id: 'profile',
    matches: (url) => /^\/(?:[^/]+|people\/[^/]+\/\d+)\/?$/.test(url.pathname) && readProfile(url) !== null,
  },
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
};
