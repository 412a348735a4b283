import { TelegramError } from '../../../channels/telegram/problem.ts';
import type { TelegramProblem } from '../../../complaints/answers/telegram.ts';
import { m } from '../../../i18n/index.ts';
import { database } from '../../../storage/database.ts';
import { dropInbox, readInbox } from '../../../storage/inbox.ts';
import { changeTelegram, forgetBot, pairChat, setBot, telegramState } from '../../../storage/telegram.ts';
import { afterWrite, refreshSoon } from '../refresh.ts';
import { handlers } from '../router.ts';
import { getMe } from '../telegram/client.ts';
import { readConfig, writeConfig } from '../telegram/config.ts';
import { poll } from '../telegram/poll.ts';
import { sendForward, toChat } from '../telegram/send.ts';

type Done = { problem: TelegramProblem | null; seconds: number };

/** What Telegram refuses is an answer like any other, told by its name. */
async function told(work: () => Promise<unknown>): Promise<Done> {
  try {
    await work();
    return { problem: null, seconds: 0 };
  } catch (error) {
    if (error instanceof TelegramError) return { problem: error.problem, seconds: error.seconds };
    throw error;
  }
}

/** Setting the bot up and sending through it. The token comes in with one message and goes out with none. */
export const telegramHandlers = handlers({
  'telegram.connect': ({ token }) =>
    told(async () => {
      const bot = await getMe(token);
      const reader = (await readConfig())?.reader ?? true;
      await setBot(database, bot);
      await writeConfig({ token, reader });
      void refreshSoon();
    }),
  'telegram.disconnect': async () => {
    await writeConfig(null);
    await forgetBot(database);
    void refreshSoon();
    return null;
  },
  'telegram.status': async () => {
    const config = await readConfig();
    return { connected: config !== null, reader: config?.reader ?? false };
  },
  'telegram.reader': async ({ on }) => {
    const config = await readConfig();
    if (config) await writeConfig({ ...config, reader: on });
    void refreshSoon();
    return null;
  },
  'telegram.poll': async (_input, { now }) => {
    await changeTelegram(database, () => ({ holdUntil: 0, failures: 0, problem: null }));
    if (await poll(database, now)) void afterWrite();
    else void refreshSoon();
    return { problem: (await telegramState(database)).problem, seconds: 0 };
  },
  'telegram.pair': async (input) => {
    await pairChat(database, input);
    return null;
  },
  'telegram.unpair': async ({ agencyId }) => {
    await database.telegramChats.delete(agencyId);
    return null;
  },
  'telegram.test': ({ agencyId }) =>
    told(async () => {
      const config = await readConfig();
      if (!config) throw new TelegramError('not-set-up');
      const chat = await database.telegramChats.get(agencyId);
      if (!chat) throw new TelegramError('no-chat');
      const text = m.telegram_test_message({}, { locale: 'id' });
      await toChat(database, config.token, chat.chatId, 'sendMessage', { text });
      await database.telegramChats.update(agencyId, { problem: null });
    }),
  'telegram.forward': async ({ photoId, ...input }) => {
    const [row] = photoId ? await readInbox(database, [photoId]) : [];
    const photo = row ? new Blob([row.bytes], { type: row.mime }) : null;
    const result = await sendForward(database, input, photo);
    if (photoId) await dropInbox(database, [photoId]);
    if (result.sent) void afterWrite();
    return result;
  },
});
