import type { StoredStatus, ViewStatus } from './complaint.ts';
import { STATUS_ORDER, viewStatus } from './status.ts';

/** What urgency needs to know of a complaint; every row of a list has it. */
export interface UrgencyFacts {
  status: StoredStatus;
  /** Epoch ms; absent while no clock runs. */
  dueAt?: number;
  /** Ms. */
  termMs?: number;
  nearAt?: number;
  pausedUntil?: number;
  /** When the follow-up report or the settlement is due; only after the first response. */
  nextDueAt?: number;
  capturedAt: number;
  lastEventAt: number;
  id: string;
}

/** The status shown for a row at `now` (epoch ms). */
export function rowStatus(
  row: Pick<UrgencyFacts, 'status' | 'dueAt' | 'termMs' | 'nearAt' | 'pausedUntil'>,
  now: number,
): ViewStatus {
  return viewStatus({ ...row, dueAt: row.dueAt ?? null, termMs: row.termMs ?? null }, now);
}

/**
 * Order of every list at `now` (epoch ms): STATUS_ORDER first; then the oldest deadline while a clock runs,
 * the oldest flag for new ones, what is owed next for answered ones, the newest happening for what is closed. Total, so lists never jump.
 */
export function byUrgency(now: number): (a: UrgencyFacts, b: UrgencyFacts) => number {
  return (a, b) => {
    const statusA = rowStatus(a, now);
    const statusB = rowStatus(b, now);
    const rank = STATUS_ORDER.indexOf(statusA) - STATUS_ORDER.indexOf(statusB);
    return rank || within(statusA, a, b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  };
}

/** Sorts into a new array; each status is worked out once per row, which matters for ten thousand of them. */
export function sortByUrgency<T extends UrgencyFacts>(rows: readonly T[], now: number): T[] {
  return rows
    .map((row) => ({ row, status: rowStatus(row, now) }))
    .map((entry) => ({ ...entry, rank: STATUS_ORDER.indexOf(entry.status) }))
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        within(a.status, a.row, b.row) ||
        (a.row.id < b.row.id ? -1 : a.row.id > b.row.id ? 1 : 0),
    )
    .map((entry) => entry.row);
}

function within(status: ViewStatus, a: UrgencyFacts, b: UrgencyFacts): number {
  if (a.dueAt !== undefined && b.dueAt !== undefined) return a.dueAt - b.dueAt;
  if (status === 'responded' && a.nextDueAt !== b.nextDueAt)
    return (a.nextDueAt ?? Number.POSITIVE_INFINITY) - (b.nextDueAt ?? Number.POSITIVE_INFINITY);
  if (status === 'new') return a.capturedAt - b.capturedAt;
  return b.lastEventAt - a.lastEventAt;
}
