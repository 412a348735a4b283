import { facebookFinder } from './facebook/finder.ts';
import { instagramFinder } from './instagram/finder.ts';
import type { SiteFinder } from './site.ts';

/** The site that a host belongs to. */
export function finderFor(host: string): SiteFinder | null {
  if (host === 'www.instagram.com') return instagramFinder;
  if (host === 'www.facebook.com' || host === 'web.facebook.com') return facebookFinder;
  return null;
}
