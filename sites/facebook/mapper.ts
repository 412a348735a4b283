import type { Layer } from '../../complaints/reading.ts';
import type { SiteMapper } from '../site.ts';
import { commentLayer } from './map-comment.ts';
import { layerOf } from './map-story.ts';
import { readPasted } from './share-links.ts';
import { commentsIn, numberOf, storiesIn } from './story.ts';
import { ORIGIN } from './urls.ts';

/** No click needs more. */
const MAX_LAYERS = 24;
const MAX_COMMENTS = 200;

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
    for (const comment of commentsIn(raw, MAX_COMMENTS, false)) {
      try {
        const layer = commentLayer(comment, source);
        if (layer && layers.length < MAX_LAYERS) layers.push(layer);
      } catch {
        // As above.
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
    const key = address.names.find((name) => /^facebook:\d+(?:#\d+)?$/.test(name)) ?? null;
    return { key, aliases: address.names, permalink: address.permalink };
  },
  permalinkOf: (key, layers) => {
    const [id = '', comment] = key.slice('facebook:'.length).split('#');
    if (comment) return commentPermalink(id, comment, layers);
    const links = layers.flatMap((layer) => layer.permalink ?? []);
    const author = layers.find((layer) => layer.author?.id)?.author?.id;
    return (
      links.find((link) => link.includes(id) && !link.includes('/photo/')) ??
      links.find((link) => /pfbid/.test(link)) ??
      (author ? `${ORIGIN}/${author}/posts/${id}/` : `${ORIGIN}/${id}`)
    );
  },
};

function commentPermalink(id: string, comment: string, layers: Layer[]): string {
  const own = layers
    .flatMap((layer) => layer.permalink ?? [])
    .find((link) => link.includes(`comment_id=${comment}`));
  const post = layers.flatMap((layer) => layer.under?.permalink ?? [])[0] ?? `${ORIGIN}/${id}`;
  return own ?? `${post}${post.includes('?') ? '&' : '?'}comment_id=${comment}`;
}
