import type { ClockView, ComplaintClocks } from './clocks.ts';

/** What a list row, the badge and the alarm need of a complaint's clocks. Epoch ms and ms. */
export interface ClockRow {
  clock: ClockView['name'];
  /** The agency is outside the office's reach: shown, never counted against a dinas. */
  outside: boolean;
  dueAt: number;
  nearAt: number;
  /** Time that counts between start and due. */
  available: number;
  /** End of the pause at the moment of the projection; null when it runs. */
  pausedUntil: number | null;
  dependsOnIncompleteYear: number | null;
}

/** The one clock of a complaint that is shown, or null when none runs. */
export function liveClock(clocks: ComplaintClocks): ClockView | null {
  return clocks.current && clocks.live ? clocks.current.clocks[clocks.live] : null;
}

/** The live clock as a row stores it; null when none runs. */
export function clockRow(clocks: ComplaintClocks): ClockRow | null {
  const clock = liveClock(clocks);
  if (!clock || clock.due === null || clock.nearAt === null) return null;
  return {
    clock: clock.name,
    outside: clocks.current?.outside ?? false,
    dueAt: clock.due,
    nearAt: clock.nearAt,
    available: clock.available,
    pausedUntil: clock.pausedUntil,
    dependsOnIncompleteYear: clock.dependsOnIncompleteYear,
  };
}

/**
 * The next moment after `now` (epoch ms) at which what is shown of the live clock changes: near, late (one ms
 * after due), a pause begins or ends. Null when nothing will change by itself. For the one alarm.
 */
export function nextChange(clocks: ComplaintClocks, now: number): number | null {
  const clock = liveClock(clocks);
  if (!clock) return null;
  const moments = [
    ...(clock.nearAt === null ? [] : [clock.nearAt]),
    ...(clock.due === null ? [] : [clock.due + 1]),
    ...clock.pauses.flatMap((pause) => [pause.from, pause.to]),
  ].filter((moment) => moment > now);
  return moments.length > 0 ? Math.min(...moments) : null;
}
