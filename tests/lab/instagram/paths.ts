export type ProfileTab = 'posts' | 'reels' | 'tagged' | 'saved';

export type Route =
  | { kind: 'feed' }
  | { kind: 'post'; code: string; comment?: string; owned?: boolean; sub?: 'comments' | 'liked_by' }
  | { kind: 'reels'; code: string | null }
  | { kind: 'profile'; user: string; tab?: ProfileTab }
  | { kind: 'explore' }
  | { kind: 'tag'; tag: string }
  | { kind: 'location'; id: string }
  | { kind: 'search'; words: string }
  | { kind: 'story'; user: string }
  | { kind: 'direct'; thread: string | null }
  | { kind: 'gate'; gate: string }
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
  'challenge',
  'checkpoint',
  'consent',
  'auth_platform',
]);
const GATE =
  /^\/(accounts\/(?:login|suspended|disabled|onetap)|challenge|checkpoint|consent|auth_platform)\b/;
const POST = /^\/([\w.]+\/)?(?:p|reel|tv)\/([\w-]{5,})(?:\/c\/(\d+)(?:\/r\/\d+)?|\/(comments|liked_by))?\/?$/;

/** Which surface a path of www.instagram.com opens. */
export function routeOf(path: string): Route {
  if (path === '/') return { kind: 'feed' };
  const gate = GATE.exec(path);
  if (gate?.[1]) return { kind: 'gate', gate: gate[1] };
  const post = POST.exec(path);
  if (post?.[2]) {
    return {
      kind: 'post',
      code: post[2],
      ...(post[1] ? { owned: true } : {}),
      ...(post[3] ? { comment: post[3] } : {}),
      ...(post[4] ? { sub: post[4] as 'comments' } : {}),
    };
  }
  const reels = /^\/reels\/(?:([\w-]{5,})\/)?$/.exec(path);
  if (reels) return { kind: 'reels', code: reels[1] ?? null };
  const story = /^\/stories\/([\w.]+)/.exec(path);
  if (story?.[1]) return { kind: 'story', user: story[1] };
  const direct = /^\/direct\/(?:inbox|t\/(\d+))/.exec(path);
  if (direct) return { kind: 'direct', thread: direct[1] ?? null };
  if (path === '/explore/') return { kind: 'explore' };
  const tag = /^\/explore\/tags\/([^/]+)\/$/.exec(path);
  if (tag?.[1]) return { kind: 'tag', tag: decodeURIComponent(tag[1]) };
  const location = /^\/explore\/locations\/(\d+)\//.exec(path);
  if (location?.[1]) return { kind: 'location', id: location[1] };
  if (path === '/explore/search/keyword/') return { kind: 'search', words: '' };
  const profile = /^\/([\w.]+)(?:\/(reels|tagged|saved(?:\/all-posts)?))?\/?$/.exec(path);
  if (profile?.[1] && !RESERVED.has(profile[1])) {
    const tab = profile[2]?.replace('/all-posts', '') as ProfileTab | undefined;
    return { kind: 'profile', user: profile[1], ...(tab ? { tab } : {}) };
  }
  return { kind: 'plain' };
}
