import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clip, fitText } from '../../../channels/fit.ts';
import { cpuTime } from '../../cpu-time.ts';

describe('clip', () => {
  test('leaves short text, cuts at a space, keeps emoji whole', () => {
    expect(clip('pendek', 10)).toBe('pendek');
    expect(clip('jalan rusak parah sekali', 18)).toBe('jalan rusak parah…');
    expect(clip('👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧', 2)).toBe('👨‍👩‍👧…');
    expect(clip('🇮🇩🇮🇩🇮🇩🇮🇩', 3)).toBe('🇮🇩🇮🇩…');
  });

  test('never longer than asked, never half a character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.integer({ min: 1, max: 40 }),
        (text, max) => {
          const result = clip(text, max);
          expect(result.isWellFormed()).toBe(text.isWellFormed());
          expect([...new Intl.Segmenter('id').segment(result)].length).toBeLessThanOrEqual(max);
        },
      ),
    );
  });
});

describe('fitText', () => {
  const under = (max: number) => (text: string) => encodeURIComponent(text).length <= max;

  test('shortens the prose and keeps number, link and deadline', () => {
    const text = [
      '*ADUAN KTM-0123*',
      'kata '.repeat(300),
      'https://www.instagram.com/p/DAbc_12-xY/',
      'paling lambat Senin',
    ].join('\n');
    const result = fitText(text, under(600));
    expect(result.shortened).toBe(true);
    expect(under(600)(result.text)).toBe(true);
    expect(result.text).toContain('*ADUAN KTM-0123*\n');
    expect(result.text).toContain('\nhttps://www.instagram.com/p/DAbc_12-xY/\npaling lambat Senin');
    expect(result.text.length).toBeGreaterThan(350);
  });

  test('shortens a second line when one is not enough', () => {
    const result = fitText(`${'a'.repeat(400)}\n${'b'.repeat(400)}\nakhir`, under(300));
    expect(under(300)(result.text)).toBe(true);
    expect(result.text.endsWith('\nakhir')).toBe(true);
    expect(result.text).toMatch(/^a+…\nb+…\nakhir$/);
  });

  test('a thousand short lines lose their end', () => {
    const result = fitText('baris\n'.repeat(1_000), under(500));
    expect(under(500)(result.text)).toBe(true);
    expect(result.text.startsWith('baris\nbaris')).toBe(true);
  });

  test('always fits, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 300 }), { maxLength: 12 }),
        fc.integer({ min: 20, max: 900 }),
        (lines, max) => {
          const text = lines.join('\n').toWellFormed();
          const result = fitText(text, under(max));
          expect(under(max)(result.text)).toBe(true);
          expect(result.shortened).toBe(!under(max)(text));
        },
      ),
    );
  });

  test('63,000 characters within a moment', () => {
    const started = cpuTime();
    const result = fitText(`awal\n${'😭 tolong '.repeat(7_000)}`, under(2_000));
    expect(under(2_000)(result.text)).toBe(true);
    expect(cpuTime() - started).toBeLessThan(3_000);
  });
});
