import type { LabPerson, LabPhoto, LabPost, SiteId, World } from './types.ts';

/** One request as a site's routes see it. Header names are lower-case. */
export interface LabRequest {
  method: string;
  /** Whole address with the site's own host name, e.g. `https://www.facebook.com/groups/1/`. */
  url: URL;
  headers: Record<string, string>;
  /** Body as text; forms of GraphQL queries are `new URLSearchParams(request.body)`. */
  body: string;
}

export interface LabResponse {
  /** Default 200. */
  status?: number;
  headers?: Record<string, string>;
  /** An iterable is sent piece by piece, for answers that arrive in several lines. */
  body: string | Uint8Array | AsyncIterable<string>;
}

/**
 * Which rendering of a photo: `full` is the best offered (`photo.width` × `photo.height`, with EXIF), the others are
 * smaller; `square` is cropped to the shorter side, `square-small` to 240 px.
 */
export type PhotoVariant = 'full' | 'large' | 'medium' | 'small' | 'square' | 'square-small';

/** A JSON island: `<script type="application/json" data-sjs data-content-len="…">`. */
export interface Island {
  json: unknown;
  /** Further attributes, e.g. `{ 'data-processed': '1' }`. */
  attributes?: Record<string, string>;
}

export interface HtmlParts {
  title: string;
  /** Default `id`. */
  lang?: string;
  /** Classes of the root element. */
  htmlClass?: string;
  bodyClass?: string;
  /** CSS text; goes into a `<style>` with the nonce. */
  styles?: string;
  /** Markup for the head besides charset, viewport, title and styles. */
  head?: string;
  /** Markup of the body before the islands: the shell that the app replaces. */
  body: string;
  islands?: Island[];
  /** Client bundle to load, by `defer`, from the static host. */
  bundle?: SiteId;
}

export interface LabContext {
  world: World;
  seed: number;
  site: SiteId;
  /** Milliseconds by which XHR answers and rendering are late. Routes wait themselves (see `wait`). */
  latency: number;
  theme: 'light' | 'dark';
  /** The clock by which ages are shown, epoch seconds. */
  now(): number;
  /** Signed CDN address of a post's photo. */
  sign(photo: LabPhoto, variant: PhotoVariant, site?: SiteId): string;
  /** Pixel size of that rendering. */
  size(photo: LabPhoto, variant: PhotoVariant): { width: number; height: number };
  /** Signed CDN address of a person's profile picture (150 × 150). */
  avatar(person: LabPerson, site?: SiteId): string;
  /** Address of the site's client bundle on its static host. */
  bundle(name: SiteId): string;
  /** A document with strict CSP; the nonce is put on styles and scripts. */
  html(parts: HtmlParts): LabResponse;
  /** Resolves after `ms`, default the latency. */
  wait(ms?: number): Promise<void>;
  /** A post of this world by its id, code or pfbid, ads included. */
  post(id: string): LabPost | undefined;
}

/** What a site answers at its own hosts. `null` = 404. */
export interface SiteRoutes {
  handle(request: LabRequest, context: LabContext): LabResponse | Promise<LabResponse> | null;
}
