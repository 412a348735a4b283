import type { Complaint, StoredStatus, ViewStatus } from './complaint.ts';
import { nearAt } from './deadlines/due.ts';

export interface StatusFacts {
  status: StoredStatus;
  /** Epoch ms; null while no clock runs. */
  dueAt: number | null;
  termMs: number | null;
}

/**
 * What is shown at `now` (epoch ms). A complaint is overdue from the first millisecond after its due time:
 * a response at the due time itself is in time.
 */
export function viewStatus(facts: StatusFacts, now: number): ViewStatus {
  if (facts.status === 'void') return 'dismissed';
  if (facts.status !== 'waiting' || facts.dueAt === null)
    return facts.status === 'waiting' ? 'waiting' : facts.status;
  if (now > facts.dueAt) return 'overdue';
  if (facts.termMs !== null && now >= nearAt(facts.dueAt, facts.termMs)) return 'near';
  return 'waiting';
}

export function factsOf(complaint: Complaint): StatusFacts {
  const running =
    complaint.status === 'waiting' && complaint.clock !== null && complaint.clock.stoppedAt === null;
  return {
    status: complaint.status,
    dueAt: running && complaint.clock ? complaint.clock.dueAt : null,
    termMs: running && complaint.clock ? complaint.clock.termMs : null,
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
