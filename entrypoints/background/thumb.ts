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
    return { thumb: await blob.arrayBuffer(), width, height };
  } finally {
    image.close();
  }
};
