import type { Complaint, StoredStatus, ViewStatus } from './complaint.ts';
import { nearAt } from './deadlines/due.ts';

export interface StatusFacts {
  status: StoredStatus;
  /** Epoch ms; null while no clock runs. */
  dueAt: number | null;
  termMs: number | null;
  /** Epoch ms from which it is near; worked out from the term where it is not given. */
  nearAt?: number;
  /** The clock stands still until then (epoch ms); a pause never begins in the future. */
  pausedUntil?: number;
}

/**
 * What is shown at `now` (epoch ms). A complaint is overdue from the first millisecond after its due time:
 * a response at the due time itself is in time.
 */
export function viewStatus(facts: StatusFacts, now: number): ViewStatus {
  if (facts.status === 'void') return 'dismissed';
  if (facts.status !== 'waiting' || facts.dueAt === null)
    return facts.status === 'waiting' ? 'waiting' : facts.status;
  if (facts.pausedUntil !== undefined && now < facts.pausedUntil) return 'paused';
  if (now > facts.dueAt) return 'overdue';
  const near = facts.nearAt ?? (facts.termMs === null ? null : nearAt(facts.dueAt, facts.termMs));
  return near !== null && now >= near ? 'near' : 'waiting';
}

/** The facts of a complaint with its clock running; without one, only its status. */
export function factsOf(complaint: Pick<Complaint, 'status' | 'clock'>): StatusFacts {
  const { status, clock } = complaint;
  if (status !== 'waiting' || !clock || clock.stoppedAt !== null)
    return { status, dueAt: null, termMs: null };
  const { dueAt, termMs, pause } = clock;
  const near = clock.nearAt ?? nearAt(dueAt, termMs);
  if (!pause) return { status, dueAt, termMs, nearAt: near };
  // What was near or late before a pause is so again from its end on, and not while it lasts.
  return {
    status,
    dueAt: dueAt <= pause.from ? pause.to - 1 : dueAt,
    termMs,
    nearAt: near <= pause.from ? pause.to : near,
    pausedUntil: pause.to,
  };
}

/** Order of every list: overdue, near, new, waiting, then the rest. */
export const STATUS_ORDER: readonly ViewStatus[] = [
  'overdue',
  'near',
  'new',
  'waiting',
  'responded',
  'paused',
  'outside',
  'done',
  'dismissed',
  'joined',
];
