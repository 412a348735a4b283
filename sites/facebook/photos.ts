import type { Layer, PhotoOffer } from '../../complaints/reading.ts';
import { type Dict, digits, field, isDict, list, type StoryParts, text } from './story.ts';
import { isPostPhoto } from './urls.ts';

/** More than any album holds. */
const MAX_PHOTOS = 100;

/** Photos and video covers of a story, each once and in the widest size that the page offers. */
export function photosOf({ media, albums }: StoryParts): Pick<Layer, 'photos' | 'photoTotal'> {
  const best = new Map<string, PhotoOffer>();
  for (const item of media) {
    const video = item.__typename === 'Video';
    const sizes = offersIn(item, video ? 'video-cover' : 'photo');
    const widest = sizes.reduce<PhotoOffer | undefined>(
      (a, b) => (!a || reach(b) > reach(a) ? b : a),
      undefined,
    );
    if (!widest) continue;
    const name = video ? `video:${digits(item.id)}` : fileOf(widest.url);
    const known = best.get(name);
    if (!known || reach(widest) > reach(known)) best.set(name, widest);
    if (best.size >= MAX_PHOTOS) break;
  }
  const photos = [...best.values()];
  const total = Math.max(
    0,
    ...albums.map((album) => Number(field(field(album, 'all_subattachments'), 'count')) || 0),
  );
  return {
    ...(photos.length > 0 && { photos }),
    ...(Number.isInteger(total) && total > photos.length && total < 10_000 && { photoTotal: total }),
  };
}

/** Every `{uri, width, height}` in a photo or video, a few levels deep; not those of its owner. */
function offersIn(media: Dict, kind: PhotoOffer['kind']): PhotoOffer[] {
  const offers: PhotoOffer[] = [];
  const add = (uri: string, holder: Dict): void => {
    if (uri.length > 4000 || !isPostPhoto(uri)) return;
    const width = Number(holder.width);
    const height = Number(holder.height);
    offers.push({ url: uri, kind, ...(width > 0 && height > 0 && { width, height }) });
  };
  const stack: { value: unknown; depth: number }[] = [{ value: media, depth: 0 }];
  for (let nodes = 0; stack.length > 0 && nodes < 500; nodes++) {
    const step = stack.pop();
    if (!step || step.depth > 5) continue;
    for (const item of list(step.value)) stack.push({ value: item, depth: step.depth + 1 });
    if (!isDict(step.value)) continue;
    if (step.depth > 0 && /^(?:Photo|Video|Story|User|Page)$/.test(text(step.value.__typename))) continue;
    add(text(field(step.value, 'uri')), step.value);
    for (const [key, value] of Object.entries(step.value).reverse()) {
      if (/^(?:owner|profile_picture|feedback|creation_story)/.test(key)) continue;
      if (typeof value === 'string' && /thumbnail/.test(key)) add(value, {});
      else if (typeof value === 'object') stack.push({ value, depth: step.depth + 1 });
    }
  }
  return offers;
}

/** Width, or what the address tells of it; without a size in it the photo is whole (up to 2048). */
function reach(offer: PhotoOffer): number {
  if (offer.width) return offer.width;
  const size = /[?&]stp=[^&]*?_?[sp](\d{2,4})x\d{2,4}/.exec(offer.url)?.[1];
  return size ? Number(size) : 2048;
}

/** The last part of the path is the same for every size of one photo. */
function fileOf(url: string): string {
  const path = url.replace(/[?#].*$/, '');
  return path.slice(path.lastIndexOf('/') + 1);
}
