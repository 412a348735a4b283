import { checkDecision } from '../complaints/deadlines/check-changes.ts';
import { TanggapError } from '../protocol/errors.ts';
import { append } from './append.ts';
import type { TanggapDatabase } from './database.ts';
import { justNow } from './open-complaint.ts';
import { openClocks } from './read/clocks.ts';
import { transact } from './transact.ts';

/**
 * What the office says to an extension that was asked for.
 * @param now Epoch ms.
 * @throws TanggapError `not-found`; `clock` with the code of the refusal as its detail.
 */
export async function decideExtension(
  db: TanggapDatabase,
  input: { complaintId: string; target: string; granted: boolean; note: string },
  now: number,
): Promise<{ eventId: string }> {
  return transact(db, async () => {
    const { live, clocks } = await openClocks(db, input.complaintId, now);
    const last = justNow(live, 'extensionDecided', now);
    if (last && last.target === input.target && last.granted === input.granted) return { eventId: last.id };
    const problem = checkDecision(clocks, input.target);
    if (problem) throw new TanggapError('clock', problem);
    const { events } = await append(
      db,
      input.complaintId,
      [{ type: 'extensionDecided', at: now, ...input }],
      { now },
    );
    return { eventId: events[0]?.id ?? '' };
  });
}
