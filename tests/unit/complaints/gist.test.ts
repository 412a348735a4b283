import fc from 'fast-check';
import { expect, it } from 'vitest';
import { gistOf, MAX_GIST } from '../../../complaints/gist.ts';

it.each([
  ['', ''],
  ['   \n\n #sampit #kotim\nLampu padam di Pelita 😟\nmohon', 'Lampu padam di Pelita 😟'],
  ['@pemkab https://contoh.invalid/x jalan rusak', 'jalan rusak'],
  ['🙏🙏\n…', ''],
  ['\u202eterbalik\u202c \u200bjalan', 'terbalik jalan'],
  ['satu\tdua   tiga', 'satu dua tiga'],
])('%j gives %j', (text, gist) => expect(gistOf(text)).toBe(gist));

it('cuts at a word and says so', () => {
  const gist = gistOf(`${'kata '.repeat(60)}`);
  expect(gist).toMatch(/kata…$/);
  expect(gist.length).toBeLessThanOrEqual(MAX_GIST + 1);
});

it('is one line of whole characters, never longer than it may be', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const gist = gistOf(text);
      expect(gist.length).toBeLessThanOrEqual(MAX_GIST + 1);
      expect(gist).not.toMatch(/[\r\n\u2028\u2029]/);
      expect(gist.isWellFormed()).toBe(true);
    }),
  );
});
