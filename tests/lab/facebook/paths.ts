import type { LabPost } from '../types.ts';
import { digits } from './seeded.ts';
import { traitsOf } from './traits.ts';

export const ORIGIN = 'https://www.facebook.com';

export type Route =
  | { kind: 'home' }
  | { kind: 'groups' }
  | { kind: 'group'; group: string }
  | { kind: 'post'; story: string; group?: string; actor?: string }
  | { kind: 'photo'; fbid: string }
  | { kind: 'plain' };

/** Which surface an address of www.facebook.com opens. */
export function routeOf(url: URL): Route {
  const path = url.pathname;
  if (path === '/' || path === '/home.php') return { kind: 'home' };
  if (path === '/groups/feed/' || path === '/groups/feed') return { kind: 'groups' };
  const groupPost = /^\/groups\/([^/]+)\/(?:posts|permalink)\/([^/]+)\/?$/.exec(path);
  if (groupPost) return { kind: 'post', group: groupPost[1] ?? '', story: groupPost[2] ?? '' };
  const group = /^\/groups\/([^/]+)\/?$/.exec(path);
  if (group) return { kind: 'group', group: group[1] ?? '' };
  const post = /^\/([^/]+)\/posts\/(?:[^/]+\/)?([^/]+)\/?$/.exec(path);
  if (post) return { kind: 'post', actor: post[1] ?? '', story: post[2] ?? '' };
  const video = /^\/([^/]+)\/videos\/(?:[^/]+\/)?(\d+)\/?$/.exec(path);
  if (video) return { kind: 'post', actor: video[1] ?? '', story: video[2] ?? '' };
  if (path === '/permalink.php') {
    return {
      kind: 'post',
      story: url.searchParams.get('story_fbid') ?? '',
      actor: url.searchParams.get('id') ?? '',
    };
  }
  if (path === '/photo/' || path === '/photo.php') {
    return { kind: 'photo', fbid: url.searchParams.get('fbid') ?? '' };
  }
  return { kind: 'plain' };
}

/** The address that the site gives a post. Groups use the numeric id, everyone else the changing alias. */
export function permalinkOf(post: LabPost): string {
  if (post.group) return `${ORIGIN}/groups/${post.group.id}/posts/${post.id}/`;
  const alias = post.pfbid ?? post.id;
  return traitsOf(post).phpPermalink
    ? `${ORIGIN}/permalink.php?story_fbid=${alias}&id=${post.author.id}`
    : `${ORIGIN}/${post.author.handle}/posts/${alias}`;
}

/** The film of a video post has a number of its own. */
export const videoIdOf = (post: LabPost): string => digits(`video:${post.id}`, 16);

export const videoUrlOf = (post: LabPost): string =>
  `${ORIGIN}/${post.author.handle}/videos/${videoIdOf(post)}/`;

/** Adds a parameter to an address that may have some already. */
export function withParam(url: string, name: string, value: string): string {
  return `${url}${url.includes('?') ? '&' : '?'}${name}=${encodeURIComponent(value)}`;
}

/** A comment's own address: the post's with `comment_id`. */
export function commentUrl(post: LabPost, commentId: string): string {
  return withParam(permalinkOf(post), 'comment_id', commentId);
}
