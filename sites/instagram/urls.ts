/** Addresses of www.instagram.com. */

export interface PostLink {
  code: string;
  /** Handle in the path (`/USER/p/CODE/`), when there is one. */
  handle: string;
  /** True when the link goes on to a comment, the likers, the comment page … of that post. */
  deeper: boolean;
}

/** First path parts that are pages of the site, never a person's handle. */
const RESERVED =
  /^(?:accounts|explore|direct|about|developer|legal|emails|challenge|stories|reels?|p|tv|web|session|privacy|terms|press|api|graphql|oauth|nametag|lite|your_activity|notifications|threads|popular|ads|consent|checkpoint|auth_platform)$/;
const POST = /^(?:\/([\w.]{1,30}))?\/(?:p|reel|reels|tv)\/([\w-]+)(?:\/(.*))?$/;

/** Path of a link on the site, or null for other hosts. `href` as it stands in the attribute. */
function pathOf(href: string): string | null {
  if (href.startsWith('/') && !href.startsWith('//')) return href.replace(/[?#].*$/, '');
  const match = /^https:\/\/www\.instagram\.com(\/[^?#]*)/.exec(href);
  return match?.[1] ?? null;
}

/** The post that a link leads to, or null. */
export function postLink(href: string | null): PostLink | null {
  const match = POST.exec(pathOf(href ?? '') ?? '');
  if (!match || match[2] === 'audio') return null;
  return { code: match[2] ?? '', handle: match[1] ?? '', deeper: !!match[3] };
}

/** The handle that a link to a profile names, or ''. */
export function profileHandle(href: string | null): string {
  const match = /^\/([\w.]{1,30})\/?$/.exec(pathOf(href ?? '') ?? '');
  return match?.[1] && !RESERVED.test(match[1]) ? match[1] : '';
}

/** A code that can be an identity. */
export function isCode(code: string): boolean {
  return /^[\w-]{5,64}$/.test(code);
}

/** Code of the post that an address shows, or ''. */
export function codeOf(url: URL): string {
  return postLink(url.pathname)?.code ?? '';
}

/** `/p/` resolves for every kind of post. */
export function permalink(code: string): string {
  return `https://www.instagram.com/p/${code}/`;
}

const PHOTO_HOST = /^[\w.-]+\.(?:cdninstagram\.com|fbcdn\.net)$/;

/** Whether an address is a picture of a post: right host, https, not a profile picture (`-19/`) or a static file. */
export function isPostPhoto(address: string): boolean {
  if (!address.startsWith('https://') || address.length > 4000) return false;
  try {
    const url = new URL(address);
    if (url.protocol !== 'https:' || url.username || url.port || !PHOTO_HOST.test(url.hostname)) return false;
    return (
      !/^(?:static|rsrc)\b/.test(url.hostname) && !/-19\//.test(url.pathname) && !/\.mp4$/.test(url.pathname)
    );
  } catch {
    return false;
  }
}
