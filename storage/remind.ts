import type { ChannelOutcome } from '../complaints/events.ts';
import { TanggapError } from '../protocol/errors.ts';
import { append } from './append.ts';
import type { TanggapDatabase } from './database.ts';
import { isClosed, justNow, openComplaint } from './open-complaint.ts';
import { transact } from './transact.ts';

/**
 * Records that the agency was reminded; by the same channel within seconds it counts once.
 * @param now Epoch ms.
 * @throws TanggapError `not-found`; `conflict` when it is with no agency or was closed meanwhile.
 */
export async function remind(
  db: TanggapDatabase,
  input: { complaintId: string; channel: string; outcome: ChannelOutcome; message: string },
  now: number,
): Promise<{ eventId: string }> {
  return transact(db, async () => {
    const { complaint, live } = await openComplaint(db, input.complaintId);
    if (!complaint.forwarding || complaint.notOurs || isClosed(complaint))
      throw new TanggapError('conflict', complaint.status);
    const last = justNow(live, 'reminded', now);
    if (last && last.channel === input.channel) return { eventId: last.id };
    const { events } = await append(db, complaint.id, [{ type: 'reminded', at: now, ...input }], { now });
    return { eventId: events[0]?.id ?? '' };
  });
}
