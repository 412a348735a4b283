import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  oneLine,
  safeText,
  withoutAuthor,
  withoutFormatting,
  withoutMarks,
} from '../../../channels/safe-text.ts';

describe('characters that do something instead of being read', () => {
  test('are gone, and letters, emoji and line ends stay', () => {
    expect(safeText('a\u0000b\u0007c\u009f')).toBe('abc');
    expect(safeText('tolong\u200b\ufeff\u2060 pak\u00ad')).toBe('tolong pak');
    expect(safeText('\u202efdp.exe\u202c \u2066x\u2069')).toBe('fdp.exe x');
    expect(safeText('a\r\nb\rc\u2028d')).toBe('a\nb\nc\nd');
    expect(safeText('👨‍👩‍👧 ❤️ جalan')).toBe('👨‍👩‍👧 ❤️ جalan');
    expect(safeText('\ud83d')).toBe('\ufffd');
  });

  test('on one line', () => {
    expect(oneLine('  a\n\n b\t c\u00a0d ')).toBe('a b c d');
  });

  test('whatever the text, the result can be encoded for an address', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(() => encodeURIComponent(safeText(text))).not.toThrow();
      }),
    );
    expect(() => encodeURIComponent(safeText('\udc00x\ud800'))).not.toThrow();
  });
});

describe('WhatsApp formatting', () => {
  test.each([
    ['*tebal*', '∗tebal∗'],
    ['_miring_', 'ˍmiringˍ'],
    ['~coret~', '∼coret∼'],
    ['```kode```', 'ˋˋˋkodeˋˋˋ'],
    ['> kutip', '› kutip'],
    ['jalan_rusak tetap', 'jalan_rusak tetap'],
    ['lihat https://contoh.id/a_b_*c*~d ya', 'lihat https://contoh.id/a_b_*c*~d ya'],
  ])('%s is shown letter by letter', (text, expected) => {
    expect(withoutFormatting(text)).toBe(expected);
  });

  test('leaves no pair that formats, outside links', () => {
    const chars = fc.string({ unit: fc.constantFrom('a', ' ', '*', '_', '~', '`', '>', '\n', '.') });
    fc.assert(
      fc.property(chars, (text) => {
        const result = withoutFormatting(text);
        expect(result).not.toMatch(/[*~`]/);
        expect(result).not.toMatch(/^>/m);
        expect(result).not.toMatch(/(^|[\s.])_\S|\S_($|[\s.])/m);
        expect([...result]).toHaveLength([...text].length);
      }),
    );
  });

  test('our own marks are taken off for mail and files', () => {
    expect(withoutMarks('*ADUAN WARGA KTM-0123* (Ramai)\ndijawab *paling lambat Senin*.')).toBe(
      'ADUAN WARGA KTM-0123 (Ramai)\ndijawab paling lambat Senin.',
    );
    expect(withoutMarks('2*3*4 dan * sendiri *')).toBe('2*3*4 dan * sendiri *');
  });
});

describe('the author', () => {
  const author = { handle: 'warga.baamang', name: 'Siti Rahmah' };
  test.each([
    ['foto dari @warga.baamang ya', 'foto dari warga ya'],
    ['foto dari WARGA.BAAMANG', 'foto dari warga'],
    ['(warga.baamang)', '(warga)'],
    ['saya siti   rahmah, RT 4', 'saya warga, RT 4'],
    ['warga.baamanghulu bukan dia', 'warga.baamanghulu bukan dia'],
    ['Siti saja', 'Siti saja'],
  ])('%s', (text, expected) => {
    expect(withoutAuthor(text, author, 'warga')).toBe(expected);
  });

  test('an ordinary word that is somebody’s handle goes only where it is marked', () => {
    const jalan = { handle: '@jalan' };
    expect(withoutAuthor('jalan rusak, kata @jalan', jalan, 'warga')).toBe('jalan rusak, kata warga');
  });

  test('a name with signs of a pattern is read letter by letter', () => {
    expect(withoutAuthor('oleh A+B (C) - x', { name: 'A+B (C) - x' }, 'warga')).toBe('oleh warga');
    expect(withoutAuthor('oleh Nur-Aini Putri', { name: 'Nur-Aini Putri' }, 'warga')).toBe('oleh warga');
  });

  test('unknown', () => {
    expect(withoutAuthor('teks', null, 'warga')).toBe('teks');
    expect(withoutAuthor('teks', {}, 'warga')).toBe('teks');
  });
});
