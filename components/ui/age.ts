/** Where the deadline tick stands, in per cent of the bar: the same in every row, so that ticks line up in a column. */
export const TICK = 72;

/**
 * Widths of the ageing bar in per cent. `used` = time used ÷ term.
 * Up to the deadline the fill grows evenly to the tick; beyond it a tail nears the end without ever reaching it
 * (at least 3 %, so that "just late" is seen).
 */
export function ageWidths(used: number): { fill: number; tail: number } {
  const share = Number.isFinite(used) ? Math.max(0, used) : 0;
  if (share <= 1) return { fill: share * TICK, tail: 0 };
  return { fill: TICK, tail: Math.max(3, (100 - TICK) * (1 - Math.exp(-(share - 1)))) };
}
