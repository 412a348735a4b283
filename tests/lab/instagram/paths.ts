export type Route =
  | { kind: 'feed' }
  | { kind: 'post'; code: string; comment?: string }
  | { kind: 'profile'; user: string }
  | { kind: 'story'; user: string }
  | { kind: 'plain' };

const RESERVED = new Set([
  'accounts',
  'explore',
  'direct',
  'about',
  'stories',
  'reels',
  'reel',
  'p',
  'tv',
  'graphql',
  'api',
  'your_activity',
  'notifications',
]);

/** Which surface a path of www.instagram.com opens. */
export function routeOf(path: string): Route {
  if (path === '/') return { kind: 'feed' };
  const post = /^\/(?:[\w.]+\/)?(?:p|reel|tv)\/([\w-]{5,})(?:\/c\/(\d+))?(?:\/.*)?$/.exec(path);
  if (post?.[1]) return { kind: 'post', code: post[1], ...(post[2] ? { comment: post[2] } : {}) };
  const story = /^\/stories\/([\w.]+)/.exec(path);
  if (story?.[1]) return { kind: 'story', user: story[1] };
  const profile = /^\/([\w.]+)\/?$/.exec(path);
  if (profile?.[1] && !RESERVED.has(profile[1])) return { kind: 'profile', user: profile[1] };
  return { kind: 'plain' };
}
