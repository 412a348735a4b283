import { afterEach, describe, expect, it } from 'vitest';
import {
  durationLong,
  durationShort,
  fromLocalInput,
  sourceMoment,
  termLabel,
  timeAgainst,
  timeAgainstSpoken,
  toLocalInput,
} from '../../../../components/format.ts';
import { setLocale } from '../../../../i18n/index.ts';

const M = 60_000;
const H = 60 * M;
const D = 24 * H;

afterEach(() => setLocale('id'));

describe('durations', () => {
  it.each([
    [0, '0 m'],
    [24 * M, '24 m'],
    [59 * M + 59_999, '59 m'],
    [H, '1 j 00 m'],
    [9 * H + 5 * M, '9 j 05 m'],
    [3 * H + 50 * M, '3 j 50 m'],
    [2 * D + 4 * H + 59 * M, '2 hr 4 j'],
  ])('%d ms is %s', (ms, text) => {
    expect(durationShort(ms)).toBe(text);
    expect(durationShort(-ms)).toBe(text);
  });

  it('spells them out without empty units', () => {
    expect(durationLong(2 * H + 10 * M)).toBe('2 jam 10 menit');
    expect(durationLong(2 * H)).toBe('2 jam');
    expect(durationLong(2 * D)).toBe('2 hari');
    expect(durationLong(2 * D + 4 * H)).toBe('2 hari 4 jam');
    expect(durationLong(13 * M)).toBe('13 menit');
  });

  it('names whole terms', () => {
    expect([2 * H, 24 * H, 72 * H, 90 * M].map(termLabel)).toEqual(['2 jam', '24 jam', '3 hari', '90 menit']);
  });
});

describe('time against a deadline', () => {
  it('is still in time at the deadline itself, late one millisecond after', () => {
    expect(timeAgainst(1_000, 1_000)).toBe('sisa 0 m');
    expect(timeAgainst(1_000, 1_001)).toBe('lewat 0 m');
  });

  it('speaks in full sentences', () => {
    expect(timeAgainstSpoken(0, 2 * H + 10 * M)).toBe('Lewat tenggat 2 jam 10 menit');
    expect(timeAgainstSpoken(3 * H + 50 * M, 0)).toBe('Sisa 3 jam 50 menit sebelum tenggat');
  });

  it('follows the language', () => {
    setLocale('en');
    expect(timeAgainst(0, 2 * H)).toBe('2 h 00 m over');
  });
});

describe('moments', () => {
  // Tuesday 24 November 2026, 13.05 WIB.
  const now = Date.UTC(2026, 10, 24, 6, 5);

  it('says today and yesterday by the office’s calendar, not the computer’s', () => {
    expect(sourceMoment(Date.UTC(2026, 10, 24, 2, 12), now, 'WIB')).toBe('hari ini 09.12 WIB');
    // 23.30 UTC on the 23rd is already the 24th in Jakarta.
    expect(sourceMoment(Date.UTC(2026, 10, 23, 23, 30), now, 'WIB')).toBe('hari ini 06.30 WIB');
    expect(sourceMoment(Date.UTC(2026, 10, 23, 12, 40), now, 'WIB')).toBe('kemarin 19.40 WIB');
    expect(sourceMoment(Date.UTC(2026, 10, 21, 12, 40), now, 'WIB')).toBe('Sab 19.40 WIB');
    expect(sourceMoment(Date.UTC(2026, 8, 1), now, 'WIB')).toBe('1 Sep');
  });

  it.each(['WIB', 'WITA', 'WIT'] as const)('takes a typed time back to the same moment in %s', (zone) => {
    expect(fromLocalInput(toLocalInput(now, zone), zone)).toBe(now);
  });

  it('reads the input in the office’s zone', () => {
    expect(toLocalInput(now, 'WIB')).toBe('2026-11-24T13:05');
    expect(fromLocalInput('2026-11-24T13:05', 'WIT')).toBe(now - 2 * H);
  });

  it.each(['', '2026-11-24', 'besok', '2026-13-40T99:99'])('refuses %j', (text) => {
    expect(fromLocalInput(text, 'WIB')).toBeNull();
  });
});
