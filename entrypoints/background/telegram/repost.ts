import { oneLine, withoutAuthor } from '../../../channels/safe-text.ts';
import { MAX_MESSAGE } from '../../../channels/telegram/fit-parts.ts';
import { listKeyboard } from '../../../channels/telegram/keyboard.ts';
import { TelegramError } from '../../../channels/telegram/problem.ts';
import { isReadable } from '../../../complaints/reading.ts';
import { m } from '../../../i18n/index.ts';
import type { TanggapDatabase } from '../../../storage/database.ts';
import { readComplaint } from '../../../storage/read/complaint.ts';
import { readRow } from '../../../storage/read/row.ts';
import { changeTelegram, openSends, type TelegramSendRow, telegramState } from '../../../storage/telegram.ts';
import { toChat } from './send.ts';

/** As many complaints in one list; a keyboard holds 100 buttons. */
const MOST = 20;

/**
 * After a gap in which Telegram threw answers away: each chat that waits gets its open complaints once more, in one
 * message with buttons. It is struck off before the message leaves, so that none gets it twice.
 */
export async function repost(db: TanggapDatabase, token: string, now: number): Promise<void> {
  for (const chatId of (await telegramState(db)).repost) {
    await changeTelegram(db, (state) => ({ repost: state.repost.filter((id) => id !== chatId) }));
    const open = (await openSends(db)).filter((send) => send.chatId === chatId && send.at < now);
    const lines: { sendId: string; number: string; gist: string }[] = [];
    for (const send of open) lines.push(...(await lineOf(db, send)));
    lines.sort((a, b) => a.number.localeCompare(b.number));
    if (lines.length === 0) continue;
    const shown = lines.slice(0, MOST);
    const indonesian = { locale: 'id' } as const;
    const text = [
      m.telegram_repost_lead({}, indonesian),
      ...shown.map(({ number, gist }) => (gist ? `${number} · ${gist}` : number)),
      ...(lines.length > MOST ? [m.telegram_repost_more({ count: lines.length - MOST }, indonesian)] : []),
      m.telegram_repost_signs({}, indonesian),
    ].join('\n');
    try {
      await toChat(db, token, chatId, 'sendMessage', {
        text: text.slice(0, MAX_MESSAGE),
        reply_markup: listKeyboard(shown),
      });
    } catch (error) {
      // Too fast is certainly not sent: it may have its turn again. Anything else is not repeated.
      if (error instanceof TelegramError && error.problem === 'wait') {
        await changeTelegram(db, (state) => ({ repost: [...state.repost, chatId] }));
        throw error;
      }
      if (error instanceof TelegramError && error.problem === 'token') throw error;
    }
  }
}

/** Number and gist without any name; of a sensitive complaint the number alone. */
async function lineOf(db: TanggapDatabase, { id, complaintId }: TelegramSendRow) {
  const [found, row] = await Promise.all([readComplaint(db, complaintId), readRow(db, complaintId)]);
  if (!found || !row) return [];
  const { capture, gist, sensitive } = found.complaint;
  const person = m.message_hidden_person({}, { locale: 'id' });
  const author = isReadable(capture.author) ? capture.author.value : null;
  const once = withoutAuthor(gist, author, person);
  const named = capture.shared?.author ? withoutAuthor(once, capture.shared.author, person) : once;
  return [{ sendId: id, number: row.number, gist: sensitive ? '' : oneLine(named).slice(0, 120) }];
}
