import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AskedUnit,
  askedTime,
  isAskable,
  termOfAsked,
} from '../../../../complaints/answers/asked-time.ts';
import { guessKind } from '../../../../complaints/answers/kind.ts';
import { namedBody } from '../../../../complaints/answers/named-body.ts';
import { isTerm } from '../../../../complaints/deadlines/term.ts';
import { cpuTime } from '../../../cpu-time.ts';

describe('how much time is asked for', () => {
  it.each<[string, number, AskedUnit]>([
    ['Mohon waktu 2 hari', 2, 'days'],
    ['minta waktu 3 hari kerja ya bu', 3, 'workingDays'],
    ['mohon tambahan waktu dua hari', 2, 'days'],
    ['butuh waktu 2-3 hari', 3, 'days'],
    ['butuh waktu 2 s/d 4 hari kerja', 4, 'workingDays'],
    ['mohon waktu 2x24 jam', 48, 'hours'],
    ['mohon waktu 2 x 24 jam', 48, 'hours'],
    ['minta waktu 12 jam', 12, 'hours'],
    ['mohon waktu seminggu', 7, 'days'],
    ['mohon waktu 1 pekan', 7, 'days'],
    ['mohon waktu sebulan', 30, 'days'],
    ['Sudah 3 hari alat rusak, mohon waktu 5 hari lagi', 5, 'days'],
    ['5 hari lagi pak, mohon waktu', 5, 'days'],
    ['besok kami angkut, mohon waktu', 1, 'days'],
    ['mohon perpanjangan waktu sampai lusa', 2, 'days'],
    ['KTM-0131 minta waktu sepuluh hari', 10, 'days'],
  ])('%s', (text, amount, unit) => {
    expect(guessKind(text)).toBe('askTime');
    expect(askedTime(text)).toEqual({ amount, unit });
  });

  it.each([
    'Mohon waktu',
    'minta waktu 0 hari',
    'minta waktu 900 hari',
    'mohon waktu pak, KTM-0131 alat rusak',
    '',
  ])('nothing in "%s"', (text) => expect(askedTime(text)).toBeNull());

  it('becomes a sound term of whatever kind the clock has', () => {
    expect(termOfAsked({ amount: 2, unit: 'days' }, 'clockHours')).toEqual({
      kind: 'clockHours',
      ms: 172_800_000,
    });
    expect(termOfAsked({ amount: 36, unit: 'hours' }, 'workingDays')).toEqual({
      kind: 'workingDays',
      days: 2,
    });
    expect(termOfAsked({ amount: 2, unit: 'workingDays' }, 'officeHours')).toEqual({
      kind: 'officeHours',
      ms: 54_000_000,
    });
    const kinds = fc.constantFrom('clockHours', 'officeHours', 'workingDays');
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 200, noNaN: true }),
        fc.constantFrom<AskedUnit>('hours', 'days', 'workingDays'),
        kinds,
        (amount, unit, kind) => {
          expect(isAskable({ amount, unit })).toBe(true);
          expect(isTerm(termOfAsked({ amount, unit }, kind))).toBe(true);
        },
      ),
    );
  });

  it('stays in time on anything', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => void askedTime(text)));
    const started = cpuTime();
    for (const part of ['1 - ', 'satu sampai ', '9 x 24 ', 'wewenang dari di ', 'kewenangan a '])
      for (const text of [part.repeat(200_000)]) {
        askedTime(text);
        namedBody(text, [], null);
      }
    expect(cpuTime() - started).toBeLessThan(2_000);
  });
});

describe('whose matter it is instead', () => {
  const agencies = [
    { id: 'hub', names: ['Dishub', 'Dinas Perhubungan'], phone: '' },
    { id: 'pln', names: ['PLN'], phone: '' },
  ];
  it.each<[string, object | null]>([
    ['Bukan kewenangan kami pak, ini PLN', { agencyId: 'pln' }],
    ['Bukan wewenang Dishub, silakan ke PLN', { agencyId: 'pln' }],
    ['bukan kewenangan kami, wewenang balai jalan nasional', { words: 'balai jalan nasional' }],
    ['Ini kewenangan Provinsi, mohon diteruskan', { words: 'provinsi' }],
    ['di luar kewenangan kami', null],
    ['bukan wewenang dinas kami', null],
    ['bukan tupoksi kami', null],
    ['3', null],
  ])('%s', (text, wanted) => {
    expect(guessKind(text)).toBe('notOurs');
    expect(namedBody(text, agencies, 'hub')).toEqual(wanted);
  });
});
