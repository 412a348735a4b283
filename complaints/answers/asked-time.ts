import type { Term, TermKind } from '../deadlines/term.ts';
import { ASKS_TIME } from './kind.ts';

/** How much time a message asks for, as it is written. */
export interface AskedTime {
  amount: number;
  unit: AskedUnit;
}
export type AskedUnit = 'hours' | 'days' | 'workingDays';
export const ASKED_UNITS: readonly AskedUnit[] = ['hours', 'days', 'workingDays'];

const DIGITS: Record<string, number> = Object.fromEntries(
  ['satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh'].map(
    (word, at) => [word, at + 1],
  ),
);
const SPAN =
  /\b(?:(?:(\d{1,3}|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)\s?(?:-|–|s\/?d|sampai|atau)\s?)?(\d{1,3}|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)\s?(x\s?24\s?)?|(se))(jam|hari(?: kerja)?|minggu|pekan|bulan)\b/gu;
/** A message names a day close by in place of a length. */
const SOON: [RegExp, number][] = [
  [/\bbesok\b/, 1],
  [/\blusa\b/, 2],
];
const DAYS: Record<string, number> = { hari: 1, minggu: 7, pekan: 7, bulan: 30 };
/** Longest that is taken over, in its unit: the bounds of a term. */
const MOST: Record<AskedUnit, number> = { hours: 8_760, days: 365, workingDays: 250 };

/**
 * The time that a message asks for: the first length after the words that ask, else the last one before them, of a
 * range the longer end. Null when it names none; the official fills it in.
 */
export function askedTime(text: string): AskedTime | null {
  const words = text.slice(0, 2_000).toLowerCase().replace(/\s+/g, ' ');
  const asks = ASKS_TIME.exec(words);
  const from = asks ? asks.index : 0;
  const found = [...words.matchAll(SPAN)];
  const match = found.find(({ index }) => index >= from) ?? found.at(-1);
  const read = match && readSpan(match);
  if (read) return read;
  const soon = SOON.find(([pattern]) => pattern.test(words));
  return soon ? { amount: soon[1], unit: 'days' } : null;
}

function readSpan([, low, high, times24, one, unit = '']: RegExpMatchArray): AskedTime | null {
  const numbers = [low, high].flatMap((word) => (word ? [DIGITS[word] ?? Number(word)] : []));
  const amount = one ? 1 : Math.max(0, ...numbers);
  const read: AskedTime =
    unit === 'jam'
      ? { amount: times24 ? amount * 24 : amount, unit: 'hours' }
      : unit === 'hari kerja'
        ? { amount, unit: 'workingDays' }
        : { amount: amount * (DAYS[unit] ?? 1), unit: 'days' };
  return isAskable(read) ? read : null;
}

/** Whether so much can be asked for at all. */
export function isAskable({ amount, unit }: AskedTime): boolean {
  return amount > 0 && amount <= MOST[unit];
}

const HOUR = 3_600_000;
/** Office hours of one working day, by the week of 37.5 hours. */
const OFFICE_DAY = 7.5 * HOUR;

/** The asked time in the kind of the clock that is to run longer; a part of a day counts as a whole one. */
export function termOfAsked({ amount, unit }: AskedTime, kind: TermKind): Term {
  if (kind === 'workingDays') {
    return { kind, days: Math.max(1, Math.ceil(unit === 'hours' ? amount / 24 : amount)) };
  }
  const day = kind === 'clockHours' ? 24 * HOUR : OFFICE_DAY;
  return { kind, ms: Math.round((unit === 'hours' ? amount * HOUR : amount * day) / 60_000) * 60_000 };
}
