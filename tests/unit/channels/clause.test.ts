import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { capitalized, clause } from '../../../channels/clause.ts';

describe('one clause of a citizen’s line', () => {
  test.each([
    ['Lampu jalan padam di Jl. Pelita', 'lampu jalan padam di Jl. Pelita'],
    ['Lubang dalam di tikungan. Sudah sebulan begini.', 'lubang dalam di tikungan'],
    ['Lubang dalam... kapan diperbaiki', 'lubang dalam'],
    ['Jalan rusak parah!!! 😭😭🙏🏽', 'jalan rusak parah'],
    ['🚨 Sampah menumpuk di depan SDN 2 🇮🇩', 'sampah menumpuk di depan SDN 2'],
    ['PJU mati sejak Lebaran', 'PJU mati sejak Lebaran'],
    ['JALAN RUSAK DI KEC. BAAMANG', 'JALAN RUSAK DI KEC. BAAMANG'],
    ['SDN 2 Pelangsian atapnya bocor', 'SDN 2 Pelangsian atapnya bocor'],
    ['Assalamualaikum pak. Got di Gg. Mawar RT. 5 mampet.', 'got di Gg. Mawar RT. 5 mampet'],
    ['Banjir!', 'banjir'],
    ['Gelap sekali di pasar, pak ai', 'gelap sekali di pasar'],
    ['Air PDAM mati (dua hari)', 'air PDAM mati (dua hari)'],
    ['Iuran naik 20.000 per bulan', 'iuran naik 20.000 per bulan'],
    ['😭😭', ''],
    ['', ''],
  ])('%s → %s', (line, expected) => {
    expect(clause(line)).toBe(expected);
  });

  test.each([
    [
      'Jalan berlubang di depan sekolah kami sudah tiga bulan tidak ada yang memperbaiki',
      'jalan berlubang di depan sekolah kami sudah tiga bulan',
    ],
    [
      'Lampu jalan padam dari simpang sampai bundaran, sudah dua minggu tidak menyala',
      'lampu jalan padam dari simpang sampai bundaran',
    ],
    [
      'Tumpukan sampah menutup saluran air di pasar ikan lama dan di belakangnya',
      'tumpukan sampah menutup saluran air di pasar ikan lama',
    ],
  ])('a long one is cut where it still reads', (line, expected) => {
    expect(clause(line)).toBe(expected);
  });

  test('never longer than 60 characters, never an end that hangs, no half characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (line) => {
        const made = clause(line);
        expect(made.length).toBeLessThanOrEqual(60);
        expect(made).not.toMatch(/[\s.,;:!?…]$/u);
        if (line.isWellFormed()) expect(made.isWellFormed()).toBe(true);
      }),
    );
  });

  test('at the beginning of a sentence', () => {
    expect(capitalized('lubang dalam')).toBe('Lubang dalam');
    expect(capitalized('PJU mati')).toBe('PJU mati');
    expect(capitalized('')).toBe('');
  });
});
