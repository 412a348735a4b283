const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export interface DurationParts {
  d: number;
  h: number;
  m: number;
}

/** Split a span in ms into whole days, hours and minutes (of calendar time); negative spans count as positive. */
export function durationParts(ms: number): DurationParts {
  const span = Math.floor(Math.abs(ms) / MINUTE) * MINUTE;
  return {
    d: Math.floor(span / DAY),
    h: Math.floor((span % DAY) / HOUR),
    m: Math.floor((span % HOUR) / MINUTE),
  };
}
