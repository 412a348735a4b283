/**
 * Links that leave the office must not carry the citizen's account name. Instagram serves a post without it;
 * Facebook does for numeric ids, groups, photos and videos. Where only a form with the name is known, there is
 * no link at all, and the message says so.
 */

const ID = /^\d{5,}$/;
/** Digits, or base64 of `comment:…`. */
const COMMENT = /^(?:\d{5,25}|Y29tbWVudD[A-Za-z0-9+/_-]{4,120}={0,2})$/;
const PFBID = /^pfbid[A-Za-z0-9]{10,}$/;

/**
 * The address without account name and tracking.
 * @param actorId the author's numeric id, when known: Facebook needs it for a `pfbid`.
 * @returns null when every known form names an account; empty when the address leads to no post at all.
 */
export function anonymousLink(link: string, actorId = ''): string | null {
  const url = parseUrl(link.trim());
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return '';
  if (/(^|\.)instagram\.com$/.test(url.hostname)) return instagram(url);
  if (/(^|\.)(facebook|fb)\.com$/.test(url.hostname)) return withComment(facebook(url, actorId), url);
  return elsewhere(url);
}

/** Pages of the site itself, which name nobody and lead to no post. */
const NO_POST = /^\/(?:home\.php|explore\/?|groups(?:\/feed)?\/?|watch\/?|reels\/?)?$/;

function instagram(url: URL): string | null {
  if (NO_POST.test(url.pathname)) return '';
  const found = url.pathname.match(/^\/(?:[\w.]+\/)?(p|reel|tv)\/([A-Za-z0-9_-]{5,})(?:\/(.*))?$/);
  if (!found) return null;
  const comment = /^c\/\d{5,30}\/(?:r\/\d{5,30}\/)?/.exec(`${found[3] ?? ''}/`)?.[0] ?? '';
  return `https://www.instagram.com/${found[1]}/${found[2]}/${comment}`;
}

/** A comment is part of a link only by its number: other forms of it are put together of nothing but numbers, too. */
function withComment(link: string | null, url: URL): string | null {
  if (!link) return link;
  const kept = ['comment_id', 'reply_comment_id'].flatMap((name) => {
    const value = url.searchParams.get(name) ?? '';
    return COMMENT.test(value) ? [`${name}=${value}`] : [];
  });
  return kept.length > 0 ? `${link}${link.includes('?') ? '&' : '?'}${kept.join('&')}` : link;
}

function facebook(url: URL, actorId: string): string | null {
  const base = 'https://www.facebook.com';
  const parts = url.pathname.split('/').filter(Boolean);
  const query = (name: string) => url.searchParams.get(name) ?? '';
  const [first = '', second = '', third = '', fourth = ''] = parts;

  if (first === 'groups' && (third === 'posts' || third === 'permalink') && ID.test(fourth)) {
    return `${base}/groups/${second}/posts/${fourth}/`;
  }
  if (NO_POST.test(url.pathname) && !url.searchParams.has('v')) return '';
  if (first === 'groups' && ID.test(query('multi_permalinks'))) {
    return `${base}/groups/${second}/posts/${query('multi_permalinks')}/`;
  }
  if (first === 'groups' && parts.length === 2) return `${base}/groups/${second}/`;
  if (first === 'photo' || first === 'photo.php')
    return ID.test(query('fbid')) ? `${base}/photo/?fbid=${query('fbid')}` : null;
  if (first === 'watch') return ID.test(query('v')) ? `${base}/watch/?v=${query('v')}` : null;
  if (first === 'reel' && ID.test(second)) return `${base}/reel/${second}/`;
  if (first === 'share')
    return /^\/share(\/[\w-]+){1,2}\/?$/.test(url.pathname) ? `${base}/${parts.join('/')}/` : null;
  if (first === 'permalink.php' || first === 'story.php')
    return story(query('story_fbid'), query('id') || actorId);
  if (second === 'photos' && ID.test(parts.at(-1) ?? '')) return `${base}/photo/?fbid=${parts.at(-1)}`;
  if (second === 'videos' && ID.test(parts.at(-1) ?? '')) return `${base}/watch/?v=${parts.at(-1)}`;
  if (second === 'posts') return story(parts.at(-1) ?? '', ID.test(first) ? first : actorId);
  if (parts.length === 1 && ID.test(first)) return `${base}/${first}`;
  return null;

  function story(post: string, actor: string): string | null {
    if (!ID.test(post) && !PFBID.test(post)) return null;
    if (ID.test(actor)) return `${base}/permalink.php?story_fbid=${post}&id=${actor}`;
    return ID.test(post) ? `${base}/${post}` : null;
  }
}

/** Another site: its address as it is, but never credentials, and nothing that only the browser needs. */
function elsewhere(url: URL): string {
  url.username = '';
  url.password = '';
  url.hash = '';
  return url.href;
}

/** `URL.parse` for browsers that have no such method yet (Chrome before 126). */
export function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
