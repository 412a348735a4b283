import { encode } from 'jpeg-js';
import { exifSegment } from './exif.ts';
import { hash, random } from './random.ts';
import { Raster } from './raster.ts';
import type { PhotoVariant } from './routes.ts';
import { drawScene } from './scenes.ts';
import type { LabPhoto } from './types.ts';

const WIDTHS: Partial<Record<PhotoVariant, number>> = { large: 720, medium: 640, small: 320 };

export const VARIANTS: readonly PhotoVariant[] = [
  'full',
  'large',
  'medium',
  'small',
  'square',
  'square-small',
];

/** Pixel size of a rendering; never larger than the photo. */
export function sizeOf(photo: LabPhoto, variant: PhotoVariant): { width: number; height: number } {
  if (variant === 'square' || variant === 'square-small') {
    const side = Math.min(photo.width, photo.height, variant === 'square' ? 1080 : 240);
    return { width: side, height: side };
  }
  const width = Math.min(photo.width, WIDTHS[variant] ?? photo.width);
  return { width, height: Math.round((photo.height * width) / photo.width) };
}

const cache = new Map<string, Uint8Array>();

/** The same arguments give the same bytes. Drawn once per process: a large one takes some 100 ms. */
export function photoJpeg(photo: LabPhoto, variant: PhotoVariant): Uint8Array {
  const key = `${photo.file} ${variant}`;
  let bytes = cache.get(key);
  if (!bytes) {
    bytes = draw(photo, variant);
    cache.set(key, bytes);
  }
  return bytes;
}

function draw(photo: LabPhoto, variant: PhotoVariant): Uint8Array {
  const { width, height } = sizeOf(photo, variant);
  const board = new Raster(width, height);
  drawScene(photo.scene, board, random(`scene:${photo.file}`));
  board.grain(14, hash(photo.file));
  const jpeg = encode({ data: board.data, width, height }, 78).data;
  if (variant !== 'full') return jpeg;
  const dice = random(`gps:${photo.file}`);
  const exif = exifSegment(
    -2.5 - dice.next() * 0.2,
    112.9 + dice.next() * 0.2,
    1_795_000_000 + dice.int(0, 400_000),
  );
  // APP1 stands right behind the start-of-image marker.
  return Buffer.concat([jpeg.subarray(0, 2), exif, jpeg.subarray(2)]);
}

/** A profile picture: two-coloured, 150 × 150. */
export function avatarJpeg(personId: string): Uint8Array {
  const key = `avatar ${personId}`;
  let bytes = cache.get(key);
  if (!bytes) {
    const dice = random(key);
    const board = new Raster(150, 150);
    const tone = (): [number, number, number] => [dice.int(60, 230), dice.int(60, 230), dice.int(60, 230)];
    board.gradient(0, 1, tone(), tone());
    const skin = dice.int(120, 200);
    board.ellipse(0.5, 1.02, 0.4, 0.4, tone());
    board.ellipse(0.5, 0.42, 0.2, 0.22, [skin, skin * 0.74, skin * 0.58]);
    board.ellipse(0.5, 0.28, 0.21, 0.12, [30, 26, 24]);
    bytes = encode({ data: board.data, width: 150, height: 150 }, 80).data;
    cache.set(key, bytes);
  }
  return bytes;
}
