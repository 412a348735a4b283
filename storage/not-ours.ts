import { TanggapError } from '../protocol/errors.ts';
import { append } from './append.ts';
import type { TanggapDatabase } from './database.ts';
import { isClosed, justNow, openComplaint } from './open-complaint.ts';
import { saidAt } from './said-at.ts';
import { transact } from './transact.ts';

/**
 * *Bukan wewenang*: the agency has nothing to do with the complaint; its clocks no longer apply.
 * `input.at`: when it said so, by its own message (epoch ms); now when left out.
 * @param now Epoch ms.
 * @throws TanggapError `not-found`; `before-forwarding`, `in-future` for the message's time; `clock` when it is with no
 *   agency; `conflict` when it was closed meanwhile.
 */
export async function notOurs(
  db: TanggapDatabase,
  input: { complaintId: string; suggests: string; note: string; at?: number; via?: 'pasted' },
  now: number,
): Promise<{ eventId: string }> {
  return transact(db, async () => {
    const { complaint, live } = await openComplaint(db, input.complaintId);
    const last = justNow(live, 'notOurs', now);
    if (last && complaint.notOurs) return { eventId: last.id };
    if (!complaint.forwarding) throw new TanggapError('clock', 'not-forwarded');
    if (isClosed(complaint) || complaint.notOurs) throw new TanggapError('conflict', complaint.status);
    const at = saidAt(input.at, complaint.forwarding.at, now);
    const { events } = await append(db, complaint.id, [{ ...input, type: 'notOurs', at }], { now });
    return { eventId: events[0]?.id ?? '' };
  });
}
