import { m } from '../i18n/index.ts';
import { drawPhoto, whiteCanvas } from './canvas.ts';
import type { PreparedPhoto } from './channel.ts';
import { layoutSheet } from './sheet-layout.ts';

/**
 * All photos as one PNG, for the clipboard takes one picture and only as PNG. Runs on extension pages.
 * The photos are prepared ones already, so there is nothing in them but pixels.
 * @param caption the complaint's number; stands at the foot when there are several photos.
 * @throws when a photo cannot be decoded or the sheet cannot be encoded.
 */
export async function makeSheet(photos: readonly PreparedPhoto[], caption: string): Promise<Blob> {
  const layout = layoutSheet(photos);
  const { canvas, context } = whiteCanvas(layout.width, layout.height);
  for (const [index, photo] of photos.entries()) {
    const box = layout.boxes[index];
    if (!box) continue;
    await drawPhoto(context, photo, box);
  }
  if (layout.caption) {
    const { x, y, height } = layout.caption;
    context.fillStyle = '#1d2529';
    context.font = `${Math.round(height * 0.5)}px system-ui, sans-serif`;
    context.textBaseline = 'middle';
    const words = m.message_sheet_caption({ number: caption, count: photos.length }, { locale: 'id' });
    context.fillText(words, x, y + height / 2, layout.caption.width);
  }
  return canvas.convertToBlob({ type: 'image/png' });
}
