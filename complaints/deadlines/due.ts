import { MAX_TERM, MIN_TERM, NEAR_SHARE } from './policy.ts';

/**
 * Due time of a term that began at `startedAt` (epoch ms) and lasts `termMs` of calendar time.
 * Working-time terms will stand beside this one, with the calendar passed in.
 * @throws RangeError when the term is not within MIN_TERM…MAX_TERM.
 */
export function dueAfter(startedAt: number, termMs: number): number {
  if (!(termMs >= MIN_TERM && termMs <= MAX_TERM)) throw new RangeError('term out of bounds');
  return startedAt + termMs;
}

/** Epoch ms from which a complaint counts as near its deadline (25 % of the term left). */
export function nearAt(dueAt: number, termMs: number): number {
  return dueAt - Math.round(termMs * NEAR_SHARE);
}
