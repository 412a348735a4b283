/** Rectangles that hide a face, a number plate or a child. Pure arithmetic on pixels. */

/** Normalised to the photo: 0–1 from the left and from the top. */
export interface Redaction {
  x: number;
  y: number;
  w: number;
  h: number;
}

export interface PixelRect {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Blocks across the shorter side of a hidden rectangle: too few to guess a face from. */
const BLOCKS = 5;

/**
 * The rectangle in whole pixels, grown outwards so that nothing at its edge stays; null when it lies outside
 * the photo, is empty, or is not made of numbers.
 */
export function redactionRect(redaction: Redaction, width: number, height: number): PixelRect | null {
  const { x, y, w, h } = redaction;
  if (![x, y, w, h].every(Number.isFinite)) return null;
  const left = Math.max(0, Math.floor(Math.min(x, x + w) * width));
  const top = Math.max(0, Math.floor(Math.min(y, y + h) * height));
  const right = Math.min(width, Math.ceil(Math.max(x, x + w) * width));
  const bottom = Math.min(height, Math.ceil(Math.max(y, y + h) * height));
  if (right <= left || bottom <= top) return null;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/**
 * Replace a rectangle of RGBA pixels, in place, by coarse blocks of their mean colour. The means are rounded to
 * 16 steps a channel, so that the blocks do not add up to the picture again.
 */
export function pixelate(pixels: Uint8ClampedArray, width: number, rect: PixelRect): void {
  const block = Math.max(1, Math.ceil(Math.min(rect.width, rect.height) / BLOCKS));
  for (let top = rect.y; top < rect.y + rect.height; top += block) {
    for (let left = rect.x; left < rect.x + rect.width; left += block) {
      const right = Math.min(left + block, rect.x + rect.width);
      const bottom = Math.min(top + block, rect.y + rect.height);
      paintMean(pixels, width, left, top, right, bottom);
    }
  }
}

function paintMean(
  pixels: Uint8ClampedArray,
  width: number,
  left: number,
  top: number,
  right: number,
  bottom: number,
): void {
  const sums = [0, 0, 0];
  const count = (right - left) * (bottom - top);
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const at = (y * width + x) * 4;
      for (let c = 0; c < 3; c++) sums[c] = (sums[c] ?? 0) + (pixels[at + c] ?? 0);
    }
  }
  const mean = sums.map((sum) => Math.round(sum / count / 16) * 16);
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const at = (y * width + x) * 4;
      for (let c = 0; c < 3; c++) pixels[at + c] = mean[c] ?? 0;
      pixels[at + 3] = 255;
    }
  }
}
