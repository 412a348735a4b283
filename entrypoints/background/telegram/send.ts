import { partsOf } from '../../../channels/telegram/fit-parts.ts';
import { keyboardFor } from '../../../channels/telegram/keyboard.ts';
import { TelegramError } from '../../../channels/telegram/problem.ts';
import type { TelegramProblem } from '../../../complaints/answers/telegram.ts';
import type { TanggapDatabase } from '../../../storage/database.ts';
import { readRow } from '../../../storage/read/row.ts';
import { moveChat, type TelegramChatRow, type TelegramForwarding } from '../../../storage/telegram.ts';
import { beginSend, doubtSend, dropSend, recordSend } from '../../../storage/telegram-send.ts';
import { ask, messageIdOf } from './client.ts';
import { readConfig } from './config.ts';
import { fitPhoto } from './photo.ts';

export type SendResult =
  | { sent: true; eventId: string; dueAt: number; photoMissing: boolean }
  | { sent: false; problem: TelegramProblem; seconds: number };

/**
 * What the official says about an earlier try whose outcome nobody knows: nothing yet, "it did not arrive, send it
 * again", or "it is there", which records it without sending.
 */
export type Word = 'none' | 'again' | 'arrived';

/**
 * Sends a complaint into its agency's chat and records the forwarding once Telegram has confirmed it.
 * @param now Epoch ms; read anew for the record, since an upload takes time.
 */
export async function sendForward(
  db: TanggapDatabase,
  input: TelegramForwarding & { word: Word },
  photo: Blob | null,
  clock: () => number = Date.now,
): Promise<SendResult> {
  const { word, ...forwarding } = input;
  const failed = (problem: TelegramProblem, seconds = 0) => ({ sent: false, problem, seconds }) as const;
  const config = await readConfig();
  if (!config) return failed('not-set-up');
  const chat = await db.telegramChats.get(input.agencyId);
  if (!chat) return failed('no-chat');
  const row = await readRow(db, input.complaintId);
  if (row?.sensitive === 1 && chat.kind !== 'private') return failed('sensitive-group');
  const { standing, send } = await beginSend(
    db,
    { facts: forwarding, chat, again: word === 'again' },
    clock(),
  );
  if (standing.kind !== 'none' && word === 'arrived' && standing.kind === 'unsure') {
    const { eventId, dueAt } = await recordSend(
      db,
      standing.send.id,
      { ...forwarding, messageIds: [] },
      clock(),
    );
    return { sent: true, eventId, dueAt, photoMissing: false };
  }
  if (!send) return failed(standing.kind === 'sending' ? 'wait' : 'unsure', 60);
  try {
    const done = await deliver(db, config.token, { chat, sendId: send.id, text: input.message, photo });
    const recorded = await recordSend(db, send.id, { ...forwarding, messageIds: done.messageIds }, clock());
    if (chat.problem) await db.telegramChats.update(chat.agencyId, { problem: null });
    return { sent: true, ...recorded, photoMissing: done.photoMissing };
  } catch (error) {
    if (!(error instanceof TelegramError)) {
      await doubtSend(db, send.id);
      throw error;
    }
    if (error.problem === 'unsure') await doubtSend(db, send.id);
    else await dropSend(db, send.id);
    if (error.problem === 'blocked' || error.problem === 'chat-gone')
      await db.telegramChats.update(chat.agencyId, { problem: error.problem });
    return failed(error.problem, error.seconds);
  }
}

interface Parcel {
  chat: TelegramChatRow;
  sendId: string;
  text: string;
  photo: Blob | null;
}

async function deliver(
  db: TanggapDatabase,
  token: string,
  { chat, sendId, text, photo }: Parcel,
): Promise<{ messageIds: number[]; photoMissing: boolean }> {
  const parts = partsOf(text, photo !== null);
  const reply_markup = keyboardFor(sendId);
  if (parts.kind === 'photo' && photo) {
    const fields = { photo: await fitPhoto(photo), caption: parts.caption, reply_markup };
    const id = await toChat(db, token, chat.chatId, 'sendPhoto', fields);
    return { messageIds: [id.messageId], photoMissing: false };
  }
  const words = parts.kind === 'photo' ? parts.caption : parts.text;
  const first = await toChat(db, token, chat.chatId, 'sendMessage', { text: words, reply_markup });
  if (!photo) return { messageIds: [first.messageId], photoMissing: false };
  try {
    const second = await toChat(db, token, first.chatId, 'sendPhoto', {
      photo: await fitPhoto(photo),
      reply_parameters: { message_id: first.messageId },
    });
    return { messageIds: [first.messageId, second.messageId], photoMissing: false };
  } catch {
    // The message with its buttons is there: that is a forwarding, and the missing photo is said.
    return { messageIds: [first.messageId], photoMissing: true };
  }
}

/** Sends to a chat; to the new one when the group has become a supergroup, which Telegram says by refusing. */
export async function toChat(
  db: TanggapDatabase,
  token: string,
  chatId: number,
  method: 'sendMessage' | 'sendPhoto',
  fields: Record<string, unknown>,
): Promise<{ messageId: number; chatId: number }> {
  try {
    return { messageId: messageIdOf(await ask(token, method, { chat_id: chatId, ...fields })), chatId };
  } catch (error) {
    if (!(error instanceof TelegramError) || error.movedTo === null) throw error;
    const to = error.movedTo;
    await moveChat(db, chatId, to);
    return { messageId: messageIdOf(await ask(token, method, { chat_id: to, ...fields })), chatId: to };
  }
}
