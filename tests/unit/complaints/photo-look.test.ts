import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOOK_SIDE, lookOf, sameLook, similarLooks } from '../../../complaints/photo-look.ts';

const greys = fc.array(fc.integer({ min: 0, max: 255 }), {
  minLength: LOOK_SIDE ** 2,
  maxLength: LOOK_SIDE ** 2,
});

describe('what a picture looks like', () => {
  it('is nothing where there is nothing to be recognised by', () => {
    const by = (grey: (x: number, y: number) => number) =>
      lookOf(Array.from({ length: 81 }, (_, at) => grey(at % 9, Math.floor(at / 9))));
    expect(by(() => 12)).toBe('');
    // A night with one lamp's glow below the range, and a plain sky.
    expect(by((x, y) => (x === 4 && y === 4 ? 35 : 5))).toBe('');
    expect(by((_, y) => 250 - y * 20)).toBe('');
    expect(by((x, y) => (x * x * 37 + y * y * 53 + x * y * 11) % 256)).toMatch(/^[0-9a-f]{32}$/);
  });

  it('stays when the whole is lighter, darker or flatter, and is its own', () => {
    fc.assert(
      fc.property(greys, fc.integer({ min: -20, max: 20 }), (picture, light) => {
        const look = lookOf(picture);
        fc.pre(look !== '');
        expect(sameLook(look, look)).toBe(true);
        expect(sameLook(look, lookOf(picture.map((grey) => grey * 0.9 + light + 20)))).toBe(true);
      }),
    );
  });

  it('is another for another picture, and none is like no look', () => {
    fc.assert(
      fc.property(greys, greys, (one, other) => {
        const [a, b] = [lookOf(one), lookOf(other)];
        fc.pre(a !== '' && b !== '' && a !== b);
        const bits = [...a].reduce((sum, digit, at) => {
          const differing = Number.parseInt(digit, 16) ^ Number.parseInt(b[at] ?? '0', 16);
          return sum + differing.toString(2).replaceAll('0', '').length;
        }, 0);
        expect(sameLook(a, b)).toBe(bits <= 4);
      }),
    );
    expect(sameLook('', '')).toBe(false);
  });

  it('is found among many as by comparing each pair', () => {
    const hex = fc.constantFrom(...'0123456789abcdef');
    const look = fc.array(hex, { minLength: 32, maxLength: 32 }).map((digits) => digits.join(''));
    const flips = fc.array(fc.nat(127), { maxLength: 9 });
    fc.assert(
      fc.property(look, fc.array(flips, { minLength: 1, maxLength: 12 }), (base, changes) => {
        const looks = new Map(
          changes.map((bits, at) => {
            const value = bits.reduce((all, bit) => all ^ (1n << BigInt(bit)), BigInt(`0x${base}`));
            return [String(at), value.toString(16).padStart(32, '0')];
          }),
        );
        const similar = similarLooks(looks);
        for (const [id, own] of looks) {
          const wanted = [...looks].filter(([other, each]) => other !== id && sameLook(own, each));
          expect(similar(id).sort()).toEqual(wanted.map(([other]) => other).sort());
        }
      }),
    );
  });
});
