import type { Complaint } from '../../complaints/complaint.ts';

/** Nothing more is waited for. */
export function isClosed(complaint: Complaint): boolean {
  return complaint.status === 'done' || complaint.status === 'dismissed' || complaint.status === 'joined';
}
