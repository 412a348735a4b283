import type { PreparedPhoto } from './channel.ts';

/** A white canvas of this size in px, for extension pages and the worker. @throws where there is no canvas. */
export function whiteCanvas(width: number, height: number) {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2d canvas');
  context.imageSmoothingQuality = 'high';
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  return { canvas, context };
}

/** Draws a prepared photo into a box. @throws when it cannot be decoded. */
export async function drawPhoto(
  context: OffscreenCanvasRenderingContext2D,
  photo: PreparedPhoto,
  box: { x: number; y: number; width: number; height: number },
): Promise<void> {
  const bitmap = await createImageBitmap(new Blob([photo.bytes], { type: photo.mime }));
  context.drawImage(bitmap, box.x, box.y, box.width, box.height);
  bitmap.close();
}
