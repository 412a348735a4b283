import { z } from 'zod';
import type { TelegramChatKind, TelegramNews, TelegramUpdate } from '../../complaints/answers/telegram.ts';
import { readButton } from './keyboard.ts';

/** Longest text of a message that is kept; Telegram allows 4,096. */
const MAX_TEXT = 10_000;
/** Group ids are negative; both fit into what a number holds exactly. */
const chatId = z.number().int().min(-9_007_199_254_740_991).max(9_007_199_254_740_991);
const messageId = z.number().int().min(1);
const text = z.string().max(MAX_TEXT);
const chat = z.object({
  id: chatId,
  type: z.string().max(20).optional(),
  title: text.optional(),
  first_name: text.optional(),
  last_name: text.optional(),
  username: text.optional(),
});
const message = z.object({
  message_id: messageId,
  date: z.number().min(0).max(8_640_000_000_000).optional(),
  chat,
  text: text.optional(),
  caption: text.optional(),
  migrate_to_chat_id: chatId.optional(),
  reply_to_message: z
    .object({ message_id: messageId, text: text.optional(), caption: text.optional() })
    .optional(),
});
const press = z.object({
  id: z.string().min(1).max(100),
  data: z.string().max(200).optional(),
  message: z.object({ message_id: messageId.optional(), chat }).optional(),
});
const numbered = z.object({ update_id: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER) });

/**
 * Updates as they came, with their numbers. One without a number has none to be confirmed by and is counted only.
 * @param botName the bot's user name, told apart in a group by its mention.
 */
export function readUpdates(
  raw: readonly unknown[],
  botName: string,
): { updates: TelegramUpdate[]; forged: number } {
  const updates: TelegramUpdate[] = [];
  let forged = 0;
  for (const each of raw) {
    const head = numbered.safeParse(each);
    if (head.success) updates.push({ id: head.data.update_id, news: newsOf(each as object, botName) });
    else forged += 1;
  }
  return { updates: updates.sort((a, b) => a.id - b.id), forged };
}

function newsOf(update: object, botName: string): TelegramNews {
  if ('callback_query' in update) return pressOf(update.callback_query);
  if ('message' in update) return messageOf(update.message, botName);
  return { kind: 'other' };
}

function pressOf(raw: unknown): TelegramNews {
  const parsed = press.safeParse(raw);
  if (!parsed.success) return { kind: 'strange', why: 'forged', queryId: null };
  const { id: queryId, data = '', message: under } = parsed.data;
  const button = readButton(data);
  if (!button || !under) return { kind: 'strange', why: 'unknown', queryId };
  return {
    kind: 'press',
    queryId,
    chatId: under.chat.id,
    messageId: under.message_id ?? null,
    ...button,
  };
}

function messageOf(raw: unknown, botName: string): TelegramNews {
  const parsed = message.safeParse(raw);
  if (!parsed.success) return { kind: 'strange', why: 'forged', queryId: null };
  const { chat: where, migrate_to_chat_id: moved, reply_to_message: to } = parsed.data;
  const words = parsed.data.text ?? parsed.data.caption ?? '';
  const at = (parsed.data.date ?? 0) * 1_000;
  if (moved !== undefined) return { kind: 'migrated', chatId: where.id, toChatId: moved };
  if (to) {
    const toText = to.text ?? to.caption ?? '';
    return { kind: 'reply', chatId: where.id, toMessageId: to.message_id, toText, text: words, at };
  }
  const kind = kindOf(where.type);
  const called = kind === 'private' ? words.startsWith('/start') : isMention(words, botName);
  if (!kind || !called) return { kind: 'other' };
  const name = where.title ?? [where.first_name, where.last_name].filter(Boolean).join(' ');
  const title = (name || where.username || String(where.id)).slice(0, 100);
  return { kind: 'hello', chatId: where.id, chatKind: kind, title, at };
}

function isMention(words: string, botName: string): boolean {
  const lower = words.toLowerCase();
  return lower.startsWith('/start') || (botName !== '' && lower.includes(`@${botName.toLowerCase()}`));
}

function kindOf(type: string | undefined): TelegramChatKind | null {
  return type === 'private' || type === 'group' || type === 'supergroup' ? type : null;
}
