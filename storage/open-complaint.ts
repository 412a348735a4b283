import type { Complaint } from '../complaints/complaint.ts';
import type { ComplaintEvent, EventOf, EventType } from '../complaints/events.ts';
import { liveEvents } from '../complaints/live.ts';
import { TanggapError } from '../protocol/errors.ts';
import type { TanggapDatabase } from './database.ts';
import { readComplaint } from './read/complaint.ts';

/** Within this many ms, the same decision from another window is taken for one and the same. */
export const SAME_DECISION_MS = 5_000;

export interface OpenComplaint {
  complaint: Complaint;
  /** Events that count, in the order of the log. */
  live: ComplaintEvent[];
}

/**
 * The complaint that a decision is about, read inside the deciding transaction.
 * @throws TanggapError `not-found` when there is none, or its flag was taken back.
 */
export async function openComplaint(db: TanggapDatabase, id: string): Promise<OpenComplaint> {
  const found = await readComplaint(db, id);
  if (!found || found.complaint.status === 'void') throw new TanggapError('not-found', id);
  return { complaint: found.complaint, live: liveEvents(found.events) };
}

/** The newest live event of a type if it was recorded just now (a double click, two windows), else null. */
export function justNow<T extends EventType>(
  live: readonly ComplaintEvent[],
  type: T,
  now: number,
): EventOf<T> | null {
  const last = live.findLast((event): event is EventOf<T> => event.type === type);
  return last && Math.abs(now - last.recordedAt) <= SAME_DECISION_MS ? last : null;
}

export function isClosed(complaint: Complaint): boolean {
  return complaint.status === 'done' || complaint.status === 'dismissed' || complaint.status === 'joined';
}
