import type {
  TelegramButton,
  TelegramCandidate,
  TelegramChatKind,
  TelegramIgnored,
  TelegramProblem,
} from '../complaints/answers/telegram.ts';
import type { ComplaintCategory } from '../complaints/category.ts';
import type { PresetId } from '../complaints/events.ts';
import { TanggapError } from '../protocol/errors.ts';
import type { TanggapDatabase } from './database.ts';
import { transact } from './transact.ts';

/** A forwarding as the official confirmed it. */
export interface TelegramForwarding {
  complaintId: string;
  agencyId: string;
  preset: PresetId;
  termMs: number | null;
  category?: ComplaintCategory;
  photoHashes: string[];
  message: string;
}

/** Which chat an agency answers in. Belongs to this desk and goes into no backup. */
export interface TelegramChatRow {
  agencyId: string;
  chatId: number;
  kind: TelegramChatKind;
  title: string;
  /** What the last sending there met; null when it went well. */
  problem: TelegramProblem | null;
}

/** One complaint sent into one chat, so that answers find their way back. */
export interface TelegramSendRow {
  /** 12 hex digits, drawn at random: also what its buttons carry. */
  id: string;
  complaintId: string;
  agencyId: string;
  chatId: number;
  messageIds: number[];
  /** `sending` is written before the request: a worker that dies there leaves it, and it is then unsure. */
  state: 'sending' | 'unsure' | 'sent';
  /** The forwarding; empty until it is recorded. */
  eventId: string;
  /** Epoch ms. */
  at: number;
  /** What is to be recorded once it is known to have arrived; null from then on. */
  facts: TelegramForwarding | null;
  /** The button pressed last and the event it made: while that counts, the same again is one answer. */
  lastButton: { button: TelegramButton; eventId: string } | null;
}

/** How this desk stands with Telegram. The token is not here: it is in `storage.local` alone. */
export interface TelegramStateRow {
  key: 'state';
  botId: number;
  botName: string;
  /** The next update that is wanted. */
  offset: number;
  ignored: Record<TelegramIgnored, number>;
  problem: TelegramProblem | null;
  /** Epoch ms; no request before. */
  holdUntil: number;
  /** Tries that failed since the last that did not. */
  failures: number;
  polledAt: number;
  readAt: number;
  /** Chats that are to get the list of open complaints once more. */
  repost: number[];
  /** Chats that greeted the bot, newest first. */
  candidates: TelegramCandidate[];
}

/** Longer than this, in ms, and Telegram has thrown answers away. */
export const TELEGRAM_KEEPS = 24 * 3_600_000;

const EMPTY: TelegramStateRow = {
  key: 'state',
  botId: 0,
  botName: '',
  offset: 0,
  ignored: { forged: 0, foreign: 0, unknown: 0, old: 0, repeated: 0 },
  problem: null,
  holdUntil: 0,
  failures: 0,
  polledAt: 0,
  readAt: 0,
  repost: [],
  candidates: [],
};

export async function telegramState(db: TanggapDatabase): Promise<TelegramStateRow> {
  return (await db.telegram.get('state')) ?? EMPTY;
}

/** Changes some of the state, from what it is in the same transaction. */
export async function changeTelegram(
  db: TanggapDatabase,
  change: (state: TelegramStateRow) => Partial<TelegramStateRow>,
): Promise<TelegramStateRow> {
  return transact(db, async () => {
    const state = await telegramState(db);
    const next = { ...state, ...change(state) };
    await db.telegram.put(next);
    return next;
  });
}

/** A bot was set up: with another bot, chats, numbers and sendings of the one before mean nothing any more. */
export async function setBot(db: TanggapDatabase, bot: { id: number; name: string }): Promise<void> {
  await transact(db, async () => {
    const state = await telegramState(db);
    if (state.botId === bot.id) {
      await db.telegram.put({ ...state, botName: bot.name, problem: null, holdUntil: 0, failures: 0 });
      return;
    }
    await Promise.all([db.telegramChats.clear(), db.telegramSends.clear()]);
    await db.telegram.put({ ...EMPTY, botId: bot.id, botName: bot.name });
  });
}

/** Everything of the bot's is removed; complaints keep what was recorded. */
export async function forgetBot(db: TanggapDatabase): Promise<void> {
  await transact(db, async () => {
    await Promise.all([db.telegram.clear(), db.telegramChats.clear(), db.telegramSends.clear()]);
  });
}

/** @throws TanggapError `not-found` for a chat that never greeted the bot, or an agency that is not there. */
export async function pairChat(
  db: TanggapDatabase,
  { agencyId, chatId }: { agencyId: string; chatId: number },
): Promise<void> {
  await transact(db, async () => {
    const candidate = (await telegramState(db)).candidates.find((each) => each.chatId === chatId);
    if (!candidate || !(await db.agencies.get(agencyId))) throw new TanggapError('not-found', agencyId);
    const { kind, title } = candidate;
    await db.telegramChats.put({ agencyId, chatId, kind, title, problem: null });
  });
}

/** A group became a supergroup: chat, sendings and what is to be reposted move with it. In the caller's transaction. */
export async function moveChat(db: TanggapDatabase, from: number, to: number): Promise<void> {
  await transact(db, async () => {
    await db.telegramChats
      .filter((chat) => chat.chatId === from)
      .modify({ chatId: to, kind: 'supergroup', problem: null });
    // Old messages stay in the old group; numbers of the new one begin anew and must not meet them.
    await db.telegramSends.filter((send) => send.chatId === from).modify({ chatId: to, messageIds: [] });
    const state = await telegramState(db);
    if (state.repost.includes(from))
      await db.telegram.put({ ...state, repost: state.repost.map((id) => (id === from ? to : id)) });
  });
}

/** Sendings that may still be answered: recorded, not undone, their complaint open and with the same agency. */
export async function openSends(db: TanggapDatabase): Promise<TelegramSendRow[]> {
  const sent = await db.telegramSends.filter((send) => send.state === 'sent').toArray();
  const rows = await db.complaints.bulkGet(sent.map((send) => send.complaintId));
  return sent.filter((send, i) => {
    const row = rows[i];
    return (
      row !== undefined &&
      ['waiting', 'outside', 'responded'].includes(row.status) &&
      row.agencyId === send.agencyId
    );
  });
}
