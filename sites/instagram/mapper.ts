import type { Layer } from '../../complaints/reading.ts';
import type { SiteMapper } from '../site.ts';
import { mediaLayer } from './media.ts';
import { codeOf, isCode, permalink } from './urls.ts';

/** Bound of the walk through raw objects: they come from a page and may be anything. */
const MAX_NODES = 20_000;
const MAX_LAYERS = 16;

/** Instagram in the worker. */
export const instagramMapper: SiteMapper = {
  id: 'instagram',

  mapRaw(raw, source) {
    const layers: Layer[] = [];
    const stack: unknown[] = Array.isArray(raw) ? [...raw].reverse() : [];
    for (let nodes = 0; stack.length > 0 && nodes < MAX_NODES && layers.length < MAX_LAYERS; nodes++) {
      const value = stack.pop();
      if (!value || typeof value !== 'object') continue;
      const layer = readMedia(value, source);
      if (layer) layers.push(layer);
      else pushChildren(stack, value);
    }
    return layers;
  },

  fromUrl(url) {
    if (url.hostname !== 'www.instagram.com' && url.hostname !== 'instagram.com') return null;
    const code = codeOf(url);
    if (!isCode(code)) return null;
    return { key: `instagram:${code}`, aliases: [`instagram:${code}`], permalink: permalink(code) };
  },

  permalinkOf: (key) => permalink(key.replace(/^instagram:/, '')),
};

/** Carousel items carry the parent's shape without its code; only what names a post becomes a layer. */
function readMedia(value: object, source: 'island' | 'store'): Layer | null {
  try {
    if (!('code' in value) || typeof value.code !== 'string') return null;
    const telling = ['image_versions2', 'carousel_media', 'taken_at', 'caption', 'display_uri'];
    return telling.some((key) => key in value) ? mediaLayer(value, source) : null;
  } catch {
    return null;
  }
}

function pushChildren(stack: unknown[], value: object): void {
  let children: unknown[];
  try {
    children = Object.values(value);
  } catch {
    return;
  }
  for (const child of children.slice(0, 1000)) if (child && typeof child === 'object') stack.push(child);
}
