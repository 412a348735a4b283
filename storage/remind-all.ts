import type { ChannelOutcome } from '../complaints/events.ts';
import type { TanggapDatabase } from './database.ts';
import { remind } from './remind.ts';
import { transact } from './transact.ts';

/**
 * Records one message that reminds an agency of several complaints: one event per complaint, all or none.
 * @param now Epoch ms.
 * @throws TanggapError as `remind` does, for whichever of them.
 */
export async function remindAll(
  db: TanggapDatabase,
  input: { channel: string; outcome: ChannelOutcome; items: { complaintId: string; message: string }[] },
  now: number,
): Promise<{ eventIds: string[] }> {
  const { channel, outcome, items } = input;
  return transact(db, async () => {
    const eventIds: string[] = [];
    for (const item of items) eventIds.push((await remind(db, { ...item, channel, outcome }, now)).eventId);
    return { eventIds };
  });
}
