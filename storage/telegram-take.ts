import { guessKind } from '../complaints/answers/kind.ts';
import type {
  TelegramButton,
  TelegramCandidate,
  TelegramIgnored,
  TelegramNews,
  TelegramUpdate,
} from '../complaints/answers/telegram.ts';
import { TERM_BOUNDS } from '../complaints/deadlines/term.ts';
import type { EventOf, NewEvent } from '../complaints/events.ts';
import { append } from './append.ts';
import type { TanggapDatabase } from './database.ts';
import { isClosed, openComplaint } from './open-complaint.ts';
import { readRow } from './read/row.ts';
import {
  changeTelegram,
  moveChat,
  openSends,
  TELEGRAM_KEEPS,
  type TelegramSendRow,
  telegramState,
} from './telegram.ts';
import { recordSend } from './telegram-send.ts';
import { transact } from './transact.ts';

export interface Taken {
  /** Recorded answers. */
  recorded: number;
  ignored: Record<TelegramIgnored, number>;
  /** Presses to be acknowledged on the telephone, and whether they were taken. */
  presses: { queryId: string; taken: boolean }[];
}

type Judged = { taken: true } | { taken: false; why: TelegramIgnored } | null;

const KIND_OF: Record<TelegramButton, 'done' | 'followUp' | 'askTime' | 'notOurs'> = {
  done: 'done',
  working: 'followUp',
  askTime: 'askTime',
  notOurs: 'notOurs',
};
const MAX_CANDIDATES = 20;

/**
 * Takes fetched updates: their events, the next number and what was ignored in ONE transaction, so that a worker that
 * dies before it fetches the same again, and one that dies after does not. What came under a number that was taken
 * already is passed over.
 * @param now Epoch ms of the fetch.
 */
export async function takeUpdates(
  db: TanggapDatabase,
  { updates, forged }: { updates: readonly TelegramUpdate[]; forged: number },
  now: number,
): Promise<Taken> {
  return transact(db, async () => {
    const before = await telegramState(db);
    const taken: Taken = { recorded: 0, ignored: { ...before.ignored }, presses: [] };
    taken.ignored.forged += forged;
    const candidates = new Map(before.candidates.map((each) => [each.chatId, each]));
    let { offset } = before;
    for (const { id, news } of updates) {
      if (id < offset) continue;
      offset = id + 1;
      const judged = await judge(db, news, now, candidates);
      if (judged?.taken) taken.recorded += 1;
      else if (judged) taken.ignored[judged.why] += 1;
      const queryId = news.kind === 'press' || news.kind === 'strange' ? news.queryId : null;
      if (queryId !== null) taken.presses.push({ queryId, taken: judged?.taken ?? false });
    }
    const missed = before.readAt > 0 && now - before.readAt > TELEGRAM_KEEPS;
    const waiting = missed ? (await openSends(db)).map((send) => send.chatId) : [];
    await changeTelegram(db, (state) => ({
      offset,
      ignored: taken.ignored,
      repost: [...new Set([...state.repost, ...waiting])],
      candidates: [...candidates.values()].sort((a, b) => b.at - a.at).slice(0, MAX_CANDIDATES),
      readAt: now,
      problem: null,
      failures: 0,
    }));
    return taken;
  });
}

async function judge(
  db: TanggapDatabase,
  news: TelegramNews,
  now: number,
  candidates: Map<number, TelegramCandidate>,
): Promise<Judged> {
  switch (news.kind) {
    case 'other':
      return null;
    case 'strange':
      return { taken: false, why: news.why };
    case 'hello':
      candidates.set(news.chatId, {
        chatId: news.chatId,
        kind: news.chatKind,
        title: news.title,
        at: Math.min(news.at, now),
      });
      return null;
    case 'migrated':
      if (await isPaired(db, news.chatId)) await moveChat(db, news.chatId, news.toChatId);
      return null;
    case 'press': {
      const known = await db.telegramSends.get(news.sendId);
      if (!known) return { taken: false, why: 'unknown' };
      if (known.chatId !== news.chatId) return { taken: false, why: 'foreign' };
      const send = await arrived(db, known, news.messageId, now);
      if (!send) return { taken: false, why: 'old' };
      return record(db, send, { kind: KIND_OF[news.button], text: '', at: now, button: news.button }, now);
    }
    case 'reply': {
      if (!(await isPaired(db, news.chatId))) return { taken: false, why: 'foreign' };
      const send = await repliedTo(db, news);
      if (!send) return null;
      const kind = guessKind(news.text);
      return record(db, send, { kind, text: news.text, at: Math.min(news.at, now) }, now);
    }
  }
}

/** Who can press its button has the message: a sending that was left unsure is recorded now, at its own time. */
async function arrived(
  db: TanggapDatabase,
  send: TelegramSendRow,
  messageId: number | null,
  now: number,
): Promise<TelegramSendRow | null> {
  if (send.state === 'sent') return send;
  const row = await readRow(db, send.complaintId);
  if (!send.facts || !row || ['void', 'done', 'dismissed', 'joined'].includes(row.status)) return null;
  const agency = await db.agencies.get(send.agencyId);
  if (!agency || agency.retiredAt !== null) return null;
  const messageIds = messageId === null ? [] : [messageId];
  await recordSend(db, send.id, { ...send.facts, messageIds }, Math.min(send.at, now));
  return (await db.telegramSends.get(send.id)) ?? null;
}

async function isPaired(db: TanggapDatabase, chatId: number): Promise<boolean> {
  return (await db.telegramChats.filter((chat) => chat.chatId === chatId).count()) > 0;
}

/** By the message's id; in a group that moved, and under a list of several, by the one number that it quotes. */
async function repliedTo(
  db: TanggapDatabase,
  news: TelegramNews & { kind: 'reply' },
): Promise<TelegramSendRow | null> {
  const here = await db.telegramSends.where('chatId').equals(news.chatId).toArray();
  const direct = here.find((send) => send.state === 'sent' && send.messageIds.includes(news.toMessageId));
  if (direct) return direct;
  const open = (await openSends(db)).filter((send) => send.chatId === news.chatId);
  const rows = await db.complaints.bulkGet(open.map((send) => send.complaintId));
  const named = open.filter((_, i) => news.toText.includes(rows[i]?.number ?? '\n'));
  return named.length === 1 ? (named[0] ?? null) : null;
}

async function record(
  db: TanggapDatabase,
  send: TelegramSendRow,
  answer: { kind: ReturnType<typeof guessKind>; text: string; at: number; button?: TelegramButton },
  now: number,
): Promise<Judged> {
  const old = { taken: false, why: 'old' } as const;
  const row = await readRow(db, send.complaintId);
  if (!row || row.purged === 1 || row.status === 'void') return old;
  const { complaint, live } = await openComplaint(db, send.complaintId);
  const sent = live.find((event) => event.id === send.eventId);
  const { forwarding } = complaint;
  if (sent?.type !== 'forwarded' || isClosed(complaint) || forwarding?.agencyId !== send.agencyId) return old;
  const last = send.lastButton;
  if (last && last.button === answer.button && live.some((event) => event.id === last.eventId))
    return { taken: false, why: 'repeated' };
  const at = Math.max(answer.at, sent.at);
  const { kind, text, button } = answer;
  const event = eventOf(send.complaintId, { kind, text, at }, sent);
  const { events } = await append(db, send.complaintId, [event], { now });
  const eventId = events[0]?.id ?? '';
  if (button) await db.telegramSends.update(send.id, { lastButton: { button, eventId } });
  return { taken: true };
}

function eventOf(
  complaintId: string,
  { kind, text, at }: { kind: ReturnType<typeof guessKind>; text: string; at: number },
  sent: EventOf<'forwarded'>,
): NewEvent {
  if (kind === 'askTime') {
    const ms = Math.min(TERM_BOUNDS.clockHours.max, Math.max(TERM_BOUNDS.clockHours.min, sent.termMs));
    const by = sent.frozen?.terms.response ?? ({ kind: 'clockHours', ms } as const);
    return { type: 'extensionAsked', complaintId, at, clock: 'response', by, reason: text, via: 'telegram' };
  }
  if (kind === 'notOurs')
    return { type: 'notOurs', complaintId, at, suggests: '', note: text, via: 'telegram' };
  return { type: 'responded', complaintId, at, kind, text, photoHashes: [], via: 'telegram' };
}
