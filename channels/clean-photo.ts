import type { PreparedPhoto } from './channel.ts';
import { pixelate, type Redaction, redactionRect } from './redaction.ts';

export type { Redaction } from './redaction.ts';

/** Longest side of a photo that is sent: mail boxes refuse more, and a pothole needs no more. */
const LONGEST_SIDE = 2_048;
const QUALITY = 0.88;

/**
 * A photo as it may leave: drawn anew, so that no EXIF, place or camera is left in it; turned upright; hidden
 * rectangles burnt in before it is encoded. Runs on extension pages.
 * @throws when the bytes are no picture or cannot be encoded.
 */
export async function cleanPhoto(
  bytes: ArrayBuffer,
  mime: string,
  redactions: readonly Redaction[] = [],
): Promise<PreparedPhoto> {
  const bitmap = await createImageBitmap(new Blob([bytes], { type: mime }), {
    imageOrientation: 'from-image',
  });
  const { width, height } = fitSide(bitmap.width, bitmap.height);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: redactions.length > 0 });
  if (!context) throw new Error('no 2d canvas');
  context.imageSmoothingQuality = 'high';
  // A transparent picture would turn black as JPEG.
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  hide(context, width, height, redactions);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
  if (blob.type !== 'image/jpeg') throw new Error('no JPEG encoder');
  return { mime: 'image/jpeg', bytes: new Uint8Array(await blob.arrayBuffer()), width, height };
}

/** Size within the longest side, in the same proportion; never larger than it was. */
export function fitSide(
  width: number,
  height: number,
  longest = LONGEST_SIDE,
): { width: number; height: number } {
  const scale = Math.min(1, longest / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

function hide(
  context: OffscreenCanvasRenderingContext2D,
  width: number,
  height: number,
  redactions: readonly Redaction[],
): void {
  const rects = redactions.map((each) => redactionRect(each, width, height)).filter((rect) => rect !== null);
  if (rects.length === 0) return;
  const image = context.getImageData(0, 0, width, height);
  for (const rect of rects) pixelate(image.data, width, rect);
  context.putImageData(image, 0, 0);
}
