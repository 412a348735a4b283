import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { parsePhone, phoneSentence, showPhone } from '../../../channels/phone.ts';
import { setLocale } from '../../../i18n/index.ts';

beforeEach(() => setLocale('id'));

describe('one number, however it is typed', () => {
  test.each([
    '081255500142',
    '6281255500142',
    '+6281255500142',
    '+62 812-5550-0142',
    '0812 5550 0142',
    '0812.5550.0142',
    '(0812) 5550-0142',
    '81255500142',
    '006281255500142',
    '+62 0812 5550 0142',
    ' 0812\u00a05550\u20110142 ',
    '\u202a+62 812 5550 0142\u202c',
    '０８１２５５５００１４２',
  ])('%s', (typed) => {
    expect(parsePhone(typed)).toEqual({ ok: true, digits: '6281255500142' });
  });

  test('whatever stands between the digits', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 11 }),
        fc.constantFrom('', ' ', '-', '.', '\u00a0'),
        fc.constantFrom('08', '628', '+628', '8'),
        (tail, gap, start) => {
          const expected = `628${tail.join('')}`;
          expect(parsePhone(`${start}${gap}${tail.join(gap)}`)).toEqual({ ok: true, digits: expected });
        },
      ),
    );
  });

  test('what was read can be shown and read again', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 11 }), (tail) => {
        const digits = `628${tail.join('')}`;
        expect(parsePhone(showPhone(digits))).toEqual({ ok: true, digits });
      }),
    );
  });

  test('another country with its plus, and only then', () => {
    expect(parsePhone('+60 12-345 6789')).toEqual({ ok: true, digits: '60123456789' });
    expect(showPhone('60123456789')).toBe('+60 12 345 6789');
    expect(parsePhone('+1 23')).toMatchObject({ ok: false, reason: 'invalid' });
  });
});

describe('what is wrong is said', () => {
  test.each([
    ['', 'empty', 'Nomor belum diisi.'],
    ['   ', 'empty', 'Nomor belum diisi.'],
    ['0812 abcd', 'letters', 'Nomor hanya berisi angka. Mohon diperiksa.'],
    ['O812 5550 0142', 'letters', 'Nomor hanya berisi angka. Mohon diperiksa.'],
    ['0813 5550 1', 'too-short', 'Baru 9 angka, biasanya 10 sampai 13. Mohon diperiksa.'],
    ['0812 5550 0142 99', 'too-long', 'Ada 14 angka, biasanya 10 sampai 13. Mohon diperiksa.'],
    [
      '0531 21234',
      'landline',
      'Ini tampaknya nomor telepon kantor. Untuk WhatsApp, isi nomor ponsel yang berawalan 08.',
    ],
    [
      '(021) 555-1234',
      'landline',
      'Ini tampaknya nomor telepon kantor. Untuk WhatsApp, isi nomor ponsel yang berawalan 08.',
    ],
    ['081255500142 / 081355501999', 'several', 'Isi satu nomor saja.'],
    ['--', 'invalid', 'Nomor ini tidak dikenali. Mohon diperiksa.'],
    ['112', 'too-short', 'Baru 4 angka, biasanya 10 sampai 13. Mohon diperiksa.'],
  ])('%s → %s', (typed, reason, sentence) => {
    const parsed = parsePhone(typed);
    expect(parsed).toMatchObject({ ok: false, reason });
    if (!parsed.ok) expect(phoneSentence(parsed)).toBe(sentence);
  });

  test('in English too', () => {
    setLocale('en');
    const parsed = parsePhone('0813 5550 1');
    if (parsed.ok) throw new Error('accepted');
    expect(phoneSentence(parsed)).toBe('Only 9 digits so far, usually 10 to 13. Please check.');
  });

  test('no text makes it throw, and what it accepts the store takes', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string({ unit: 'binary' }),
          fc.string({ unit: fc.constantFrom(...'0123456789+-. ()') }),
        ),
        (text) => {
          const parsed = parsePhone(text);
          if (parsed.ok) expect(parsed.digits).toMatch(/^\d{8,15}$/);
        },
      ),
      { numRuns: 500 },
    );
  });
});
