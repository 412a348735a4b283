import { describe, expect, it } from 'vitest';
import { DEFAULT_TERMS } from '../../../../complaints/deadlines/policy.ts';
import { termOf } from '../../../../components/complaint-parts/deadline-picker.tsx';

const H = 3_600_000;

describe('term of the chosen deadline', () => {
  it('takes presets from the settings', () => {
    expect(termOf({ preset: 'busy', hours: '' }, { ...DEFAULT_TERMS, busy: 3 * H })).toBe(3 * H);
  });

  it.each([
    ['48', 48 * H],
    ['1,5', 1.5 * H],
    [' 0.5 ', 0.5 * H],
  ])('reads %j hours', (hours, term) => {
    expect(termOf({ preset: 'custom', hours }, DEFAULT_TERMS)).toBe(term);
  });

  it.each(['', ' ', '0', '-3', 'dua', '99999', 'Infinity', '1e9'])('refuses %j', (hours) => {
    expect(termOf({ preset: 'custom', hours }, DEFAULT_TERMS)).toBeNull();
  });
});
