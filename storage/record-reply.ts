import { type AgencyReply, recordedReply } from '../complaints/answers/agency-reply.ts';
import type { NewEvent } from '../complaints/events.ts';
import { TanggapError } from '../protocol/errors.ts';
import { append } from './append.ts';
import type { ComplaintRow, TanggapDatabase } from './database.ts';
import { isClosed, openComplaint } from './open-complaint.ts';
import { transact } from './transact.ts';

const MINUTE = 60_000;

/**
 * Records what an agency's own account wrote under the post as its first response: a public sentence proves that it
 * answered and no more. The same comment is recorded once, whatever names it is read under; after an undo, again.
 * @param now Epoch ms of the recording; the time of the answer where the page did not tell one.
 * @throws TanggapError `not-found`; `before-forwarding` for a comment from before the present agency got it;
 *   `conflict` when the complaint lies with another agency, or was closed meanwhile.
 */
export async function recordReply(
  db: TanggapDatabase,
  { complaintId, reply }: { complaintId: string; reply: AgencyReply },
  now: number,
): Promise<{ eventId: string; fresh: boolean; row: ComplaintRow }> {
  return transact(db, async () => {
    const { complaint, live } = await openComplaint(db, complaintId);
    const { forwarding, clock } = complaint;
    const known = recordedReply(live, reply.names);
    const row = await db.complaints.get(complaintId);
    if (known && row) return { eventId: known.id, fresh: false, row };
    if (isClosed(complaint)) throw new TanggapError('conflict', complaint.status);
    if (!forwarding) throw new TanggapError('before-forwarding');
    if (forwarding.agencyId !== reply.agencyId) throw new TanggapError('conflict', 'another agency');
    // The site's clock may be ahead of this computer's.
    const told = Math.min(reply.at ?? now, now);
    const start = clock?.startedAt ?? forwarding.at;
    if (Math.floor(told / MINUTE) < Math.floor(start / MINUTE)) throw new TanggapError('before-forwarding');
    const event: NewEvent = {
      type: 'responded',
      complaintId,
      at: Math.max(told, start),
      kind: 'initial',
      text: reply.text,
      photoHashes: [],
      via: 'comment',
      source: {
        account: reply.account,
        names: reply.names,
        ...(reply.at === null ? { timeUnread: true } : {}),
      },
    };
    const appended = await append(db, complaintId, [event], { now });
    return { eventId: appended.events[0]?.id ?? '', fresh: true, row: appended.row };
  });
}
