/**
 * What a page yields about one post. A layer is one way of reading it; a capture is what is left after
 * the layers were compared. *Unreadable* is never the same as *empty*: an absent key in a layer means
 * "this layer does not know", an empty string means "the citizen wrote nothing".
 */

export type SiteId = 'instagram' | 'facebook';

/** Where a value came from. `user` is the official's own correction. */
export type FieldSource = 'dom' | 'island' | 'store' | 'meta' | 'url' | 'user';

/** Why a field could not be read; translated on screen. */
export type UnreadableReason =
  /** No layer that names this post holds the field. */
  | 'not-on-page'
  /** The page shows only a part (cut text, first photos) and nothing else holds the rest. */
  | 'only-partly'
  /** Layers that name this post disagree. */
  | 'contradiction'
  /** The author hides it. */
  | 'hidden'
  /** The complaint was noted by hand. */
  | 'by-hand'
  /** Removed at the citizen's request or by retention. */
  | 'purged';

export type Field<T> = { value: T; source: FieldSource } | { unreadable: UnreadableReason };

export interface Author {
  handle?: string;
  /** The site's numeric id, as digits. */
  id?: string;
  name?: string;
}

export interface Counts {
  likes?: number;
  comments?: number;
  shares?: number;
  /** True when the page shows rounded figures ("1,2 rb"). */
  approximate?: boolean;
}

export interface PhotoOffer {
  /** Address exactly as the page offered it; signed, so never rewritten. */
  url: string;
  width?: number;
  height?: number;
  kind: 'photo' | 'video-cover';
}

export type Audience = 'public' | 'friends' | 'group';

/**
 * Another post that gives a complaint its sense and is never mixed with it: the post that a comment stands under,
 * or the original that a share carries on.
 */
export interface PostContext {
  /** As in a layer. */
  names: string[];
  permalink?: string;
  author?: Author;
  text?: string;
  /** True when `text` is known to be cut by the page. */
  textCut?: boolean;
  /** Epoch ms. */
  postedAt?: number;
  photos?: PhotoOffer[];
}

/** What one layer could read of one post, or of one comment. */
export interface Layer {
  source: Exclude<FieldSource, 'user'>;
  /**
   * Every name under which this layer knows the post, most certain first, each `site:…`:
   * `instagram:CODE`, `facebook:POST_ID`, `facebook:pfbid…`, `facebook:photo:FBID`. A comment's own names are
   * `instagram:CODE#ID`, `facebook:POST_ID#ID`, `facebook:comment:ID`; the post's are in `under`.
   */
  names: string[];
  permalink?: string;
  author?: Author;
  /** Handles of those who published it together with the author: the page may name any of them first. */
  coAuthors?: string[];
  text?: string;
  /** True when `text` is known to be cut by the page. */
  textCut?: boolean;
  /** Epoch ms, exact to the second. */
  postedAt?: number;
  place?: string;
  counts?: Counts;
  countsHidden?: boolean;
  photos?: PhotoOffer[];
  /** How many photos the site says there are, when more than offered. */
  photoTotal?: number;
  audience?: Audience;
  paidPartnership?: boolean;
  /** Set for a comment or reply, and only then: the post it stands under. */
  under?: PostContext;
  /** The original that this post shares; the layer's own text and photos are the sharer's. */
  shared?: PostContext;
  /** Slide of the carousel that was in view, 1 and up (`img_index`). */
  slide?: number;
}

/** Which post: `key` is the complaint's identity, `aliases` every other name it is known by (key included). */
export interface Identity {
  key: string;
  aliases: string[];
  permalink: string;
}

/** The merged reading of one post, or of one comment, at one time. */
export interface Capture {
  site: SiteId | null;
  /** Surface id of the site, e.g. `feed`, `post`, `dialog`, `group`; `menu` or `manual` without a layout. */
  surface: string;
  /** null = the post could not be identified; nothing is invented. */
  identity: Identity | null;
  author: Field<Author>;
  text: Field<string>;
  /** Epoch ms. */
  postedAt: Field<number>;
  place: Field<string>;
  counts: Field<Counts>;
  photos: Field<PhotoOffer[]>;
  photoTotal?: number;
  audience: Field<Audience>;
  paidPartnership?: boolean;
  /** The post above, when the complaint is a comment. */
  under?: PostContext;
  /** The original, when the complaint is a share. */
  shared?: PostContext;
  /** Slide of the carousel that was in view, 1 and up. */
  slide?: number;
  /** Epoch ms of the reading. */
  readAt: number;
  /** Address of the page on which it was flagged. */
  pageUrl: string;
  /** Layers that were dropped because they named another post. */
  dropped: FieldSource[];
}

/** Whether a post is shown to friends or members only, so that nothing of it may be quoted elsewhere. */
export function isNotPublic(audience: Field<Audience>): boolean {
  return isReadable(audience) && audience.value !== 'public';
}

export function isReadable<T>(field: Field<T>): field is { value: T; source: FieldSource } {
  return 'value' in field;
}
