import { afterEach, describe, expect, test } from 'vitest';
import {
  builtInTemplate,
  fill,
  PLACEHOLDERS,
  placeholderLabel,
  templateOf,
  unknownPlaceholders,
  type Values,
} from '../../../channels/template.ts';
import { setLocale } from '../../../i18n/index.ts';

const values = Object.fromEntries(PLACEHOLDERS.map((name) => [name, name.toUpperCase()])) as Values;
afterEach(() => setLocale('id'));

describe('fill', () => {
  test('every placeholder, wherever it stands', () => {
    const template = PLACEHOLDERS.map((name) => `<{${name}}>`).join(' ');
    expect(fill(template, values)).toBe(PLACEHOLDERS.map((name) => `<${name.toUpperCase()}>`).join(' '));
  });

  test('an unknown one stays visible', () => {
    expect(fill('{nomor} {nama_warga} {}', values)).toBe('NOMOR {nama_warga} {}');
    expect(unknownPlaceholders('{nomor} {nama_warga} {x} {x}')).toEqual(['nama_warga', 'x']);
  });

  test('values are not read again: a citizen cannot write placeholders', () => {
    expect(fill('{isi}', { ...values, isi: '{penandatangan} $& $1' })).toBe('{penandatangan} $& $1');
  });

  test('a line without any value goes, a line with one stays', () => {
    const none = { ...values, penandatangan: '', penanda: '', tempat: '' };
    expect(fill('*{nomor}* {penanda}\n{tempat}\nakhir\n– a.n. {penandatangan}', none)).toBe('*NOMOR*\nakhir');
  });
});

describe('templates', () => {
  test('the office’s own, else the built-in one', () => {
    expect(templateOf('Halo {nomor}\r\nbaris', 'forward')).toBe('Halo {nomor}\nbaris');
    expect(templateOf(' \n', 'forward')).toBe(builtInTemplate('forward'));
  });

  test.each(['forward', 'remind', 'publicReply'] as const)(
    '%s is Indonesian on any screen and knows its placeholders',
    (name) => {
      const indonesian = builtInTemplate(name);
      setLocale('en');
      expect(builtInTemplate(name)).toBe(indonesian);
      expect(unknownPlaceholders(indonesian)).toEqual([]);
      expect(indonesian).toMatch(/\{\w+\}/);
    },
  );

  test('every placeholder is explained, in words of its own', () => {
    for (const locale of ['id', 'en']) {
      setLocale(locale);
      const labels = PLACEHOLDERS.map(placeholderLabel);
      expect(new Set(labels).size).toBe(PLACEHOLDERS.length);
      expect(labels).not.toContain('');
    }
  });
});
