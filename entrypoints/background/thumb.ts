import { LOOK_SIDE, lookOf } from '../../complaints/photo-look.ts';
import type { Shrink } from '../../storage/photo-bytes.ts';

/** Shorter side of a thumbnail in px: twice the size at which lists show it, and some. */
const SIDE = 160;

/**
 * A small JPEG of a picture, drawn anew and so without metadata; null where the browser cannot draw in a
 * worker or cannot read the picture.
 */
export const shrink: Shrink = async (bytes, mime) => {
  if (typeof createImageBitmap !== 'function' || typeof OffscreenCanvas !== 'function') return null;
  const image = await createImageBitmap(new Blob([bytes], { type: mime }));
  try {
    const { width, height } = image;
    const scale = Math.min(1, SIDE / Math.min(width, height), (SIDE * 4) / Math.max(width, height));
    const canvas = new OffscreenCanvas(
      Math.max(1, Math.round(width * scale)),
      Math.max(1, Math.round(height * scale)),
    );
    const context = canvas.getContext('2d');
    if (!context) return { width, height };
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 });
    return { thumb: await blob.arrayBuffer(), width, height, look: readLook(canvas) };
  } finally {
    image.close();
  }
};

/** Fields are means of many points, so that the packing of a site does not move them. */
const FINE = LOOK_SIDE * 8;

function readLook(picture: OffscreenCanvas): string {
  const context = new OffscreenCanvas(FINE, FINE).getContext('2d', { willReadFrequently: true });
  if (!context) return '';
  context.drawImage(picture, 0, 0, FINE, FINE);
  const { data } = context.getImageData(0, 0, FINE, FINE);
  const greys = new Array<number>(LOOK_SIDE * LOOK_SIDE).fill(0);
  for (let y = 0; y < FINE; y++) {
    for (let x = 0; x < FINE; x++) {
      const at = (y * FINE + x) * 4;
      const grey = (data[at] ?? 0) * 0.299 + (data[at + 1] ?? 0) * 0.587 + (data[at + 2] ?? 0) * 0.114;
      const field = Math.floor(y / 8) * LOOK_SIDE + Math.floor(x / 8);
      greys[field] = (greys[field] ?? 0) + grey / 64;
    }
  }
  return lookOf(greys);
}
