import { manualKey, postOfComment } from '../../complaints/identity.ts';
import type { Capture, Field, Identity, PhotoOffer, PostContext, SiteId } from '../../complaints/reading.ts';
import { mappers } from '../../sites/mappers.ts';

/** A post or comment as far as an address alone tells; without identity when the address is not of one. */
export interface Addressed {
  site: SiteId | null;
  identity: Identity | null;
  /** The post above, when the address is a comment's. */
  under?: PostContext;
  /** A share link: which post it leads to is known to the site alone. */
  share?: boolean;
}

/** Site and identity from an address. One that names a post but not for good becomes an alias of a manual one. */
export function addressed(address: string): Addressed {
  if (!URL.canParse(address)) return { site: null, identity: null };
  const url = new URL(address);
  const site = siteOf(url);
  const found = site && mappers[site].fromUrl(url);
  if (!found) return { site, identity: null };
  const share = found.key === null && found.aliases.every((name) => name.includes(':share:'));
  if (found.key === null && found.aliases.length === 0) return { site, identity: null, share };
  const key = found.key ?? manualKey(crypto.randomUUID());
  const post = postOfComment(key);
  return {
    site,
    identity: {
      key,
      aliases: [...new Set([key, ...found.aliases])].slice(0, 60),
      permalink: found.permalink,
    },
    ...(post ? { under: { names: [post] } } : {}),
    ...(share ? { share } : {}),
  };
}

function siteOf(url: URL): SiteId | null {
  if (url.protocol !== 'https:') return null;
  if (/^(?:www\.|m\.)?instagram\.com$/.test(url.hostname)) return 'instagram';
  return /(?:^|\.)facebook\.com$|^fb\.watch$/.test(url.hostname) ? 'facebook' : null;
}

/** A reading made without a page: by the menu or by hand. Nothing is invented. */
export function handCapture(input: {
  post: Addressed;
  surface: 'menu' | 'manual';
  pageUrl: string;
  text: string;
  place: string;
  photos: PhotoOffer[];
  now: number;
}): Capture {
  const none = <T>(): Field<T> => ({ unreadable: 'by-hand' });
  const byUser = (value: string): Field<string> => (value === '' ? none() : { value, source: 'user' });
  return {
    site: input.post.site,
    surface: input.surface,
    identity: input.post.identity,
    author: none(),
    text: byUser(input.text),
    postedAt: none(),
    place: byUser(input.place),
    counts: none(),
    photos: input.photos.length > 0 ? { value: input.photos, source: 'dom' } : none(),
    audience: none(),
    ...(input.post.under ? { under: input.post.under } : {}),
    readAt: input.now,
    pageUrl: input.pageUrl,
    dropped: [],
  };
}
