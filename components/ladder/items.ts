import type { LadderItem } from '../../channels/ladder-item.ts';
import type { OnLadder } from '../../storage/read/ladders.ts';
import { draftComplaint } from '../complaint-parts/draft-context.ts';

/** A complaint on the ladder as the texts need it. */
export function ladderItem({ complaint, ladder, explanation, row }: OnLadder): LadderItem {
  const { clock } = explanation;
  return {
    complaintId: complaint.id,
    draft: draftComplaint(complaint, row.preset ?? 'normal', clock.due),
    forwardedAt: complaint.forwarding?.at ?? clock.startedAt,
    explanation,
    taken: ladder.taken,
  };
}
