import { MAX_PHOTO } from '../../../channels/telegram/fit-parts.ts';

/** Telegram takes width + height up to this, in px; longer sides than that are no use on a telephone either. */
const MAX_SIDE = 4_000;
const QUALITY = [0.9, 0.75, 0.6];

/**
 * A picture as Telegram takes it: JPEG, up to 10 MB, not over-large. One that fits already is left as it is.
 * @throws when it cannot be decoded.
 */
export async function fitPhoto(picture: Blob): Promise<Blob> {
  if (picture.type === 'image/jpeg' && picture.size <= MAX_PHOTO) return picture;
  const bitmap = await createImageBitmap(picture);
  try {
    let scale = Math.min(1, MAX_SIDE / Math.max(bitmap.width, bitmap.height));
    for (;;) {
      for (const quality of QUALITY) {
        const made = await draw(bitmap, scale, quality);
        if (made.size <= MAX_PHOTO) return made;
      }
      scale /= 2;
    }
  } finally {
    bitmap.close();
  }
}

async function draw(bitmap: ImageBitmap, scale: number, quality: number): Promise<Blob> {
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2d canvas');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.drawImage(bitmap, 0, 0, width, height);
  return canvas.convertToBlob({ type: 'image/jpeg', quality });
}
