import type { PhotoOffer } from '../../complaints/reading.ts';
import { commentRows } from './comments.ts';
import { inside } from './selectors.ts';
import { fileOf, isPostPhoto } from './urls.ts';

/** Pictures of the post, each once, in the best size that the markup offers. */
export function readPhotos(post: Element): PhotoOffer[] {
  const photos: PhotoOffer[] = [];
  const rows = commentRows(post);
  const seen = new Set<string>();
  const add = (photo: PhotoOffer) => {
    const file = fileOf(photo.url) || photo.url;
    if (!seen.has(file) && photos.length < 30) photos.push(photo);
    seen.add(file);
  };
  for (const media of post.querySelectorAll('img,video')) {
    if (inside(media, 'h1,h2,h3,form,a[href*="/audio/"]', post) || rows.some((row) => row.contains(media)))
      continue;
    if (media.localName === 'video') {
      const poster = media.getAttribute('poster') ?? '';
      if (isPostPhoto(poster)) add({ url: poster, kind: 'video-cover' });
      continue;
    }
    const photo = bestOf(media as HTMLImageElement);
    if (photo) add({ ...photo, kind: isCover(media, post) ? 'video-cover' : 'photo' });
  }
  return photos;
}

function isCover(image: Element, post: Element): boolean {
  const slide = inside(image, 'li', post);
  if (slide) return slide.querySelector('video') !== null;
  for (let block = image.parentElement, level = 0; block && block !== post && level < 8; level++) {
    if (block.querySelector('video')) return true;
    block = block.parentElement;
  }
  return false;
}

function bestOf(image: HTMLImageElement): Omit<PhotoOffer, 'kind'> | null {
  let best: Omit<PhotoOffer, 'kind'> | null = null;
  for (const candidate of (image.getAttribute('srcset') ?? '').split(/,\s+/)) {
    const match = /^(\S+)\s+(\d+)w$/.exec(candidate.trim());
    if (!match?.[1] || !isPostPhoto(match[1])) continue;
    if (!best || Number(match[2]) > (best.width ?? 0)) best = { url: match[1], width: Number(match[2]) };
  }
  if (best) return best;
  const url = image.currentSrc || image.src;
  if (!isPostPhoto(url)) return null;
  return image.naturalWidth > 0 ? { url, width: image.naturalWidth, height: image.naturalHeight } : { url };
}

/** Slides of a carousel by its row of dots: siblings without content, as many as there are slides. */
export function countSlides(post: Element): number {
  const list = post.querySelector('[role="presentation"] ul');
  for (
    let block: Element | null | undefined = list?.closest('[role="presentation"]'), level = 0;
    block && level < 4;
    level++
  ) {
    for (let next = block.nextElementSibling; next; next = next.nextElementSibling) {
      const dots = [...next.children];
      if (dots.length > 1 && dots.every((dot) => dot.localName === 'div' && !dot.firstChild))
        return dots.length;
    }
    block = block.parentElement;
  }
  return 0;
}
