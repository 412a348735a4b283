import type { LabPost } from '../types.ts';
import { digits, token } from './seeded.ts';
import { traitsOf } from './traits.ts';

export const ORIGIN = 'https://www.facebook.com';

/** Surfaces on which nobody's post stands. */
export type Elsewhere =
  | 'marketplace'
  | 'notifications'
  | 'messages'
  | 'stories'
  | 'checkpoint'
  | 'login'
  | 'consent'
  | 'friends';

export type Route =
  | { kind: 'home' }
  | { kind: 'recent' }
  | { kind: 'groups' }
  | { kind: 'group'; group: string }
  | { kind: 'post'; story: string; group?: string; actor?: string }
  | { kind: 'profile'; who: string }
  | { kind: 'search'; query: string }
  | { kind: 'photo'; fbid: string; set: string }
  | { kind: 'video'; video: string; actor: string }
  | { kind: 'watch'; video: string }
  | { kind: 'reel'; video: string }
  | { kind: 'share'; code: string }
  | { kind: 'elsewhere'; where: Elsewhere }
  | { kind: 'plain' };

const ELSEWHERE: readonly [RegExp, Elsewhere][] = [
  [/^\/marketplace(?:\/|$)/, 'marketplace'],
  [/^\/notifications(?:\/|$)/, 'notifications'],
  [/^\/messages(?:\/|$)/, 'messages'],
  [/^\/stories(?:\/|$)/, 'stories'],
  [/^\/checkpoint(?:\/|$)/, 'checkpoint'],
  [/^\/login(?:\/|\.php|$)/, 'login'],
  [/^\/(?:privacy\/)?consent(?:\/|$)/, 'consent'],
  [/^\/friends(?:\/|$)/, 'friends'],
];
/** First steps of addresses that are nobody's name. */
const RESERVED = new Set([
  'me',
  'events',
  'hashtag',
  'pages',
  'ads',
  'privacy',
  'policies',
  'help',
  'gaming',
  'api',
  'images',
]);

/** Which surface an address of www.facebook.com opens. */
export function routeOf(url: URL): Route {
  const path = url.pathname;
  const asked = (name: string): string => url.searchParams.get(name) ?? '';
  if (path === '/' || path === '/home.php') return { kind: asked('sk') === 'h_chr' ? 'recent' : 'home' };
  if (path === '/groups/feed/' || path === '/groups/feed') return { kind: 'groups' };
  for (const [pattern, where] of ELSEWHERE) if (pattern.test(path)) return { kind: 'elsewhere', where };
  const groupPost = /^\/groups\/([^/]+)\/(?:posts|permalink)\/([^/]+)\/?$/.exec(path);
  if (groupPost) return { kind: 'post', group: groupPost[1] ?? '', story: groupPost[2] ?? '' };
  const group = /^\/groups\/([^/]+)\/?$/.exec(path);
  if (group) return { kind: 'group', group: group[1] ?? '' };
  const post = /^\/([^/]+)\/posts\/(?:[^/]+\/)?([^/]+)\/?$/.exec(path);
  if (post) return { kind: 'post', actor: post[1] ?? '', story: post[2] ?? '' };
  const video = /^\/([^/]+)\/videos\/(?:[^/]+\/)?(\d+)\/?$/.exec(path);
  if (video) return { kind: 'video', actor: video[1] ?? '', video: video[2] ?? '' };
  if (path === '/watch/' || path === '/watch') return { kind: 'watch', video: asked('v') };
  const reel = /^\/reel\/(\d*)\/?$/.exec(path);
  if (reel) return { kind: 'reel', video: reel[1] ?? '' };
  const share = /^\/share\/(?:p|v|r)\/([^/]+)\/?$/.exec(path);
  if (share) return { kind: 'share', code: share[1] ?? '' };
  const search = /^\/search\/(?:posts|top)\/?$/.exec(path);
  if (search) return { kind: 'search', query: asked('q') };
  if (path === '/permalink.php' || path === '/story.php')
    return { kind: 'post', story: asked('story_fbid'), actor: asked('id') };
  if (path === '/photo/' || path === '/photo' || path === '/photo.php')
    return { kind: 'photo', fbid: asked('fbid'), set: asked('set') };
  if (path === '/profile.php') return { kind: 'profile', who: asked('id') };
  const name = /^\/([^/]+)\/?$/.exec(path)?.[1] ?? '';
  return name && !RESERVED.has(name) && !name.endsWith('.php')
    ? { kind: 'profile', who: name }
    : { kind: 'plain' };
}

/** The address that the site gives a post. Groups use the numeric id, everyone else the changing alias. */
export function permalinkOf(post: LabPost): string {
  if (post.group) return `${ORIGIN}/groups/${post.group.id}/posts/${post.id}/`;
  if (traitsOf(post).reel) return `${ORIGIN}/reel/${videoIdOf(post)}/`;
  const alias = post.pfbid ?? post.id;
  return traitsOf(post).phpPermalink
    ? `${ORIGIN}/permalink.php?story_fbid=${alias}&id=${post.author.id}`
    : `${ORIGIN}/${post.author.handle}/posts/${alias}`;
}

/** The film of a video post has a number of its own. */
export const videoIdOf = (post: LabPost): string => digits(`video:${post.id}`, 16);

export const videoUrlOf = (post: LabPost): string =>
  traitsOf(post).reel
    ? `${ORIGIN}/reel/${videoIdOf(post)}/`
    : `${ORIGIN}/${post.author.handle}/videos/${videoIdOf(post)}/`;

/** The short address that the share sheet copies; only the server knows whose it is. */
export const shareCodeOf = (post: LabPost): string => token(`share:${post.id}`, 11).replace(/[_-]/g, 'k');

/** Adds a parameter to an address that may have some already. */
export function withParam(url: string, name: string, value: string): string {
  return `${url}${url.includes('?') ? '&' : '?'}${name}=${encodeURIComponent(value)}`;
}

/** A comment's own address: the post's with `comment_id`. */
export function commentUrl(post: LabPost, commentId: string, replyId?: string): string {
  const url = withParam(permalinkOf(post), 'comment_id', commentId);
  return replyId ? withParam(url, 'reply_comment_id', replyId) : url;
}
