import { drawPhoto, whiteCanvas } from './canvas.ts';
import type { PreparedPhoto } from './channel.ts';
import type { Box, Size } from './sheet-layout.ts';

export interface PairLayout extends Size {
  photos: [Box, Box];
  /** Bands above the photos for *Sebelum* and *Sesudah* with their days. */
  labels: [Box, Box];
}

const WIDTH = 1_600;
const TALLEST = 1_600;
const GAP = 16;
const LABEL = 64;

/**
 * Two photos side by side at one height, each whole and in its own proportion, under a label each; never drawn
 * larger than the taller of them is. In px.
 * @throws RangeError for a size that is not positive.
 */
export function layoutPair(before: Size, after: Size): PairLayout {
  if (![before, after].every((size) => size.width > 0 && size.height > 0))
    throw new RangeError('photo without a size');
  const ratios = [before.width / before.height, after.width / after.height] as const;
  const fitting = (WIDTH - 3 * GAP) / (ratios[0] + ratios[1]);
  const height = Math.max(1, Math.floor(Math.min(fitting, TALLEST, Math.max(before.height, after.height))));
  const widths = ratios.map((ratio) => Math.max(1, Math.round(ratio * height)));
  const [first = 1, second = 1] = widths;
  const box = (x: number, y: number, width: number, tall: number): Box => ({ x, y, width, height: tall });
  const x = GAP + first + GAP;
  return {
    width: x + second + GAP,
    height: LABEL + height + GAP,
    photos: [box(GAP, LABEL, first, height), box(x, LABEL, second, height)],
    labels: [box(GAP, 0, first, LABEL), box(x, 0, second, LABEL)],
  };
}

/**
 * Both photos as one PNG for a reply. Runs on extension pages. The photos are prepared ones, drawn anew, so that
 * there is nothing in the picture but pixels.
 * @throws when a photo cannot be decoded or the picture cannot be encoded.
 */
export async function drawPair(
  photos: readonly [PreparedPhoto, PreparedPhoto],
  labels: readonly [string, string],
): Promise<Blob> {
  const layout = layoutPair(photos[0], photos[1]);
  const { canvas, context } = whiteCanvas(layout.width, layout.height);
  context.textBaseline = 'middle';
  for (const [at, photo] of photos.entries()) {
    const box = layout.photos[at];
    const label = layout.labels[at];
    if (!box || !label) continue;
    await drawPhoto(context, photo, box);
    context.fillStyle = '#14191d';
    context.font = `600 ${Math.round(LABEL * 0.42)}px system-ui, sans-serif`;
    context.fillText(labels[at] ?? '', label.x, label.y + label.height / 2, label.width);
  }
  return canvas.convertToBlob({ type: 'image/png' });
}
