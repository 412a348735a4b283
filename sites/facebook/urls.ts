/** Addresses of Facebook: which post they name, and what an address without the tracking looks like. */

export interface Address {
  /** Names of the post, `facebook:POST_ID` first when the address holds it. */
  names: string[];
  /** Without tracking, on www.facebook.com. */
  permalink: string;
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

const POST_PATH = /^\/(?:(groups\/[^/]+\/)(?:posts|permalink)|([^/]+)\/posts(?:\/[^/]+)?)\/([^/]+)\/?$/;
const PHOTO_PATH = /^\/(?:photo(?:\.php)?|([^/]+)\/photos(?:\/([^/]+))?\/(\d+))\/?$/;
const VIDEO_PATH = /^\/(?:watch(?:\/live)?|reel\/(\d+)|([^/]+)\/videos(?:\/[^/]+)?\/(\d+))\/?$/;
const PROFILE_PATH = /^\/(?:people\/[^/]+\/(\d+)|groups\/[^/]+\/user\/(\d+)|([\w.-]{3,80}))\/?$/;
const STORY = /^(?:\d{5,25}|pfbid\w{6,120})$/;
const NUMBER = /^\d{1,25}$/;

/** First path parts that are pages of the site, among those that could be a handle. */
const RESERVED =
  /^(?:ads|adsmanager|bookmarks|business|checkpoint|consent|directory|events|friends|gam(?:es|ing)|groups|hashtag|help|legal|log(?:in|out)|marketplace|media|memories|messages|notes|notifications|offers|pages|people|photos?|policies|posts|privacy|recover|reels?|saved|search|settings|share|stories|story|support|terms|videos|watch|.*\.php)$/i;

/** Whether an address is the site's, under any of its hosts. */
export function isSite(url: URL): boolean {
  return /^https?:$/.test(url.protocol) && /(?:^|\.)facebook\.com$/.test(url.hostname);
}

/** The post that `url` names, or null: a profile, a group, another site, a share code (they never stand in a page). */
export function readAddress(url: URL): Address | null {
  if (!isSite(url)) return null;
  const { pathname } = url;
  const query = (key: string): string => url.searchParams.get(key) ?? '';
  const story = (id: string, to: string, actor = ''): Address | null =>
    STORY.test(id) ? { names: [`facebook:${id}`], permalink: ORIGIN + to, actor, post: true } : null;

  let [found, first = '', second = '', third = ''] = POST_PATH.exec(pathname) ?? [];
  if (found) return story(third, `/${first || `${second}/`}posts/${third}/`, second);
  if (/^\/(?:permalink|story)\.php$/.test(pathname)) {
    const id = query('story_fbid');
    const actor = query('id');
    return story(id, `/permalink.php?story_fbid=${id}${actor && `&id=${encodeURIComponent(actor)}`}`, actor);
  }
  const shown = query('multi_permalinks').split(',')[0] ?? '';
  [found, first = ''] = /^\/(groups\/[^/]+)/.exec(pathname) ?? [];
  if (found) return story(shown, `/${first}/posts/${shown}/`);

  [found, first = '', second = '', third = ''] = PHOTO_PATH.exec(pathname) ?? [];
  if (found) {
    const photo = third || query('fbid');
    const set = query('set') || second;
    const id = /^pcb\.(\d{5,25})$/.exec(set)?.[1];
    const names = [...(id ? [`facebook:${id}`] : []), `facebook:photo:${photo}`];
    const kept = /^[\w.]{2,80}$/.test(set) ? `&set=${set}` : '';
    const permalink = `${ORIGIN}/photo/?fbid=${photo}${kept}`;
    return NUMBER.test(photo) ? { names, permalink, actor: first, post: false } : null;
  }
  [found, first = '', second = '', third = ''] = VIDEO_PATH.exec(pathname) ?? [];
  const video = first || third || query('v');
  if (!found || !NUMBER.test(video)) return null;
  const to = first ? `/reel/${first}/` : third ? `/${second}/videos/${third}/` : `/watch/?v=${video}`;
  return { names: [`facebook:video:${video}`], permalink: ORIGIN + to, actor: second, post: false };
}

/** The person or page that a link leads to, or null. A link into a group's member list names the person by id. */
export function readProfile(url: URL): Profile | null {
  if (!isSite(url)) return null;
  const [, person, member, handle = ''] = PROFILE_PATH.exec(url.pathname) ?? [];
  const id = person ?? member ?? (handle === 'profile.php' ? (url.searchParams.get('id') ?? '') : handle);
  if (NUMBER.test(id)) return { id };
  return !handle || RESERVED.test(handle) ? null : { handle };
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
