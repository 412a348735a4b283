import type { ClockView, RunView } from '../deadlines/clock-view.ts';
import { CLOCK_NAMES } from '../deadlines/policies.ts';
import type { ChannelOutcome, ComplaintEvent, EventOf, LetterStep } from '../events.ts';

/** The rungs, lowest first: *pengingat*, *Permintaan Penjelasan*, *Surat Teguran I*, *Surat Teguran II*. */
export const LADDER_STEPS = ['reminder', 'explanation', 'warning1', 'warning2'] as const;
export type LadderStep = (typeof LADDER_STEPS)[number];

/** A step that was taken. Times in epoch ms. */
export interface TakenStep {
  /** The event. */
  id: string;
  step: LadderStep;
  at: number;
  channel: string;
  outcome: ChannelOutcome;
  /** Until when the letter asks for an answer; null for a reminder. */
  answerBy: number | null;
}

/** What happened on the rungs of the clock that runs, since the answer that ended the clock before it. */
export interface Stretch {
  taken: TakenStep[];
  /** The newest answer that did not stop the clock and came after the newest step. */
  answer: EventOf<'responded'> | null;
  /** The opening anew with which the clock began; null when it began with the forwarding. */
  reopened: EventOf<'reopened'> | null;
}

export const isLetter = (step: LadderStep): step is LetterStep => step !== 'reminder';

/** The step an event is, or null. */
export function stepOf(event: ComplaintEvent): TakenStep | null {
  if (event.type === 'reminded') return { ...facts(event), step: 'reminder', answerBy: null };
  if (event.type === 'escalated') return { ...facts(event), step: event.step, answerBy: event.answerBy };
  return null;
}

/** Every step of a complaint, to whichever agency, in the order of the log. */
export function stepsOf(live: readonly ComplaintEvent[]): TakenStep[] {
  return live.map(stepOf).filter((step) => step !== null);
}

/**
 * The stretch of the log that counts for `clock` of the present run. Each run has a ladder of its own, and so has
 * each clock: the answer that stops a clock, and the opening anew, end the ladder of what went before.
 */
export function stretchOf(live: readonly ComplaintEvent[], run: RunView, clock: ClockView): Stretch {
  const ends = new Set(
    CLOCK_NAMES.slice(0, CLOCK_NAMES.indexOf(clock.name))
      .map((name) => run.clocks[name])
      .filter((before) => before.state !== 'notApplicable')
      .map((before) => before.stoppedBy),
  );
  const started = live.findIndex((event) => event.id === run.forwardingId);
  const again = clock.name === 'settlement' && run.earlierSettlements.length > 0;
  let from = started;
  let reopened: Stretch['reopened'] = null;
  for (const [index, event] of live.entries()) {
    if (index <= started) continue;
    if (event.type === 'reopened' && again) reopened = event;
    if (ends.has(event.id) || (event.type === 'reopened' && again)) from = index;
  }
  const taken: TakenStep[] = [];
  let answer: Stretch['answer'] = null;
  for (const event of live.slice(from + 1)) {
    const step = stepOf(event);
    if (step) {
      taken.push(step);
      answer = null;
    } else if (event.type === 'responded') answer = event;
  }
  return { taken, answer, reopened };
}

function facts({ id, at, channel, outcome }: EventOf<'reminded'> | EventOf<'escalated'>) {
  return { id, at, channel, outcome };
}
