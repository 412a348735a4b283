import { facebookPosts } from './facebook/find.ts';
import { instagramPosts } from './instagram/find.ts';
import type { PostFinder } from './site.ts';

/** What the content script carries of the site that a host belongs to; the readers come on demand (`finders.ts`). */
export function postFinderFor(host: string): PostFinder | null {
  if (host === 'www.instagram.com') return instagramPosts;
  if (host === 'www.facebook.com' || host === 'web.facebook.com') return facebookPosts;
  return null;
}
