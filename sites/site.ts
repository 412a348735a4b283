import type { Layer, SiteId } from '../complaints/reading.ts';

/** A kind of page on which posts stand, told from the address alone. */
export interface Surface {
  id: string;
  /** True for addresses on which this surface may appear. Pure; gets `location`-like parts only. */
  matches(url: URL): boolean;
}

/** Where the button goes: `before` is a child of `container`, or null for last. */
export interface Anchor {
  container: Element;
  before: Element | null;
}

/** Comments and replies that can be flagged on their own. Same rules as for posts: cheap, no layout reads. */
export interface CommentFinder {
  /**
   * Every flaggable comment or reply at or under `root`, in document order; none while it is loading, hidden by the
   * site, or under a post that is none (advertisement).
   */
  find(root: ParentNode, url: URL): Element[];
  /** Place for the quiet icon in the comment's line of small actions, or null when the line is not there. */
  anchor(comment: Element, url: URL): Anchor | null;
  /** The comment's own names, most certain first, from the DOM alone. */
  names(comment: Element, url: URL): string[];
  authorLabel(comment: Element): string;
}

/**
 * The half of a site that runs in the page: small, no libraries, nothing but finding and reading the DOM.
 * Selectors are ordered lists, newest first, each with the date it was last seen working.
 */
export interface SiteFinder {
  id: SiteId;
  /** Address tests; `null` from `surfaceOf` means: do nothing at all on this page. */
  surfaces: Surface[];
  surfaceOf(url: URL): string | null;
  /**
   * Every flaggable post at or under `root` (a document or an added node): never an ad, suggestion, skeleton,
   * story or grid tile. Cheap: no layout reads.
   */
  findPosts(root: ParentNode, url: URL): Element[];
  /** Place for the one button of a post, or null when the row is not there (yet). */
  anchor(post: Element, url: URL): Anchor | null;
  /** Names by which the DOM alone identifies the post now, most certain first; cheap enough for each sighting. */
  names(post: Element, url: URL): string[];
  /** Author's handle or name for the button's accessible name; empty when unreadable. */
  authorLabel(post: Element): string;
  comments: CommentFinder;
  /** Full DOM reading at the click. */
  readDom(post: Element, url: URL): Layer;
  /** The same for a comment: a layer with `under`, the post it stands under. */
  readComment(comment: Element, url: URL): Layer;
  /**
   * Raw JSON objects found in the document's islands that may speak of this post: bounded in number and size,
   * not interpreted here. The worker validates and maps them.
   */
  readIslands(document: Document, dom: Layer): unknown[];
}

/** The part of a finder that is read at a click only and comes into the page on demand. */
export type PostReader = Pick<SiteFinder, 'readDom' | 'readComment' | 'readIslands'>;
/** The part of a finder that every page of the site carries. */
export type PostFinder = Omit<SiteFinder, keyof PostReader>;

/** The half that runs in the worker: validates raw JSON of islands and store and turns it into layers. */
export interface SiteMapper {
  id: SiteId;
  /** Layers from raw objects; anything malformed is ignored. Never throws. */
  mapRaw(raw: unknown[], source: 'island' | 'store'): Layer[];
  /** Identity of a post from an address alone (context menu, pasted link), or null. */
  fromUrl(url: URL): { key: string | null; aliases: string[]; permalink: string } | null;
  /** The permalink to show and store for an identity key of this site. */
  permalinkOf(key: string, layers: Layer[]): string;
}
