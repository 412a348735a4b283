import { type Address, isSite, ORIGIN, readAddress } from './urls.ts';

/**
 * Addresses that people paste: those of posts, and share codes, which redirect to a post and so name it by alias only
 * (`/share/p/CODE`, `fb.watch/CODE`).
 */
export function readPasted(url: URL): Address | null {
  const path = url.pathname.split('/').filter(Boolean);
  const code = path[path.length - 1] ?? '';
  const short = /^https?:$/.test(url.protocol) && url.hostname === 'fb.watch' && path.length === 1;
  const share = isSite(url) && path[0] === 'share' && path.length > 1;
  if (!(short || share) || !/^[\w.-]{3,80}$/.test(code)) return readAddress(url);
  const permalink = `${short ? 'https://fb.watch' : ORIGIN}/${path.slice(0, 3).join('/')}/`;
  return { names: [`facebook:share:${code}`], permalink, actor: '', post: true };
}
