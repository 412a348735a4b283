import { TanggapError } from '../../protocol/errors.ts';
import { type Addressed, addressed } from './addressed.ts';

/** Anything like an address, with or without `https://`, in a text that an app copied with it. */
const ADDRESS = /(?:https?:\/\/)?(?:[a-z0-9-]+\.)+[a-z]{2,}\/[^\s<>"'“”]*/i;
const LONGEST = 4_000;

/**
 * The post or comment that a pasted text links to, from the address alone; no request is made.
 * @throws TanggapError `link-none` without an address, `link-foreign` for another site, `link-share` for one that
 *   only the site itself can resolve, `link-not-a-post` for a profile, group or page of the site.
 */
export function readPastedLink(text: string): { url: string; post: Addressed } {
  const found = ADDRESS.exec(text.slice(0, 20_000))?.[0].replace(/[).,;:!?]+$/, '') ?? '';
  const url = `https://${found.replace(/^https?:\/\//i, '')}`;
  if (found === '' || url.length > LONGEST || !URL.canParse(url)) throw new TanggapError('link-none');
  const post = addressed(url);
  if (post.site === null) throw new TanggapError('link-foreign');
  if (post.share) throw new TanggapError('link-share');
  if (!post.identity) throw new TanggapError('link-not-a-post');
  return { url, post };
}
