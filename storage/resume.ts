import { checkResume } from '../complaints/deadlines/check-changes.ts';
import { TanggapError } from '../protocol/errors.ts';
import { append } from './append.ts';
import type { TanggapDatabase } from './database.ts';
import { justNow } from './open-complaint.ts';
import { openClocks } from './read/clocks.ts';
import { transact } from './transact.ts';

/**
 * *Lanjutkan*: ends the pause that lasts, from now on.
 * @param now Epoch ms.
 * @throws TanggapError `not-found`; `clock` with the code of the refusal as its detail.
 */
export async function resume(
  db: TanggapDatabase,
  { complaintId, note }: { complaintId: string; note: string },
  now: number,
): Promise<{ eventId: string }> {
  return transact(db, async () => {
    const { live, clocks } = await openClocks(db, complaintId, now);
    const problem = checkResume(clocks, now, now);
    const last = justNow(live, 'resumed', now);
    if (problem && last) return { eventId: last.id };
    if (problem) throw new TanggapError('clock', problem);
    const { events } = await append(db, complaintId, [{ type: 'resumed', complaintId, at: now, note }], {
      now,
    });
    return { eventId: events[0]?.id ?? '' };
  });
}
