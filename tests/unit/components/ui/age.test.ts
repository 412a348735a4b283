import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageWidths, TICK } from '../../../../components/ui/age.ts';

describe('ageing bar', () => {
  it('grows evenly up to the tick at 72 %', () => {
    expect(ageWidths(0)).toEqual({ fill: 0, tail: 0 });
    expect(ageWidths(0.5)).toEqual({ fill: 36, tail: 0 });
    expect(ageWidths(1)).toEqual({ fill: TICK, tail: 0 });
  });

  it('shows "just late" by at least 3 %', () => {
    expect(ageWidths(1.0001)).toEqual({ fill: TICK, tail: 3 });
  });

  it('follows 28 %·(1 − e^−(used−1)) beyond', () => {
    expect(ageWidths(2).tail).toBeCloseTo(28 * (1 - Math.exp(-1)), 10);
    expect(ageWidths(3.17).tail).toBeCloseTo(24.8, 1);
  });

  it('never leaves the bar, and later is never shorter', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (a, b) => {
        const width = (used: number) => {
          const { fill, tail } = ageWidths(used);
          return fill + tail;
        };
        const [low, high] = a < b ? [a, b] : [b, a];
        const [first, second] = [width(low), width(high)];
        expect(first).toBeGreaterThanOrEqual(0);
        expect(second).toBeLessThanOrEqual(100);
        if (Number.isFinite(low) && Number.isFinite(high)) expect(second).toBeGreaterThanOrEqual(first);
      }),
    );
  });

  it('draws nothing for what is no number', () => {
    expect(ageWidths(Number.NaN)).toEqual({ fill: 0, tail: 0 });
    expect(ageWidths(-1)).toEqual({ fill: 0, tail: 0 });
  });
});
