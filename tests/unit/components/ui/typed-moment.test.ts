import { afterEach, describe, expect, it } from 'vitest';
import { readDate, readMoment, typedDate, typedMoment } from '../../../../components/typed-moment.ts';
import { setLocale } from '../../../../i18n/index.ts';

// Tuesday 24 November 2026, 13.05 WIB.
const NOW = Date.UTC(2026, 10, 24, 6, 5);
const H = 3_600_000;

afterEach(() => setLocale('id'));

describe('a typed moment', () => {
  it('is written day first in the office’s zone, with the time as the language writes it', () => {
    expect(typedMoment(NOW, 'WIB')).toEqual({ date: '24/11/2026', time: '13.05' });
    // 16.30 UTC is already the next day in Jayapura.
    expect(typedMoment(Date.UTC(2026, 11, 31, 16, 30), 'WIT')).toEqual({ date: '01/01/2027', time: '01.30' });
    setLocale('en');
    expect(typedMoment(NOW, 'WIB')).toEqual({ date: '24/11/2026', time: '13:05' });
  });

  it.each(['WIB', 'WITA', 'WIT'] as const)('is read back as it was written in %s', (zone) => {
    expect(readMoment(typedMoment(NOW, zone), zone)).toBe(NOW);
  });

  it('is read in the office’s zone', () => {
    expect(readMoment({ date: '24/11/2026', time: '13.05' }, 'WIT')).toBe(NOW - 2 * H);
  });

  it.each([
    ['24/11/2026', '13:05'],
    ['24-11-2026', '13.05'],
    ['24.11.26', '1305'],
    [' 24 / 11 / 2026 ', ' 13.05 '],
    ['24 11 2026', '13.05'],
    ['2026-11-24', '13:05'],
  ])('%j %j is the same moment', (date, time) => expect(readMoment({ date, time }, 'WIB')).toBe(NOW));

  it('takes single digits', () => {
    expect(readMoment({ date: '3/8/2026', time: '7.05' }, 'WIB')).toBe(Date.UTC(2026, 7, 3, 0, 5));
  });

  it.each([
    ['', '13.05'],
    ['24/11/2026', ''],
    ['24/11', '13.05'],
    ['24/11/2026/1', '13.05'],
    ['11/24/2026', '13.05'],
    ['31/04/2026', '13.05'],
    ['0/11/2026', '13.05'],
    ['24/11/202', '13.05'],
    ['besok', '13.05'],
    ['24/11/2026', '24.00'],
    ['24/11/2026', '13.60'],
    ['24/11/2026', '1.05 PM'],
  ])('%j %j is none', (date, time) => expect(readMoment({ date, time }, 'WIB')).toBeNull());
});

describe('a typed date', () => {
  it('is the beginning of its day in the office’s zone', () => {
    expect(readDate('24/11/2026', 'WITA')).toBe(Date.UTC(2026, 10, 23, 16));
    expect(typedDate(Date.UTC(2026, 10, 23, 16), 'WITA')).toBe('24/11/2026');
    expect(typedDate(Date.UTC(2026, 10, 23, 16) - 1, 'WITA')).toBe('23/11/2026');
  });

  it('knows leap years', () => {
    expect(readDate('29/2/2028', 'WIB')).toBe(Date.UTC(2028, 1, 28, 17));
    expect(readDate('29/2/2026', 'WIB')).toBeNull();
    expect(readDate('29/2/2100', 'WIB')).toBeNull();
    expect(readDate('30/02/2028', 'WIB')).toBeNull();
  });
});
