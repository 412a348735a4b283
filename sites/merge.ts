import { isIdentity } from '../complaints/identity.ts';
import type {
  Capture,
  Field,
  FieldSource,
  Identity,
  Layer,
  SiteId,
  UnreadableReason,
} from '../complaints/reading.ts';
import { acceptLayers } from './merge-accept.ts';
import { mergeShared, mergeUnder } from './merge-context.ts';
import { mergeCounts, mergePhotos, mergeText } from './merge-fields.ts';

export interface MergeContext {
  site: SiteId;
  surface: string;
  pageUrl: string;
  /** Epoch ms of the click. */
  readAt: number;
  /** The site's own way to a permalink (`SiteMapper.permalinkOf`); without it the layers' permalinks serve. */
  permalinkOf?(key: string, layers: Layer[]): string;
}

/** JSON keyed by the post's own id tells more than what is drawn; the live store more than the islands. */
const TRUST: Record<Layer['source'], number> = { store: 0, island: 1, dom: 2, meta: 3, url: 4 };

/**
 * The heart of the product: what one click read of one post, from the DOM and from whatever other layers claim
 * to speak of it. A layer counts only when it names the same post as the DOM; one that shares a name and
 * contradicts the identity is dropped and listed. Never a mixture of two posts: in doubt there is no identity,
 * or a field is unreadable. Pure.
 */
export function mergeLayers(dom: Layer, others: Layer[], context: MergeContext): Capture {
  const { accepted, dropped, names, mixed } = acceptLayers(dom, others);
  // Of a DOM that may be of two posts only the name is believed; everything else has to come from elsewhere.
  const layers = (mixed ? [...accepted] : [dom, ...accepted]).sort(
    (a, b) => TRUST[a.source] - TRUST[b.source],
  );
  const photos = mergePhotos(layers);
  const paid = layers.find((layer) => layer.paidPartnership !== undefined)?.paidPartnership;
  const under = mergeUnder(dom, accepted, others);
  const shared = mergeShared(layers);
  const capture: Capture = {
    site: context.site,
    surface: context.surface,
    identity: identify(dom, layers, names, context),
    author: mergeAuthor(layers),
    text: mergeText(layers),
    postedAt: agreed(layers, (layer) => layer.postedAt),
    place: firstTold(
      layers,
      (layer) => layer.place || undefined,
      (layer) => layer.place,
    ),
    counts: mergeCounts(layers),
    photos: photos.field,
    ...(photos.total === undefined ? {} : { photoTotal: photos.total }),
    audience: firstTold(layers, (layer) => layer.audience),
    ...(paid === undefined ? {} : { paidPartnership: paid }),
    ...(under ? { under } : {}),
    ...(shared ? { shared } : {}),
    ...(dom.slide === undefined ? {} : { slide: dom.slide }),
    readAt: context.readAt,
    pageUrl: context.pageUrl,
    dropped,
  };
  return mixed ? { ...capture, ...contradicted(capture) } : capture;
}

/** What nobody tells is missing because the tellers contradict each other, and is said to be. */
function contradicted(capture: Capture): Partial<Capture> {
  const fields = ['author', 'text', 'postedAt', 'place', 'counts', 'photos', 'audience'] as const;
  const missing = fields.filter((field) => 'unreadable' in capture[field]);
  return Object.fromEntries(missing.map((field) => [field, unreadable('contradiction')]));
}

/** The key is the first name that may be an identity: the DOM's own, else that of the most trusted layer. */
function identify(dom: Layer, layers: Layer[], names: string[], context: MergeContext): Identity | null {
  const own = dom.names.filter((name) => isIdentity(name));
  // Instagram knows one code per post; a DOM that shows two has been read across two posts.
  if (context.site === 'instagram' && new Set(own).size > 1) return null;
  const key = own[0] ?? names.find((name) => isIdentity(name));
  if (!key?.startsWith(`${context.site}:`)) return null;
  const permalink =
    context.permalinkOf?.(key, layers) ??
    [dom, ...layers].find((layer) => layer.permalink)?.permalink ??
    plainPermalink(context.site, key.slice(key.indexOf(':') + 1));
  return { key, aliases: [...new Set([key, ...names])].slice(0, 60), permalink };
}

function plainPermalink(site: SiteId, id: string): string {
  const [post = '', comment] = id.split('#');
  if (site === 'instagram') {
    return `https://www.instagram.com/p/${post}/${comment ? `c/${comment}/` : ''}`;
  }
  return `https://www.facebook.com/${post}${comment ? `?comment_id=${comment}` : ''}`;
}

function mergeAuthor(layers: Layer[]): Capture['author'] {
  const author: NonNullable<Layer['author']> = {};
  let source: FieldSource | null = null;
  for (const layer of layers) {
    if (!layer.author) continue;
    for (const key of ['handle', 'id', 'name'] as const) {
      if (author[key] || !layer.author[key]) continue;
      author[key] = layer.author[key];
      source ??= layer.source;
    }
  }
  return source ? { value: author, source } : unreadable('not-on-page');
}

/** A field on which all layers must agree. */
function agreed<T>(layers: Layer[], read: (layer: Layer) => T | undefined): Field<T> {
  const told = firstTold(layers, read);
  if (!('value' in told)) return told;
  const differs = layers.some((layer) => read(layer) !== undefined && read(layer) !== told.value);
  return differs ? unreadable('contradiction') : told;
}

/** The first reader that any layer answers, most trusted layer first. */
function firstTold<T>(layers: Layer[], ...readers: ((layer: Layer) => T | undefined)[]): Field<T> {
  for (const read of readers) {
    for (const layer of layers) {
      const value = read(layer);
      if (value !== undefined) return { value, source: layer.source };
    }
  }
  return unreadable('not-on-page');
}

function unreadable<T>(reason: UnreadableReason): Field<T> {
  return { unreadable: reason };
}
