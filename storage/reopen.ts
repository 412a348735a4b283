import { TanggapError } from '../protocol/errors.ts';
import { append } from './append.ts';
import type { TanggapDatabase } from './database.ts';
import { isClosed, justNow, openComplaint } from './open-complaint.ts';
import { transact } from './transact.ts';

/**
 * *Buka kembali*: the complaint stands again where it stood before it was closed, its clock as it was.
 * @param now Epoch ms.
 * @throws TanggapError `not-found`; `conflict` when it is not closed.
 */
export async function reopen(
  db: TanggapDatabase,
  { complaintId, note }: { complaintId: string; note: string },
  now: number,
): Promise<{ eventId: string }> {
  return transact(db, async () => {
    const { complaint, live } = await openComplaint(db, complaintId);
    if (complaint.status === 'joined') throw new TanggapError('conflict', 'joined');
    if (!isClosed(complaint)) {
      const last = justNow(live, 'reopened', now);
      if (last?.note === note) return { eventId: last.id };
      throw new TanggapError('conflict', complaint.status);
    }
    const { events } = await append(db, complaintId, [{ type: 'reopened', complaintId, at: now, note }], {
      now,
    });
    return { eventId: events[0]?.id ?? '' };
  });
}
