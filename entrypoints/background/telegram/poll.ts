import { TelegramError } from '../../../channels/telegram/problem.ts';
import { readUpdates } from '../../../channels/telegram/updates.ts';
import { m } from '../../../i18n/index.ts';
import type { TanggapDatabase } from '../../../storage/database.ts';
import { changeTelegram, openSends, telegramState } from '../../../storage/telegram.ts';
import { takeUpdates } from '../../../storage/telegram-take.ts';
import { ask } from './client.ts';
import { readConfig } from './config.ts';
import { repost } from './repost.ts';

const MINUTE = 60_000;
/** At most this long between two tries after failures, in ms. */
const LONGEST_HOLD = 15 * MINUTE;
/** While another program reads: it may be a second desk whose turn it is not. */
const OTHER_READER_HOLD = 5 * MINUTE;
/** Until the official does something about it. */
const NEVER = 8_640_000_000_000_000;

/** Epoch ms at which answers are to be fetched next; null when nothing is open there or this desk does not read. */
export async function nextTelegram(db: TanggapDatabase, now: number): Promise<number | null> {
  const config = await readConfig();
  if (!config?.reader) return null;
  const state = await telegramState(db);
  if (state.holdUntil === NEVER || (await openSends(db)).length === 0) return null;
  // A clock that was set back must not put it off.
  const last = Math.min(state.polledAt, now);
  return Math.max(last + MINUTE, Math.min(state.holdUntil, now + LONGEST_HOLD));
}

let running: Promise<boolean> | null = null;

/** Fetches and records answers if it is time. Answers whether something was recorded. */
export async function pollIfDue(db: TanggapDatabase, now: number): Promise<boolean> {
  const due = await nextTelegram(db, now);
  return due !== null && due <= now ? poll(db, now) : false;
}

/** Fetches once; a second call while one is under way waits for that one. Never throws for what Telegram does. */
export function poll(db: TanggapDatabase, now: number): Promise<boolean> {
  running ??= fetchOnce(db, now).finally(() => {
    running = null;
  });
  return running;
}

async function fetchOnce(db: TanggapDatabase, now: number): Promise<boolean> {
  const config = await readConfig();
  if (!config) return false;
  const { offset, botName } = await changeTelegram(db, () => ({ polledAt: now }));
  let recorded = 0;
  try {
    const fields = { offset, limit: 100, timeout: 0, allowed_updates: ['message', 'callback_query'] };
    const raw = await ask(config.token, 'getUpdates', fields);
    if (!Array.isArray(raw)) throw new TelegramError('unsure');
    const taken = await takeUpdates(db, readUpdates(raw, botName), now);
    recorded = taken.recorded;
    // Only the telephone's little wheel hangs on this: a failure is no loss.
    await Promise.allSettled(
      taken.presses.map(({ queryId, taken: ok }) =>
        ask(config.token, 'answerCallbackQuery', {
          callback_query_id: queryId,
          text: ok ? m.telegram_noted({}, { locale: 'id' }) : m.telegram_not_noted({}, { locale: 'id' }),
        }),
      ),
    );
    await repost(db, config.token, now);
  } catch (error) {
    if (!(error instanceof TelegramError)) throw error;
    await hold(db, error, now);
  }
  return recorded > 0;
}

async function hold(db: TanggapDatabase, error: TelegramError, now: number): Promise<void> {
  await changeTelegram(db, ({ failures }) => {
    const wait: Partial<Record<TelegramError['problem'], number>> = {
      wait: now + Math.max(error.seconds * 1_000, 1_000),
      'other-reader': now + OTHER_READER_HOLD,
      token: NEVER,
      'not-allowed': NEVER,
    };
    const backoff = now + Math.min(LONGEST_HOLD, MINUTE * 2 ** Math.min(failures, 10));
    return {
      problem: error.problem,
      failures: failures + 1,
      holdUntil: wait[error.problem] ?? backoff,
    };
  });
}
