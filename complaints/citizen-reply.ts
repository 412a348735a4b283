import type { Complaint } from './complaint.ts';
import type { LoggedPause } from './deadlines/pauses.ts';
import { runsOf } from './deadlines/runs.ts';
import type { ComplaintEvent } from './events.ts';

/** What a reply to the citizen would say: where the matter is now. */
export type ReplyState =
  | 'forwarded'
  /** The agency is at work on it. */
  | 'working'
  /** The clock stands still: it waits for the citizen's data, for another body, or for what the note says. */
  | 'waiting-citizen'
  | 'waiting'
  /** With a body that the office can only ask. */
  | 'outside'
  /** The agency says it is not its matter; nobody else has it yet. */
  | 'not-ours'
  /** The agency says it is done; we have not looked. */
  | 'said-done'
  | 'done';

/** Every state, in the order in which they are offered. */
export const REPLY_STATES: readonly ReplyState[] = [
  'forwarded',
  'working',
  'waiting-citizen',
  'waiting',
  'outside',
  'not-ours',
  'said-done',
  'done',
];

/** The pause in which `now` (epoch ms) lies, by the log alone, or null. */
export function pauseAt(live: readonly ComplaintEvent[], now: number): LoggedPause | null {
  const run = runsOf(live).runs.at(-1);
  return run?.pauses.find((pause) => pause.from <= now && now < pause.to) ?? null;
}

/**
 * The state that a reply would tell; null while there is nothing to tell: not forwarded, joined to another, no
 * complaint. A bare template counts as no answer.
 * @param pause The pause that holds now (`pauseAt`), or null.
 */
export function replyState(
  complaint: Pick<Complaint, 'status' | 'forwarding' | 'notOurs' | 'responses'>,
  pause: Pick<LoggedPause, 'reason'> | null,
): ReplyState | null {
  const { status, forwarding, notOurs, responses } = complaint;
  if (status === 'done') return 'done';
  if (!forwarding || status === 'dismissed' || status === 'joined' || status === 'void') return null;
  if (notOurs) return 'not-ours';
  const since = responses.filter((answer) => answer.at >= forwarding.at && !answer.template);
  if (since.some((answer) => answer.kind === 'done')) return 'said-done';
  if (pause) return pause.reason === 'citizen' ? 'waiting-citizen' : 'waiting';
  if (since.length > 0) return 'working';
  return forwarding.outside ? 'outside' : 'forwarded';
}
