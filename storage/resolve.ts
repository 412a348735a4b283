import { TanggapError } from '../protocol/errors.ts';
import { append } from './append.ts';
import type { PhotoRow, TanggapDatabase } from './database.ts';
import { dropInbox } from './inbox.ts';
import { isClosed, justNow, openComplaint } from './open-complaint.ts';
import { transact } from './transact.ts';

/**
 * *Selesai*, with or without proof. The same decision from two windows within seconds is one.
 * @param now Epoch ms.
 * @throws TanggapError `not-found`; `conflict` when it was closed meanwhile.
 */
export async function resolve(
  db: TanggapDatabase,
  input: { complaintId: string; note: string; photos?: PhotoRow[]; inboxIds?: string[] },
  now: number,
): Promise<{ eventId: string }> {
  const { complaintId, note, photos = [], inboxIds = [] } = input;
  return transact(db, async () => {
    const { complaint, live } = await openComplaint(db, complaintId);
    const last = justNow(live, 'resolved', now);
    if (complaint.status === 'done' && last?.note === note) return { eventId: last.id };
    if (isClosed(complaint)) throw new TanggapError('conflict', complaint.status);
    const photoHashes = [...new Set(photos.map((photo) => photo.hash))];
    const event = { type: 'resolved', complaintId, at: now, note, photoHashes } as const;
    const { events } = await append(db, complaintId, [event], { now, photos });
    await dropInbox(db, inboxIds);
    return { eventId: events[0]?.id ?? '' };
  });
}
