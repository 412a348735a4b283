import type { ChannelOutcome } from '../complaints/events.ts';
import type { TanggapDatabase } from './database.ts';
import { type Forwarding, forward } from './forward.ts';
import type { TelegramChatRow, TelegramForwarding, TelegramSendRow } from './telegram.ts';
import { transact } from './transact.ts';

/** Longer than any request is waited for, in ms: a sending that is older was left by a worker that died. */
const GIVEN_UP = 120_000;

/** What stands in the way: the same is being sent this moment, or was sent and nobody knows whether it arrived. */
export type Standing = { kind: 'none' } | { kind: 'sending' | 'unsure'; send: TelegramSendRow };

/**
 * Notes that a message is about to leave, before it does. Refused while the same one is under way or unsure: it is
 * never repeated without the official's word (`again`).
 * @param now Epoch ms.
 */
export async function beginSend(
  db: TanggapDatabase,
  { facts, chat, again }: { facts: TelegramForwarding; chat: TelegramChatRow; again: boolean },
  now: number,
): Promise<{ standing: Standing; send: TelegramSendRow | null }> {
  const { complaintId } = facts;
  return transact(db, async () => {
    const mine = await db.telegramSends
      .where('complaintId')
      .equals(complaintId)
      .filter((send) => send.agencyId === chat.agencyId && send.state !== 'sent')
      .toArray();
    const running = mine.find((send) => send.state === 'sending' && Math.abs(now - send.at) < GIVEN_UP);
    if (running) return { standing: { kind: 'sending', send: running }, send: null };
    const [left] = mine;
    if (left && !again) {
      await db.telegramSends.update(left.id, { state: 'unsure' });
      return { standing: { kind: 'unsure', send: { ...left, state: 'unsure' } }, send: null };
    }
    await db.telegramSends.bulkDelete(mine.map((send) => send.id));
    const send: TelegramSendRow = {
      id: drawId(),
      complaintId,
      agencyId: chat.agencyId,
      chatId: chat.chatId,
      messageIds: [],
      state: 'sending',
      eventId: '',
      at: now,
      facts,
      lastButton: null,
    };
    await db.telegramSends.add(send);
    return { standing: { kind: 'none' }, send };
  });
}

/** It arrived: the forwarding and the numbers of its messages in one transaction. */
export async function recordSend(
  db: TanggapDatabase,
  sendId: string,
  { messageIds, ...input }: TelegramForwarding & { messageIds: number[] },
  now: number,
): Promise<{ eventId: string; dueAt: number }> {
  return transact(db, async () => {
    const known = await db.telegramSends.get(sendId);
    // An answer came before our own record did, and proved the arrival.
    const recorded = known?.state === 'sent' ? await db.events.get(known.eventId) : undefined;
    if (recorded?.type === 'forwarded') {
      await db.telegramSends.update(sendId, { messageIds });
      return { eventId: recorded.id, dueAt: recorded.dueAt };
    }
    const outcome: ChannelOutcome = 'sent';
    const forwarding: Forwarding = { ...input, channel: 'telegram', outcome };
    const { eventId, dueAt } = await forward(db, forwarding, now);
    await db.telegramSends.update(sendId, { state: 'sent', eventId, messageIds, facts: null, at: now });
    return { eventId, dueAt };
  });
}

/** It certainly did not leave: nothing stands in the way of the next try. */
export async function dropSend(db: TanggapDatabase, sendId: string): Promise<void> {
  await transact(db, () => db.telegramSends.delete(sendId));
}

/** It may have arrived. */
export async function doubtSend(db: TanggapDatabase, sendId: string): Promise<void> {
  await transact(db, async () => {
    await db.telegramSends.update(sendId, { state: 'unsure' });
  });
}

function drawId(): string {
  return [...crypto.getRandomValues(new Uint8Array(6))].map((n) => n.toString(16).padStart(2, '0')).join('');
}
