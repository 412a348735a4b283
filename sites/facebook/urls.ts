/** Addresses of Facebook: which post they name, and what an address without the tracking looks like. */

export interface Address {
  /** Names of the post, `facebook:POST_ID` first when the address holds it. */
  names: string[];
  /** As it was read; `permalink.ts` makes it one to keep. */
  url: URL;
  /** Handle or numeric id of the author; '' when the address does not tell. */
  actor: string;
  /** A post's own address, not that of one of its photos or its video. */
  post: boolean;
}

export interface Profile {
  handle?: string;
  id?: string;
}

export const ORIGIN = 'https://www.facebook.com';

export const POST_PATH =
  /^\/(?:(groups\/[^/]+\/)(?:posts|permalink)|([^/]+)\/posts(?:\/[^/]+)?)\/([^/]+)\/?$/;
export const PHOTO_PATH = /^\/(?:photo(?:\.php)?|([^/]+)\/photos(?:\/([^/]+))?\/(\d+))\/?$/;
export const VIDEO_PATH = /^\/(?:watch(?:\/live)?|reel\/(\d+)|([^/]+)\/videos(?:\/[^/]+)?\/(\d+))\/?$/;
const PROFILE_PATH = /^\/(?:people\/[^/]+\/(\d+)|groups\/[^/]+\/user\/(\d+)|([\w.-]{3,80}))\/?$/;
const STORY = /^(?:\d{5,25}|pfbid\w{6,120})$/;
const NUMBER = /^\d{1,25}$/;
export const POST_NUMBER = /^facebook:\d+$/;
/** Differs by who looks, and names one post all the same. */
export const ALIAS = /^facebook:pfbid/;

/** First path parts that are pages of the site, among those that could be a handle. */
const RESERVED =
  /^(?:ads(?:manager)?|bookmarks|checkpoint|consent|events|friends|gam(?:es|ing)|groups|hashtag|help|log(?:in|out)|marketplace|memories|messages|notifications|pages|photo|privacy|recover|reels?|saved|search|settings|stories|videos|watch|.*\.php)$/i;

/** Whether an address is the site's, under any of its hosts. */
export function isSite(url: URL): boolean {
  return /^https?:$/.test(url.protocol) && /(?:^|\.)facebook\.com$/.test(url.hostname);
}

/** The post that `url` names, or null: a profile, a group, another site, a share code (they never stand in a page). */
export function readAddress(url: URL): Address | null {
  if (!isSite(url)) return null;
  const { pathname } = url;
  const query = (key: string): string => url.searchParams.get(key) ?? '';
  const named = (names: string[], actor: string, post: boolean): Address => ({ url, names, actor, post });
  const story = (id: string, actor = ''): Address | null =>
    STORY.test(id) ? named([`facebook:${id}`], actor, true) : null;

  let [found, , second = '', third = ''] = POST_PATH.exec(pathname) ?? [];
  if (found) return story(third, second);
  if (/^\/(?:permalink|story)\.php$/.test(pathname)) return story(query('story_fbid'), query('id'));
  if (/^\/groups\/[^/]/.test(pathname)) return story(query('multi_permalinks').split(',')[0] ?? '');

  let first = '';
  [found, first = '', second = '', third = ''] = PHOTO_PATH.exec(pathname) ?? [];
  if (found) {
    const photo = third || query('fbid');
    const id = /^pcb\.(\d{5,25})$/.exec(query('set') || second)?.[1];
    const names = [...(id ? [`facebook:${id}`] : []), `facebook:photo:${photo}`];
    return NUMBER.test(photo) ? named(names, first, false) : null;
  }
  [found, first = '', second = '', third = ''] = VIDEO_PATH.exec(pathname) ?? [];
  const video = first || third || query('v');
  return found && NUMBER.test(video) ? named([`facebook:video:${video}`], second, false) : null;
}

/** The comment or reply that an address names, and the comment above a reply; numbers may come in base64. */
export function commentIn(url: URL): { id: string; parent?: string; post: string } | null {
  const read = (key: string): { id: string; post: string } | null => {
    const raw = url.searchParams.get(key) ?? '';
    if (NUMBER.test(raw)) return { id: raw, post: '' };
    const [, post = '', id] = /^comment:(\d{1,25})_(\d{1,25})$/.exec(decode64(raw)) ?? [];
    return id ? { id, post } : null;
  };
  const comment = read('comment_id');
  const reply = read('reply_comment_id');
  if (!reply) return url.searchParams.get('reply_comment_id') ? null : comment;
  if (comment?.post && reply.post && comment.post !== reply.post) return null;
  return { ...reply, post: reply.post || comment?.post || '', ...(comment && { parent: comment.id }) };
}

/** Base64 in either alphabet; '' for anything else. */
export function decode64(encoded: string): string {
  try {
    return encoded.length > 200 ? '' : atob(encoded.replace(/-/g, '+').replace(/_/g, '/'));
  } catch {
    return '';
  }
}

/** The person or page that a link leads to, or null. A link into a group's member list names the person by id. */
export function readProfile(url: URL): Profile | null {
  if (!isSite(url)) return null;
  const [, person, member, handle = ''] = PROFILE_PATH.exec(url.pathname) ?? [];
  const id = person ?? member ?? (handle === 'profile.php' ? (url.searchParams.get('id') ?? '') : handle);
  if (NUMBER.test(id)) return { id };
  return !handle || RESERVED.test(handle) ? null : { handle };
}

/** What a link leads to, if it leads anywhere. */
export function urlOf(link: Element | null): URL | null {
  return linkUrl(link?.getAttribute('href') ?? null);
}

/** The post that a link names, or null. */
export function addressOf(link: Element | null): Address | null {
  const url = urlOf(link);
  return url && readAddress(url);
}

/** The person or page that a link leads to, or null. */
export function profileOf(link: Element | null): Profile | null {
  const url = urlOf(link);
  return url && readProfile(url);
}

export function isGroup(link: Element): boolean {
  return /^\/groups\/[^/]+\/?$/.test(urlOf(link)?.pathname ?? '');
}

/** The number of a post among its names; '' when there is none. */
export function numberIn(names: readonly string[]): string {
  return names.find((name) => POST_NUMBER.test(name))?.slice(9) ?? '';
}

/** Names with the number first. */
export function sorted(names: Iterable<string>): string[] {
  return [...names].sort((a, b) => Number(POST_NUMBER.test(b)) - Number(POST_NUMBER.test(a)));
}

/** A link's address, or null. Never throws. */
export function linkUrl(href: string | null): URL | null {
  try {
    return href ? new URL(href, ORIGIN) : null;
  } catch {
    return null;
  }
}

/** Whether an address is a picture of a post: https, the site's CDN, neither profile picture nor decoration. */
export function isPostPhoto(address: string): boolean {
  return /^https:\/\/(?!static|external)[\w.-]+\.fbcdn\.net\/(?!rsrc|images\/emoji|[^?#]*-1\/)[^\s"\\]*$/.test(
    address,
  );
}

/** For whose eyes, from the site's words for it. Unknown words tell nothing. */
export function audienceOf(label: string): 'public' | 'friends' | 'group' | undefined {
  if (/priva(?:t|te)\b|anggota|member/i.test(label)) return 'group';
  if (/publi[ck]|umum|everyone/i.test(label)) return 'public';
  if (/teman|friend/i.test(label)) return 'friends';
  return /gr(?:up|oup)/i.test(label) ? 'group' : undefined;
}
