import { checkPause } from '../complaints/deadlines/check-changes.ts';
import type { PauseReason } from '../complaints/deadlines/pauses.ts';
import { TanggapError } from '../protocol/errors.ts';
import { append } from './append.ts';
import type { TanggapDatabase } from './database.ts';
import { justNow } from './open-complaint.ts';
import { openClocks } from './read/clocks.ts';
import { transact } from './transact.ts';

export interface PauseInput {
  complaintId: string;
  reason: PauseReason;
  /** Epoch ms. */
  from: number;
  until: number;
  note: string;
}

const MINUTE = 60_000;

/**
 * *Jeda*: the clocks stand still from `from` to `until`. Times are given to the minute, so a pause in the minute of
 * the forwarding begins with it. The same pause from two windows within seconds is one.
 * @param now Epoch ms.
 * @throws TanggapError `not-found`; `clock` with the code of the refusal as its detail.
 */
export async function pause(
  db: TanggapDatabase,
  input: PauseInput,
  now: number,
): Promise<{ eventId: string }> {
  const { complaintId, reason, until, note } = input;
  return transact(db, async () => {
    const { live, clocks, pauseCapMs } = await openClocks(db, complaintId, now);
    const last = justNow(live, 'paused', now);
    if (last && last.reason === reason && last.until === until) return { eventId: last.id };
    const start = clocks.current?.clocks.response.startedAt ?? 0;
    const sameMinute = Math.floor(input.from / MINUTE) === Math.floor(start / MINUTE);
    const from = sameMinute ? Math.max(input.from, start) : input.from;
    if (reason === 'other' && note.trim() === '') throw new TanggapError('clock', 'reason-missing');
    const problem = checkPause(clocks, { from, until }, pauseCapMs, now);
    if (problem) throw new TanggapError('clock', problem);
    const event = { type: 'paused', complaintId, at: from, until, reason, note } as const;
    const { events } = await append(db, complaintId, [event], { now });
    return { eventId: events[0]?.id ?? '' };
  });
}
