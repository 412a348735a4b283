import fc from 'fast-check';
import { expect, it } from 'vitest';
import { layoutPair } from '../../../channels/before-after.ts';

const side = fc.integer({ min: 50, max: 6_000 });
const size = fc.record({ width: side, height: side });

it('a landscape and a portrait photo stand side by side at one height under their labels', () => {
  const { photos, labels, width, height } = layoutPair(
    { width: 1_600, height: 1_200 },
    { width: 900, height: 1_200 },
  );
  expect(photos[0].height).toBe(photos[1].height);
  expect(photos[0].width).toBeGreaterThan(photos[1].width);
  expect(labels[0].y + labels[0].height).toBe(photos[0].y);
  expect(width).toBeGreaterThan(1_590);
  expect(height).toBeLessThan(1_000);
});

it('small photos are not blown up', () => {
  const { photos } = layoutPair({ width: 320, height: 240 }, { width: 160, height: 120 });
  expect(photos[0]).toMatchObject({ width: 320, height: 240 });
});

it('whatever the sizes: in order, apart, inside, near their own proportion', () => {
  fc.assert(
    fc.property(size, size, (before, after) => {
      const { photos, width, height } = layoutPair(before, after);
      const [a, b] = photos;
      expect(a.x + a.width).toBeLessThan(b.x);
      expect(b.x + b.width).toBeLessThan(width);
      expect(a.y + a.height).toBeLessThan(height);
      expect(width).toBeLessThanOrEqual(1_602);
      expect(Math.abs(a.width - (before.width / before.height) * a.height)).toBeLessThan(1);
    }),
  );
});

it('a photo without a size is refused', () => {
  expect(() => layoutPair({ width: 0, height: 5 }, { width: 5, height: 5 })).toThrow(RangeError);
});
