import type { Clock } from '../complaint.ts';

/** The sum behind a clock, all in ms except the moments (epoch ms). */
export interface Explanation {
  startedAt: number;
  dueAt: number;
  /** `now`, or the moment of the first response once there is one. */
  until: number;
  stopped: boolean;
  /** Since it was forwarded. */
  elapsed: number;
  /** Of that, while the clock stood still; always 0 until pauses come. */
  paused: number;
  /** elapsed − paused. */
  used: number;
  /** The term that was given. */
  available: number;
  /** available − used; negative once it is over. Exactly what badge, popup and page say. */
  left: number;
  overdue: boolean;
  /** used ÷ available, for the bar. */
  share: number;
}

/** How a clock came to what it shows at `now` (epoch ms). */
export function explainClock(clock: Clock, now: number): Explanation {
  const until = clock.stoppedAt ?? Math.max(now, clock.startedAt);
  const elapsed = until - clock.startedAt;
  const left = clock.dueAt - until;
  const paused = 0;
  return {
    startedAt: clock.startedAt,
    dueAt: clock.dueAt,
    until,
    stopped: clock.stoppedAt !== null,
    elapsed,
    paused,
    used: elapsed - paused,
    available: clock.dueAt - clock.startedAt - paused,
    left,
    overdue: left < 0,
    share: clock.termMs > 0 ? (elapsed - paused) / clock.termMs : 0,
  };
}
