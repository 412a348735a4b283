import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { m } from '../i18n/index.ts';

export type PhoneProblem =
  | 'empty'
  | 'letters'
  | 'several'
  | 'too-short'
  | 'too-long'
  | 'landline'
  | 'invalid';

/** `digits`: E.164 without the plus. `count`: digits as an Indonesian would dial them, with the leading 0. */
export type ParsedPhone = { ok: true; digits: string } | { ok: false; reason: PhoneProblem; count: number };

/** Lengths of Indonesian mobile numbers with the leading 0 (numbering plan: 08 and 8 to 11 digits more). */
const SHORTEST = 10;
const LONGEST = 13;

/**
 * Read one number as people type it: `0812…`, `62812…`, `+62 812-…`, `812…`, with spaces, dots, brackets.
 * Numbers of other countries count only with their plus.
 */
export function parsePhone(text: string): ParsedPhone {
  const typed = text
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Cc}]/gu, '')
    .trim();
  if (typed === '') return problem('empty', 0);
  if (/\p{L}/u.test(typed)) return problem('letters', 0);
  if (/[/,;&|]|\d\s{3,}\d/.test(typed)) return problem('several', 0);
  const digits = typed.replace(/\D/g, '');
  if (digits === '') return problem('invalid', 0);
  const plus = typed.startsWith('+') || typed.startsWith('(+');
  const international = plus ? digits : digits.startsWith('00') ? digits.slice(2) : '';
  if (international !== '' && !international.startsWith('62')) return foreign(international);
  return indonesian(nationalDigits(international || digits));
}

/** The sentence under the field. */
export function phoneSentence(problem: { reason: PhoneProblem; count: number }): string {
  switch (problem.reason) {
    case 'empty':
      return m.phone_empty();
    case 'letters':
      return m.phone_letters();
    case 'several':
      return m.phone_several();
    case 'too-short':
      return m.phone_too_short({ count: problem.count });
    case 'too-long':
      return m.phone_too_long({ count: problem.count });
    case 'landline':
      return m.phone_landline();
    case 'invalid':
      return m.phone_invalid();
  }
}

/** `0812 5550 0142` for Indonesian numbers, `+60 12-345 6789` for others; empty stays empty. */
export function showPhone(digits: string): string {
  if (digits === '') return '';
  if (digits.startsWith('62')) {
    const local = `0${digits.slice(2)}`;
    return [local.slice(0, 4), local.slice(4, 8), local.slice(8)].filter(Boolean).join(' ');
  }
  return parsePhoneNumberFromString(`+${digits}`)?.formatInternational() ?? `+${digits}`;
}

/** Digits after the country code and the leading zeros that people add to it (`+62 0812`). */
function nationalDigits(digits: string): string {
  const national = digits.startsWith('62') && digits.length > 7 ? digits.slice(2) : digits;
  return national.replace(/^0+/, '');
}

function indonesian(national: string): ParsedPhone {
  const count = national.length + 1;
  if (!national.startsWith('8')) {
    return problem(count < 7 ? 'too-short' : count > LONGEST ? 'too-long' : 'landline', count);
  }
  if (count < SHORTEST) return problem('too-short', count);
  if (count > LONGEST) return problem('too-long', count);
  const parsed = parsePhoneNumberFromString(`+62${national}`);
  return parsed?.isPossible() ? { ok: true, digits: `62${national}` } : problem('invalid', count);
}

function foreign(digits: string): ParsedPhone {
  const parsed = parsePhoneNumberFromString(`+${digits}`);
  return parsed?.isValid() ? { ok: true, digits } : problem('invalid', digits.length);
}

function problem(reason: PhoneProblem, count: number): ParsedPhone {
  return { ok: false, reason, count };
}
