import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { errorDetails } from '../../../../components/error-boundary.tsx';
import { errorCode, errorText } from '../../../../components/error-text.ts';
import { setLocale } from '../../../../i18n/index.ts';
import { type ErrorCode, TanggapError } from '../../../../protocol/errors.ts';

/** The codes as the contract spells them, read from its source so that none can be forgotten here. */
const source = readFileSync(new URL('../../../../protocol/errors.ts', import.meta.url), 'utf8');
const union = source.slice(
  source.indexOf('export type ErrorCode'),
  source.indexOf(';', source.indexOf('export type ErrorCode')),
);
const codes = [...union.matchAll(/'([a-z-]+)'/g)].map((found) => found[1] as ErrorCode);

afterEach(() => setLocale('id'));

describe('errors in words', () => {
  it('finds the codes', () => {
    expect(codes).toContain('storage-full');
    expect(codes.length).toBeGreaterThan(10);
  });

  it.each(codes)('%s has a sentence in both languages', (code) => {
    const indonesian = errorText(code);
    setLocale('en');
    const english = errorText(code);
    for (const text of [indonesian, english]) expect(text).toMatch(/^[A-Z].{15,}\.$/u);
    expect(english).not.toBe(indonesian);
  });

  it('reads the code behind what was thrown', () => {
    expect(errorCode(new TanggapError('conflict'))).toBe('conflict');
    expect(errorCode(Object.assign(new Error(), { name: 'QuotaExceededError' }))).toBe('storage-full');
    expect(errorCode(Object.assign(new Error(), { name: 'VersionError' }))).toBe('newer-version');
    expect(errorCode('boom')).toBe('unexpected');
  });
});

describe('details for the developer', () => {
  it('hold version, id and places in the code, but no word of a citizen', () => {
    const error = new Error('cannot show "jalan rusak @warga.baamang"');
    error.stack = `Error: cannot show "jalan rusak @warga.baamang"\nline two of jalan rusak\n    at show (chrome-extension://abc/panel.js:1:20)\nshow@moz-extension://abc/panel.js:1:20`;
    const text = errorDetails(error, 'a1b2c3d4', '0.1.0');
    expect(text).toContain('0.1.0');
    expect(text).toContain('a1b2c3d4');
    expect(text).toContain('panel.js:1:20');
    expect(text).not.toMatch(/jalan rusak|warga\.baamang/);
  });
});
