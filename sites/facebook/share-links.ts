import { permalinkOf, toComment } from './permalink.ts';
import { type Address, commentIn, isSite, linkUrl, ORIGIN, readAddress } from './urls.ts';

/** What a pasted address names, and how it is kept. */
export interface Pasted {
  names: string[];
  permalink: string;
}

/**
 * Addresses that people paste: those of posts, and share codes, which redirect to a post and so name it by alias only
 * (`/share/p/CODE`, `fb.watch/CODE`).
 */
export function readPasted(pasted: URL): Pasted | null {
  const url = unwrapped(pasted);
  const path = url.pathname.split('/').filter(Boolean);
  const code = path[path.length - 1] ?? '';
  const short = /^https?:$/.test(url.protocol) && url.hostname === 'fb.watch' && path.length === 1;
  const share = isSite(url) && path[0] === 'share' && path.length > 1;
  if (!(short || share) || !/^[\w.-]{3,80}$/.test(code))
    return commentOr(readAddress(url) ?? older(url), url);
  const permalink = `${short ? 'https://fb.watch' : ORIGIN}/${path.slice(0, 3).join('/')}/`;
  return { names: [`facebook:share:${code}`], permalink };
}

/** What a link out of the site, or a gate before a post, leads to. */
function unwrapped(url: URL): URL {
  if (!isSite(url)) return url;
  const to = /^\/l\.php$/.test(url.pathname)
    ? url.searchParams.get('u')
    : /^\/(?:login(?:\.php)?|checkpoint)\/?$/.test(url.pathname)
      ? url.searchParams.get('next')
      : null;
  return linkUrl(to) ?? url;
}

/** `/groups/G?view=permalink&id=N`, as the old mobile site has it. */
function older(url: URL): Address | null {
  const group = /^\/groups\/[^/]+/.exec(url.pathname)?.[0];
  const id = url.searchParams.get('id') ?? '';
  if (!group || !isSite(url) || url.searchParams.get('view') !== 'permalink') return null;
  return readAddress(new URL(`${group}/posts/${id}/`, ORIGIN));
}

/** A link to a comment names the comment, never the post above it. */
function commentOr(post: Address | null, url: URL): Pasted | null {
  if (!post) return null;
  const comment = commentIn(url);
  const permalink = permalinkOf(post);
  if (!comment) return { names: post.names, permalink };
  const linked = post.names.find((name) => /^facebook:\d+$/.test(name)) ?? '';
  const coded = comment.post && post.post ? `facebook:${comment.post}` : '';
  if (linked && coded && linked !== coded) return null;
  const number = linked || coded;
  const names = [...(number ? [`${number}#${comment.id}`] : []), `facebook:comment:${comment.id}`];
  return { names, permalink: toComment(permalink, comment.id, comment.parent) };
}
