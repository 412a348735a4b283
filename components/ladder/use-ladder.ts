import { useMemo } from 'react';
import type { Complaint } from '../../complaints/complaint.ts';
import { type ClockExplanation, explain } from '../../complaints/deadlines/parts.ts';
import type { ComplaintEvent } from '../../complaints/events.ts';
import { type Ladder, ladderOf } from '../../complaints/ladder/ladder.ts';
import { liveEvents } from '../../complaints/live.ts';
import { useClocks } from '../hooks/use-clocks.ts';

export interface LadderNow {
  ladder: Ladder;
  /** The clock that it follows, with its sum; null when none runs. */
  explanation: ClockExplanation | null;
}

/** The ladder of one complaint at `now` (epoch ms); undefined until the calendars are read. */
export function useLadder(
  complaint: Complaint,
  events: readonly ComplaintEvent[],
  now: number,
): LadderNow | undefined {
  const found = useClocks(events, now);
  return useMemo(() => {
    if (!found) return undefined;
    const { clocks, book } = found;
    const ladder = ladderOf(complaint, liveEvents(events), clocks, book, now);
    return { ladder, explanation: ladder.clock && explain(ladder.clock, book) };
  }, [found, complaint, events, now]);
}
