import type { Layer } from '../../complaints/reading.ts';
import type { SiteMapper } from '../site.ts';
import { layerOf } from './map-story.ts';
import { readPasted } from './share-links.ts';
import { numberOf, storiesIn } from './story.ts';
import { ORIGIN } from './urls.ts';

/** No click needs more. */
const MAX_LAYERS = 24;

function mapRaw(raw: unknown[], source: 'island' | 'store'): Layer[] {
  const layers: Layer[] = [];
  try {
    const stories = storiesIn(raw, MAX_LAYERS);
    // Of a story that was streamed in parts only the first may carry its number.
    const numbers = new Map(
      stories.map((story) => [story.id, numberOf(story)] as const).filter(([id, number]) => id && number),
    );
    for (const story of stories) {
      try {
        const layer = layerOf(story, source, numberOf(story) || numbers.get(story.id));
        if (layer) layers.push(layer);
      } catch {
        // One story of a shape never seen must not cost the others.
      }
    }
  } catch {
    return layers;
  }
  return layers;
}

/** Reads Facebook's JSON and addresses in the worker. */
export const facebookMapper: SiteMapper = {
  id: 'facebook',
  mapRaw,
  fromUrl: (url) => {
    const address = readPasted(url);
    if (!address) return null;
    const key = address.names.find((name) => /^facebook:\d+$/.test(name)) ?? null;
    return { key, aliases: address.names, permalink: address.permalink };
  },
  permalinkOf: (key, layers) => {
    const id = key.slice('facebook:'.length);
    const links = layers.flatMap((layer) => layer.permalink ?? []);
    const author = layers.find((layer) => layer.author?.id)?.author?.id;
    return (
      links.find((link) => link.includes(id) && !link.includes('/photo/')) ??
      links.find((link) => /pfbid/.test(link)) ??
      (author ? `${ORIGIN}/${author}/posts/${id}/` : `${ORIGIN}/${id}`)
    );
  },
};
