import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitSide } from '../../../channels/clean-photo.ts';
import { pixelate, redactionRect } from '../../../channels/redaction.ts';
import { layoutSheet, type Size } from '../../../channels/sheet-layout.ts';

const size = fc.record({
  width: fc.integer({ min: 50, max: 6_000 }),
  height: fc.integer({ min: 50, max: 6_000 }),
});

describe('the sheet', () => {
  test('one photo stays as it is, or shrinks to the width', () => {
    expect(layoutSheet([{ width: 800, height: 600 }])).toMatchObject({
      width: 800,
      height: 600,
      caption: null,
    });
    expect(layoutSheet([{ width: 3_200, height: 2_400 }])).toMatchObject({ width: 1_600, height: 1_200 });
  });

  test('whole photos, in their proportion, side by side, in order', () => {
    fc.assert(
      fc.property(fc.array(size, { minLength: 2, maxLength: 20 }), (sizes: Size[]) => {
        const sheet = layoutSheet(sizes);
        expect(sheet.boxes).toHaveLength(sizes.length);
        expect(sheet.width).toBeLessThanOrEqual(1_600);
        expect(sheet.height).toBeLessThanOrEqual(4_000);
        for (const [i, box] of sheet.boxes.entries()) {
          const own = sizes[i] as Size;
          expect(box.x).toBeGreaterThanOrEqual(0);
          expect(box.y).toBeGreaterThanOrEqual(0);
          expect(box.x + box.width).toBeLessThanOrEqual(sheet.width);
          expect(box.y + box.height).toBeLessThanOrEqual(sheet.height);
          // Within a pixel of rounding.
          expect(Math.abs(box.width - box.height * (own.width / own.height))).toBeLessThanOrEqual(
            own.width / own.height + 1.01,
          );
          for (const other of sheet.boxes.slice(i + 1)) {
            const apart =
              box.x + box.width <= other.x ||
              other.x + other.width <= box.x ||
              box.y + box.height <= other.y ||
              other.y + other.height <= box.y;
            expect(apart).toBe(true);
            expect(other.y > box.y || other.x > box.x).toBe(true);
          }
        }
      }),
    );
  });

  test('the caption stands below all photos', () => {
    const sheet = layoutSheet([
      { width: 900, height: 1_200 },
      { width: 1_200, height: 900 },
      { width: 900, height: 1_200 },
    ]);
    const lowest = Math.max(...sheet.boxes.map((box) => box.y + box.height));
    expect(sheet.caption?.y).toBeGreaterThanOrEqual(lowest);
    expect(sheet.height).toBe((sheet.caption?.y ?? 0) + (sheet.caption?.height ?? 0));
  });

  test('refuses what has no size', () => {
    expect(() => layoutSheet([])).toThrow(RangeError);
    expect(() => layoutSheet([{ width: 0, height: 5 }])).toThrow(RangeError);
    expect(() => layoutSheet([{ width: Number.NaN, height: 5 }])).toThrow(RangeError);
  });

  test('longest side of a photo', () => {
    expect(fitSide(4_096, 1_024)).toEqual({ width: 2_048, height: 512 });
    expect(fitSide(100, 50)).toEqual({ width: 100, height: 50 });
    expect(fitSide(10_000, 1)).toEqual({ width: 2_048, height: 1 });
  });
});

describe('hidden rectangles', () => {
  test('in whole pixels, grown outwards, within the photo', () => {
    expect(redactionRect({ x: 0.101, y: 0.2, w: 0.1, h: 0.2 }, 100, 50)).toEqual({
      x: 10,
      y: 10,
      width: 11,
      height: 10,
    });
    expect(redactionRect({ x: -1, y: -1, w: 5, h: 5 }, 100, 50)).toEqual({
      x: 0,
      y: 0,
      width: 100,
      height: 50,
    });
    expect(redactionRect({ x: 0.5, y: 0.5, w: -0.25, h: -0.5 }, 100, 50)).toEqual({
      x: 25,
      y: 0,
      width: 25,
      height: 25,
    });
    expect(redactionRect({ x: 2, y: 2, w: 1, h: 1 }, 100, 50)).toBeNull();
    expect(redactionRect({ x: 0.1, y: 0.1, w: 0, h: 0.1 }, 100, 50)).toBeNull();
    expect(redactionRect({ x: Number.NaN, y: 0, w: 1, h: 1 }, 100, 50)).toBeNull();
  });

  test('five blocks across at most, nothing outside changed, nothing of the fine picture left inside', () => {
    const width = 60;
    const height = 40;
    const noise = (i: number) => (Math.imul(i + 1, 2_654_435_761) >>> 24) & 255;
    const pixels = new Uint8ClampedArray(width * height * 4).map((_, i) => noise(i));
    const before = pixels.slice();
    const rect = { x: 10, y: 5, width: 30, height: 20 };
    pixelate(pixels, width, rect);
    const colours = new Set<string>();
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const at = (y * width + x) * 4;
        const now = [...pixels.subarray(at, at + 4)].join();
        const inside = x >= rect.x && x < rect.x + rect.width && y >= rect.y && y < rect.y + rect.height;
        if (inside) colours.add(now);
        else expect(now).toBe([...before.subarray(at, at + 4)].join());
      }
    }
    // 20 px high → blocks of 4 px → 8 × 5 blocks.
    expect(colours.size).toBeLessThanOrEqual(40);
  });

  test('a one-pixel rectangle and one of the whole photo', () => {
    const pixels = new Uint8ClampedArray(4 * 4 * 4).fill(200);
    pixelate(pixels, 4, { x: 1, y: 1, width: 1, height: 1 });
    expect(pixels[(1 * 4 + 1) * 4]).toBe(208);
    pixelate(pixels, 4, { x: 0, y: 0, width: 4, height: 4 });
    expect(pixels.every((value) => value >= 200)).toBe(true);
  });
});
