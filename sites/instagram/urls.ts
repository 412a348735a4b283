/** Addresses of www.instagram.com. */

export interface PostLink {
  code: string;
  /** Handle in the path (`/USER/p/CODE/`), when there is one. */
  handle: string;
  /** True when the link goes on to a comment, the likers, the comment page … of that post. */
  deeper: boolean;
  /** Id of the comment or reply that the link leads to, or ''. */
  comment: string;
}

/** First path parts that are pages of the site, never a person's handle. */
const RESERVED =
  /^(?:accounts|explore|direct|about|developer|legal|emails|challenge|stories|reels?|p|tv|web|session|privacy|terms|press|api|graphql|oauth|nametag|lite|your_activity|notifications|threads|popular|ads|consent|checkpoint|auth_platform|share|s|login|help|blog|maps|archive|saved)$/;
const POST = /^(?:\/([\w.]{1,30}))?\/(?:p|reels?|tv)\/([\w-]+)(?:\/(.*))?$/;
const COMMENT = /^c\/(\d{5,30})(?:\/r\/(\d{5,30}))?\/?$/;

/** Path of a link on the site, or null for other hosts. `href` as it stands in the attribute. */
function pathOf(href: string): string | null {
  if (href.startsWith('/') && !href.startsWith('//')) return href.replace(/[?#].*$/, '');
  const match = /^https:\/\/(?:www\.)?instagram\.com(\/[^?#]*)/.exec(href);
  return match?.[1] ?? null;
}

/** The post that a link leads to, or null. */
export function postLink(href: string | null): PostLink | null {
  const match = POST.exec(pathOf(href ?? '') ?? '');
  const [, handle = '', code = '', rest = ''] = match ?? [];
  if (!match || code === 'audio' || RESERVED.test(handle)) return null;
  const [, comment = '', reply = ''] = COMMENT.exec(rest) ?? [];
  return { code, handle, deeper: rest !== '', comment: reply || comment };
}

/** The handle that a link to a profile, or to its reels, names; or ''. */
export function profileHandle(href: string | null): string {
  const match = /^\/([\w.]{1,30})(?:\/reels)?\/?$/.exec(pathOf(href ?? '') ?? '');
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

export const isFeed = (url: URL) =>
  url.pathname === '/' ||
  (/^\/[\w.]+\/feed\/?$/.test(url.pathname) && !!profileHandle(url.pathname.replace(/feed\/?$/, '')));
export const isReels = (url: URL) =>
  /^\/reels\/(?:[\w-]{5,}\/?)?$/.test(url.pathname) && !/^\/reels\/audio\b/.test(url.pathname);
export const isPost = (url: URL) => !!postLink(url.pathname) && !isReels(url);

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

/** File name of a picture without its ending, the same for every size; '' when there is none worth comparing. */
export function fileOf(address: string): string {
  return /\/([\w-]{8,})\.\w+(?:[?#]|$)/.exec(address)?.[1] ?? '';
}
