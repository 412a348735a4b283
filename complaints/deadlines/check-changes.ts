import type { ClockView, ComplaintClocks } from './clocks.ts';
import { CLOCK_NAMES, type ClockName, MAX_PAUSE } from './policies.ts';
import { isTerm, lengthen, type Term } from './term.ts';

/** Why a change to a clock is refused; a code for the message catalogue. */
export type ChangeProblem =
  | 'not-forwarded'
  | 'no-clock'
  | 'before-forwarding'
  | 'in-the-future'
  | 'ends-before'
  | 'too-long'
  | 'cap-used'
  | 'not-paused'
  | 'term-bounds'
  | 'other-kind'
  | 'after-due'
  | 'extension-used'
  | 'extension-pending'
  | 'nothing-asked'
  | 'reason-missing';

/** A minute, since the official sees minutes and not seconds. */
const SLACK = 60_000;

/**
 * Whether a pause from `from` to `until` (epoch ms) can be recorded at `now`: not before the forwarding, not
 * beginning in the future, with an end, not longer than MAX_PAUSE, and while some of the cap is left.
 */
export function checkPause(
  clocks: ComplaintClocks,
  pause: { from: number; until: number },
  capMs: number,
  now: number,
): ChangeProblem | null {
  const running = runningClocks(clocks);
  const [first] = running;
  if (!clocks.current) return 'not-forwarded';
  if (!first) return 'no-clock';
  if (pause.from < first.startedAt) return 'before-forwarding';
  if (pause.from > now + SLACK) return 'in-the-future';
  if (!(pause.until > pause.from)) return 'ends-before';
  if (pause.until - pause.from > MAX_PAUSE) return 'too-long';
  const used = Math.max(...running.map((clock) => clock.pauses.reduce((sum, p) => sum + p.to - p.from, 0)));
  return used >= capMs ? 'cap-used' : null;
}

/** Whether a pause can be ended at `at` (epoch ms). */
export function checkResume(clocks: ComplaintClocks, at: number, now: number): ChangeProblem | null {
  if (!clocks.current) return 'not-forwarded';
  if (at > now + SLACK) return 'in-the-future';
  const paused = runningClocks(clocks).some((clock) => clock.pauses.some((p) => p.from <= at && at < p.to));
  return paused ? null : 'not-paused';
}

/** Whether the agency may ask at `at` (epoch ms) for `by` more on one clock: before its due time, once per policy. */
export function checkExtension(
  clocks: ComplaintClocks,
  ask: { clock: ClockName; by: Term; reason: string },
  maxExtensions: number,
  at: number,
): ChangeProblem | null {
  if (!clocks.current) return 'not-forwarded';
  const clock = clocks.current.clocks[ask.clock];
  if (clock.state === 'notApplicable' || clock.stoppedAt !== null || !clock.term) return 'no-clock';
  if (ask.by.kind !== clock.term.kind) return 'other-kind';
  if (!isTerm(ask.by) || !isTerm(lengthen(clock.term, ask.by))) return 'term-bounds';
  if (ask.reason.trim() === '') return 'reason-missing';
  if (clock.extensions.some((extension) => extension.granted === null)) return 'extension-pending';
  if (clock.extensions.filter((extension) => extension.granted).length >= maxExtensions)
    return 'extension-used';
  return clock.due !== null && at > clock.due ? 'after-due' : null;
}

/** Whether there is an undecided request with this id. */
export function checkDecision(clocks: ComplaintClocks, askedId: string): ChangeProblem | null {
  if (!clocks.current) return 'not-forwarded';
  const { current } = clocks;
  const pending = CLOCK_NAMES.some((name) =>
    current.clocks[name].extensions.some((e) => e.id === askedId && e.granted === null),
  );
  return pending ? null : 'nothing-asked';
}

function runningClocks(clocks: ComplaintClocks): ClockView[] {
  const { current } = clocks;
  if (!current) return [];
  return CLOCK_NAMES.map((name) => current.clocks[name]).filter(
    (clock) => clock.state !== 'notApplicable' && clock.stoppedAt === null,
  );
}
