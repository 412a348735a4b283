import type { Complaint } from '../complaint.ts';
import type { CalendarBook } from '../deadlines/calendar-book.ts';
import type { ClockView, ComplaintClocks } from '../deadlines/clock-view.ts';
import { liveClock } from '../deadlines/live-clock.ts';
import type { ComplaintEvent } from '../events.ts';
import { type ReasonAgainst, type ReasonFor, reasonsAgainst, reasonsFor } from './reasons.ts';
import { LADDER_STEPS, type LadderStep, type Stretch, stepsOf, stretchOf, type TakenStep } from './steps.ts';
import { putOff, quarterAfter } from './waiting.ts';

/** Why nothing is proposed. */
export type Rest =
  | 'not-forwarded'
  /** *Bukan wewenang*, and nobody else has got it yet. */
  | 'declined'
  | 'closed'
  | 'joined'
  /** No clock runs any more: answered, or said to be done. */
  | 'answered'
  | 'paused'
  /** The term is not far enough, or the last step still has its time. */
  | 'early'
  /** An outside body is reminded and no more. */
  | 'outside'
  /** Every step was taken. */
  | 'complete';

/** Where a complaint stands on the ladder at one moment. Moments in epoch ms. */
export interface Ladder {
  /** The step that may be taken now; null when none is proposed. */
  proposed: LadderStep | null;
  /** Set when none is proposed. */
  rest: Rest | null;
  /** The lowest step not taken yet and when it is proposed if nothing happens; null when there is none. */
  next: { step: LadderStep; at: number } | null;
  /** The clock that the ladder follows. */
  clock: ClockView | null;
  for: ReasonFor[];
  against: ReasonAgainst[];
  /** Steps for the clock that runs, in order. */
  taken: TakenStep[];
  /** Steps before that: to an agency that had it before, or before an answer. */
  earlier: TakenStep[];
}

/**
 * The ladder of one complaint at `now` (epoch ms). It follows the one clock that is shown: first response, then
 * follow-up, then settlement. No step is skipped:
 *
 * 1. reminder: from three quarters of the term on, however late it is;
 * 2. *Permintaan Penjelasan*: once overdue; where the first reminder came later still, a quarter of the term on;
 * 3. *Surat Teguran I*: when the time that the request gave (`answerBy`: one more term after the due time) is over;
 * 4. *Surat Teguran II*: when the time that the first letter gave (one more term) is over.
 *
 * The answer that stops a clock ends its ladder, and the next clock's begins at the bottom. An answer that stops
 * none (an update) takes no rung back, but gives a quarter of the term. Time paused is never counted. Without
 * events in between, what is proposed only rises with time.
 * @param live The complaint's live events in the order of the log.
 * @param clocks `clocksOf` of the same events at the same moment.
 */
export function ladderOf(
  complaint: Pick<Complaint, 'status' | 'notOurs'>,
  live: readonly ComplaintEvent[],
  clocks: ComplaintClocks,
  book: CalendarBook,
  now: number,
): Ladder {
  const all = stepsOf(live);
  const none = (rest: Rest): Ladder => ({
    proposed: null,
    rest,
    next: null,
    clock: null,
    for: [],
    against: [],
    taken: [],
    earlier: all,
  });
  const run = clocks.current;
  if (!run) return none('not-forwarded');
  if (complaint.status === 'joined') return none('joined');
  if (complaint.status === 'done' || complaint.status === 'dismissed' || complaint.status === 'void')
    return none('closed');
  if (complaint.notOurs) return none('declined');
  const clock = liveClock(clocks);
  if (!clock || clock.due === null || clock.nearAt === null) return none('answered');

  const stretch = stretchOf(live, run, clock);
  const known = new Set(stretch.taken.map((taken) => taken.id));
  const facts = { live, clocks, clock, stretch, book, now };
  const shown = {
    clock,
    for: reasonsFor(facts),
    against: reasonsAgainst(facts),
    taken: stretch.taken,
    earlier: all.filter((taken) => !known.has(taken.id)),
  };
  const resting = (rest: Rest, next: Ladder['next']): Ladder => ({ ...shown, proposed: null, rest, next });
  const step = nextStep(stretch.taken);
  if (!step) return resting('complete', null);
  if (run.outside && step !== 'reminder') return resting('outside', null);
  const at = momentOf(step, clock, stretch, book);
  const next = { step, at: Math.max(at, clock.pausedUntil ?? at) };
  if (clock.pausedUntil !== null) return resting('paused', next);
  return now < at ? resting('early', next) : { ...shown, proposed: step, rest: null, next };
}

/** The one above the highest that was taken. */
export function nextStep(taken: readonly Pick<TakenStep, 'step'>[]): LadderStep | null {
  const highest = Math.max(-1, ...taken.map(({ step }) => LADDER_STEPS.indexOf(step)));
  return LADDER_STEPS[highest + 1] ?? null;
}

/** Epoch ms from which a step is proposed, given that every step below it was taken. */
function momentOf(step: LadderStep, clock: ClockView, stretch: Stretch, book: CalendarBook): number {
  const { taken, answer } = stretch;
  const afterAnswer = answer ? quarterAfter(clock, book, answer.at) : 0;
  return Math.max(afterAnswer, plainMoment(step, clock, taken, book));
}

function plainMoment(
  step: LadderStep,
  clock: ClockView,
  taken: readonly TakenStep[],
  book: CalendarBook,
): number {
  const due = clock.due ?? 0;
  if (step === 'reminder') return clock.nearAt ?? due;
  if (step === 'explanation') {
    const first = taken.find((one) => one.step === 'reminder');
    return Math.max(due + 1, first && first.at > due ? quarterAfter(clock, book, first.at) : 0);
  }
  const before = LADDER_STEPS[LADDER_STEPS.indexOf(step) - 1];
  const letter = taken.findLast((one) => one.step === before);
  return letter ? putOff(clock, book, letter.at, letter.answerBy ?? letter.at) + 1 : due + 1;
}
