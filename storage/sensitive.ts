import { append } from './append.ts';
import type { TanggapDatabase } from './database.ts';
import { openComplaint } from './open-complaint.ts';
import { transact } from './transact.ts';

/**
 * Marks a complaint sensitive, or not. Setting what is set already is not recorded again.
 * @param now Epoch ms.
 * @throws TanggapError `not-found`.
 */
export async function markSensitive(
  db: TanggapDatabase,
  { complaintId, sensitive }: { complaintId: string; sensitive: boolean },
  now: number,
): Promise<{ eventId: string }> {
  return transact(db, async () => {
    const { live } = await openComplaint(db, complaintId);
    const last = live.findLast((event) => event.type === 'markedSensitive');
    if (last?.type === 'markedSensitive' && last.sensitive === sensitive) return { eventId: last.id };
    const event = { type: 'markedSensitive', complaintId, at: now, sensitive } as const;
    const { events } = await append(db, complaintId, [event], { now });
    return { eventId: events[0]?.id ?? '' };
  });
}
