/** From `from` up to `to`, both epoch ms. */
export interface Span {
  from: number;
  to: number;
}

/** Waiting for the citizen's data, for another body, a disaster, or what the note says. */
export type PauseReason = 'citizen' | 'outside' | 'disaster' | 'other';

/** A pause as it is in the log. Its end is set when it begins; resuming earlier cuts it short. */
export interface LoggedPause extends Span {
  reason: PauseReason;
  note: string;
}

/** A stretch in which the clock stands still, with every reason given for it. */
export interface Pause extends Span {
  reasons: PauseReason[];
  notes: string[];
}

/**
 * Pauses of one clock: united where they overlap or touch, cut to what lies after
 * `start`, and stopped when `capMs` of pause is used up, from the first on. Sorted and apart.
 */
export function unitePauses(logged: readonly LoggedPause[], start: number, capMs: number): Pause[] {
  const cut = logged
    .map((pause) => ({ ...pause, from: Math.max(pause.from, start) }))
    .filter((pause) => pause.to > pause.from)
    .sort((a, b) => a.from - b.from || a.to - b.to);
  const united: Pause[] = [];
  for (const pause of cut) {
    const last = united.at(-1);
    if (last && pause.from <= last.to) {
      last.to = Math.max(last.to, pause.to);
      if (!last.reasons.includes(pause.reason)) last.reasons.push(pause.reason);
      if (pause.note && !last.notes.includes(pause.note)) last.notes.push(pause.note);
    } else
      united.push({
        from: pause.from,
        to: pause.to,
        reasons: [pause.reason],
        notes: pause.note ? [pause.note] : [],
      });
  }
  const capped: Pause[] = [];
  let left = capMs;
  for (const pause of united) {
    if (left <= 0) break;
    const to = Math.min(pause.to, pause.from + left);
    capped.push({ ...pause, to });
    left -= to - pause.from;
  }
  return capped;
}

/** Length of all pauses in ms. */
export function pausedTotal(pauses: readonly Span[]): number {
  return pauses.reduce((sum, pause) => sum + pause.to - pause.from, 0);
}
