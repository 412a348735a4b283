import { encode } from 'jpeg-js';
import { hash, random } from '../lab/random.ts';
import { Raster } from '../lab/raster.ts';
import { drawScene } from '../lab/scenes.ts';

const WIDTH = 480;
const HEIGHT = 400;

/** A drawn photo of a scene of the lab; the same name gives the same bytes. */
export function seedJpeg(scene: string, name: string): { bytes: ArrayBuffer; width: number; height: number } {
  const board = new Raster(WIDTH, HEIGHT);
  drawScene(scene, board, random(`seed:${name}`));
  board.grain(10, hash(name));
  const { data } = encode({ data: board.data, width: WIDTH, height: HEIGHT }, 80);
  return { bytes: Uint8Array.from(data).buffer, width: WIDTH, height: HEIGHT };
}
