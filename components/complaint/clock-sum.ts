import type { Explanation } from '../../complaints/deadlines/explain.ts';

const MINUTE = 60_000;

/** The lines of a clock's sum in whole minutes, so that what is printed adds up; `left` is negative once it is over. */
export interface ClockSum {
  elapsed: number;
  paused: number;
  used: number;
  available: number;
  left: number;
}

/**
 * Rounds the sum behind a clock to minutes. The result is rounded as everywhere else (towards the deadline), and
 * the lines above follow from it: elapsed − paused = used, and used against what is available gives the result.
 */
export function clockSum(explanation: Explanation): ClockSum {
  const available = Math.round(explanation.available / MINUTE);
  const paused = Math.round(explanation.paused / MINUTE);
  const left = Math.trunc(explanation.left / MINUTE);
  const used = available - left;
  return { elapsed: used + paused, paused, used, available, left };
}
