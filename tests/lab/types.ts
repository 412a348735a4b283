/**
 * The lab's ground truth. It lives in the test process only: neither page nor extension can reach it.
 * Times are epoch seconds, as both sites use them. Ids are strings, because they exceed 2^53.
 */
export type SiteId = 'instagram' | 'facebook';

export interface LabPerson {
  /** Numeric id as a string of digits. */
  id: string;
  handle: string;
  name: string;
  verified?: boolean;
}

export interface LabPhoto {
  /** File name without folder or query, shared by all sizes of one photo: `111_222_333_n.jpg`. */
  file: string;
  /** Facebook's fbid, or Instagram's child pk. */
  id: string;
  width: number;
  height: number;
  /** Which generated scene is drawn: 'road', 'lamp', 'waste', 'flood', 'school', 'tree', 'pipe', 'market'. */
  scene: string;
  /** A video of which this is the cover. */
  video?: boolean;
}

export interface LabComment {
  id: string;
  author: LabPerson;
  /** Full text; empty where a comment is a moving picture only. */
  text: string;
  createdAt: number;
  likes?: number;
  /** Answers to this comment, one level deep. */
  replies?: LabComment[];
  /** The site hides it until its reader asks for it. */
  hidden?: boolean;
  /** A moving picture instead of words. */
  gif?: boolean;
}

/** What stands at one place of a feed. Only `post` may ever get a button. */
export type LabItemKind =
  | 'post'
  | 'ad-labelled'
  | 'ad-scrambled'
  | 'ad-unlabelled'
  | 'suggested-people'
  | 'skeleton';

export interface LabPost {
  site: SiteId;
  /** Instagram: shortcode. Facebook: numeric post id. */
  id: string;
  /** Instagram media pk; on Facebook the same as `id`. */
  pk: string;
  /** Facebook's changing alias, `pfbid0…`. */
  pfbid?: string;
  author: LabPerson;
  /** Full text, never cut. */
  text: string;
  postedAt: number;
  place?: string;
  photos: LabPhoto[];
  /** The first photo is the cover of a video. */
  video?: boolean;
  /** null = hidden by the author. */
  likes: number | null;
  comments: number;
  shares: number;
  group?: { id: string; name: string };
  /** Facebook audience; only 'public' may be quoted. */
  audience: 'public' | 'friends' | 'group';
  replies: LabComment[];
  commentsOff?: boolean;
  paidPartnership?: boolean;
  /** Those who published it together with the author. */
  coAuthors?: LabPerson[];
  /** A video whose cover the page does not show, so that nothing in a slot of the viewer names it. */
  coverless?: boolean;
}

export interface LabItem {
  kind: LabItemKind;
  /** Present for `post` and the ads (an ad has an author, text, photo, but is never flaggable). */
  post?: LabPost;
}

export interface World {
  seed: number;
  instagram: {
    feed: LabItem[];
    stories: LabPerson[];
    /** What the viewer of short videos shows, in order; some of it stands in the feed too. */
    reels: LabItem[];
  };
  facebook: {
    feed: LabItem[];
    groups: { id: string; name: string; items: LabItem[] }[];
    /** Which of the two live variants of the home feed this account gets. */
    feedVariant: 'posinset' | 'article';
  };
}

/** One request that reached the lab, with what caused it. */
export interface LoggedRequest {
  at: number;
  host: string;
  method: string;
  path: string;
  /**
   * `document` navigation · `page` made by the site's own app or markup · `extension` carries the marks of the
   * extension (no page referrer, service-worker destination, extension origin) · `unknown` anything else.
   */
  cause: 'document' | 'page' | 'extension' | 'unknown';
  /** Sec-Fetch-*, Origin, Referer, Cookie as received, for assertions on credentials and referrer. */
  headers: Record<string, string>;
  status: number;
}

export interface LabOptions {
  seed: number;
  /** 0 = any free port. */
  port?: number;
  /** Milliseconds that XHR answers and hydration are delayed. Default small but not 0. */
  latency?: number;
  /** Seconds for which a CDN address is valid. Default 4 days. */
  photoTtl?: number;
  feedVariant?: 'posinset' | 'article';
  /** Page theme of both sites. */
  theme?: 'light' | 'dark';
  /** The moment at which the feeds are looked at, epoch seconds. Default a fixed one (`WORLD_NOW`). */
  now?: number;
}

export interface Lab {
  seed: number;
  port: number;
  world: World;
  /** Chromium flags that map the sites' names to this server and everything else to nowhere. */
  chromeArgs: string[];
  /** Port of a CONNECT proxy for Firefox that pipes the sites' names to this server and refuses all others. */
  proxyPort: number;
  requests(): LoggedRequest[];
  clearRequests(): void;
  /** All flaggable posts by site and id. */
  find(site: SiteId, id: string): LabPost | undefined;
  /** Make photo requests fail: 'forbidden' 403, 'huge' 30 MB, 'text' not a picture, 'slow' 60 s, null = normal. */
  setPhotoFault(fault: 'forbidden' | 'huge' | 'text' | 'slow' | null): void;
  /** Bytes that the CDN serves for a photo in its best offered size (for hash comparison). */
  photoBytes(photo: LabPhoto): Uint8Array;
  close(): Promise<void>;
}
