import type { Layer } from '../../complaints/reading.ts';
import type { SiteMapper } from '../site.ts';
import { commentLayer, isCommentShape } from './comment.ts';
import { pkOfCode } from './ids.ts';
import { isMediaShape } from './keys.ts';
import { mediaLayer } from './media.ts';
import { isCode, permalink, postLink } from './urls.ts';

/** Bound of the walk through raw objects: they come from a page and may be anything. */
const MAX_NODES = 20_000;
const MAX_LAYERS = 16;
/** Codes of this length have been a plain number since 2011. */
const USUAL = 11;

/** Instagram in the worker. */
export const instagramMapper: SiteMapper = {
  id: 'instagram',

  mapRaw(raw, source) {
    const layers: Layer[] = [];
    const stack: { value: unknown; post: Layer | null }[] = Array.isArray(raw)
      ? [...raw].reverse().map((value) => ({ value, post: null }))
      : [];
    for (let nodes = 0; stack.length > 0 && nodes < MAX_NODES && layers.length < MAX_LAYERS; nodes++) {
      const { value, post } = stack.pop() ?? {};
      if (!value || typeof value !== 'object') continue;
      const layer = readObject(value, source, post ?? null);
      if (layer) layers.push(layer);
      // In some answers comments lie within their post; nothing else in a post or comment is one of its own.
      const around = layer && !layer.under && layer.names[0]?.includes(':comment:') === false ? layer : post;
      for (const child of childrenOf(value)) {
        if (!layer || COMMENTS.test(child.key)) stack.push({ value: child.value, post: around ?? null });
      }
    }
    return layers;
  },

  fromUrl(url) {
    if (!/^(?:www\.|m\.)?instagram\.com$/.test(url.hostname)) return null;
    const shared = /^\/share\/(?:(?:p|reel|reels|tv)\/)?[\w-]{5,64}\/?$/.test(url.pathname);
    if (shared) return { key: null, aliases: [], permalink: `https://www.instagram.com${url.pathname}` };
    const { code = '', comment = '' } = postLink(url.pathname) ?? {};
    if (!isCode(code)) return null;
    if (comment) {
      const key = `instagram:${code}#${comment}`;
      const path = /\/(c\/\d+\/(?:r\/\d+\/)?)/.exec(`${url.pathname}/`)?.[1] ?? '';
      return { key, aliases: [key], permalink: permalink(code) + path };
    }
    const key = `instagram:${code}`;
    const pk = code.length === USUAL ? [`instagram:pk:${pkOfCode(code)}`] : [];
    return { key, aliases: [key, ...pk], permalink: permalink(code) };
  },

  permalinkOf(key, layers) {
    const [code = '', comment] = key.replace(/^instagram:/, '').split('#');
    if (!comment) return permalink(code);
    // A reply's address names the comment above it as well, which only the page knows.
    const told = layers
      .map((layer) => layer.permalink ?? '')
      .find((link) => namesComment(link, code, comment));
    return told ?? `${permalink(code)}c/${comment}/`;
  },
};

const COMMENTS = /comment/i;

function namesComment(link: string, code: string, comment: string): boolean {
  const target = link.startsWith(permalink(code)) ? postLink(link) : null;
  return target?.code === code && target.comment === comment;
}

/** Carousel items carry the parent's shape without its code; only what names a post or comment becomes a layer. */
function readObject(value: object, source: 'island' | 'store', post: Layer | null): Layer | null {
  try {
    if (isMediaShape(value)) return mediaLayer(value, source);
    return isCommentShape(value) ? commentLayer(value, source, post) : null;
  } catch {
    return null;
  }
}

function childrenOf(value: object): { key: string; value: object }[] {
  const children: { key: string; value: object }[] = [];
  try {
    for (const [key, child] of Object.entries(value).slice(0, 1000)) {
      if (child && typeof child === 'object') children.push({ key, value: child });
    }
  } catch {
    // A getter that throws: whatever lies under it is not read.
  }
  return children;
}
