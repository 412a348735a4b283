import { MINUTE } from './day.ts';
import type { ClockExplanation, PartSum } from './parts.ts';

/** The sum of a clock in whole minutes, to be printed: it adds up as printed, and `left` is what lists show. */
export interface MinuteSum {
  counted: number;
  paused: number;
  used: number;
  available: number;
  /** Negative once it is over. */
  left: number;
  rows: { sum: PartSum; minutes: number }[];
}

/**
 * Whole minutes from the exact spans. Left is cut to the minute as everywhere; used is what then remains of the
 * time available; the rows of the parts take the same figures, so that both sums agree with each other.
 */
export function minuteSum(explanation: ClockExplanation): MinuteSum {
  const available = Math.floor(explanation.available / MINUTE);
  const over = explanation.left < 0;
  const left = Math.floor(Math.abs(explanation.left) / MINUTE);
  const used =
    explanation.clock.due === null
      ? Math.floor(explanation.used / MINUTE)
      : over
        ? available + left
        : available - left;
  const paused = Math.floor(explanation.paused / MINUTE);
  let pausedBefore = 0;
  let outsideBefore = 0;
  const rows = explanation.sums.map((sum) => {
    if (sum.kind === 'running') return { sum, minutes: used };
    if (sum.kind === 'paused') {
      pausedBefore += sum.ms;
      return {
        sum,
        minutes: Math.floor(pausedBefore / MINUTE) - Math.floor((pausedBefore - sum.ms) / MINUTE),
      };
    }
    outsideBefore += sum.ms;
    return {
      sum,
      minutes: Math.floor(outsideBefore / MINUTE) - Math.floor((outsideBefore - sum.ms) / MINUTE),
    };
  });
  return { counted: used + paused, paused, used, available, left: over && left > 0 ? -left : left, rows };
}
