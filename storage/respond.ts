import type { ResponseKind } from '../complaints/events.ts';
import { TanggapError } from '../protocol/errors.ts';
import { append } from './append.ts';
import type { PhotoRow, TanggapDatabase } from './database.ts';
import { dropInbox } from './inbox.ts';
import { justNow, openComplaint } from './open-complaint.ts';
import { transact } from './transact.ts';

const MINUTE = 60_000;

export interface Response {
  complaintId: string;
  kind: ResponseKind;
  text: string;
  /** Epoch ms at which the agency answered. */
  at: number;
  via: 'hand' | 'pasted';
  photos?: PhotoRow[];
  /** Inbox rows the photos came from; emptied in the same transaction. */
  inboxIds?: string[];
}

/**
 * Records what the agency answered; the first one stops the first-response clock. Times are given to the
 * minute, so an answer in the minute of the forwarding counts as right after it.
 * @param now Epoch ms of the recording.
 * @throws TanggapError `not-found`, `before-forwarding`, `in-future`.
 */
export async function respond(
  db: TanggapDatabase,
  input: Response,
  now: number,
): Promise<{ eventId: string }> {
  const { complaintId, kind, text, via, photos = [], inboxIds = [] } = input;
  if (input.at > now) throw new TanggapError('in-future');
  return transact(db, async () => {
    const { complaint, live } = await openComplaint(db, complaintId);
    if (complaint.status === 'joined') throw new TanggapError('conflict', 'joined');
    const start = complaint.forwardings[0]?.at;
    if (start === undefined || Math.floor(input.at / MINUTE) < Math.floor(start / MINUTE)) {
      throw new TanggapError('before-forwarding');
    }
    const last = justNow(live, 'responded', now);
    // Of a pasted chat two equal messages with times of their own are two answers.
    const again = via === 'hand' || Math.floor((last?.at ?? 0) / MINUTE) === Math.floor(input.at / MINUTE);
    if (last && again && last.kind === kind && last.text === text) return { eventId: last.id };
    const clockStart = complaint.clock?.startedAt ?? start;
    const sameMinute = Math.floor(input.at / MINUTE) === Math.floor(clockStart / MINUTE);
    const at = Math.max(input.at, start, sameMinute ? clockStart : 0);
    const photoHashes = [...new Set(photos.map((photo) => photo.hash))];
    const event = { type: 'responded', complaintId, at, kind, text, photoHashes, via } as const;
    const { events } = await append(db, complaintId, [event], { now, photos });
    await dropInbox(db, inboxIds);
    return { eventId: events[0]?.id ?? '' };
  });
}
