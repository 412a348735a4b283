import { TanggapError } from '../protocol/errors.ts';
import { append } from './append.ts';
import type { TanggapDatabase } from './database.ts';
import { isClosed, justNow, openComplaint } from './open-complaint.ts';
import { transact } from './transact.ts';

/**
 * *Bukan aduan*. The same decision from two windows within seconds is one.
 * @param now Epoch ms.
 * @throws TanggapError `not-found`; `conflict` when it was closed meanwhile.
 */
export async function dismiss(
  db: TanggapDatabase,
  { complaintId, note }: { complaintId: string; note: string },
  now: number,
): Promise<{ eventId: string }> {
  return transact(db, async () => {
    const { complaint, live } = await openComplaint(db, complaintId);
    const last = justNow(live, 'dismissed', now);
    if (complaint.status === 'dismissed' && last?.note === note) return { eventId: last.id };
    if (isClosed(complaint)) throw new TanggapError('conflict', complaint.status);
    const { events } = await append(db, complaintId, [{ type: 'dismissed', complaintId, at: now, note }], {
      now,
    });
    return { eventId: events[0]?.id ?? '' };
  });
}
