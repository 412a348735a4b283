import { TanggapError } from '../protocol/errors.ts';
import { append } from './append.ts';
import type { TanggapDatabase } from './database.ts';
import { openComplaint } from './open-complaint.ts';
import { transact } from './transact.ts';

/**
 * *Unggahan dihapus*: the official found the post gone. Said again, it is recorded once.
 * @param now Epoch ms.
 * @throws TanggapError `not-found`; `conflict` for a complaint that has no post.
 */
export async function markPostGone(
  db: TanggapDatabase,
  { complaintId }: { complaintId: string },
  now: number,
): Promise<{ eventId: string }> {
  return transact(db, async () => {
    const { complaint } = await openComplaint(db, complaintId);
    if (complaint.capture.site === null) throw new TanggapError('conflict', 'no post');
    if (complaint.postGone) return { eventId: complaint.postGone.id };
    const { events } = await append(db, complaintId, [{ type: 'postGone', complaintId, at: now }], { now });
    return { eventId: events[0]?.id ?? '' };
  });
}
