import type { Readied } from '../../channels/channel.ts';
import { problemSentence } from '../../channels/telegram/problem.ts';
import type { TelegramProblem } from '../../complaints/answers/telegram.ts';
import { m } from '../../i18n/index.ts';
import { call } from '../../protocol/client.ts';
import type { TelegramForwardInput } from '../../protocol/contract-telegram.ts';
import { database } from '../../storage/database.ts';
import { useLive } from '../hooks/use-live.ts';
import { dropFromInbox, putInInbox } from './inbox.ts';

/** What the official says about an earlier try of which nobody knows whether it arrived. */
export type Word = TelegramForwardInput['word'];

/** Not sent, or not known to be; the form stays as it is. */
export class TelegramRefusal extends Error {
  readonly problem: TelegramProblem;
  readonly sentence: string;
  constructor(problem: TelegramProblem, seconds: number) {
    super(problem);
    this.problem = problem;
    this.sentence = problemSentence(problem, seconds);
  }
}

/**
 * Has the worker send and record.
 * @param say told when the photo did not go along.
 * @throws TelegramRefusal with its sentence; TanggapError for what the store refuses.
 */
export async function sendByTelegram(
  input: Omit<TelegramForwardInput, 'photoId'>,
  { file }: Readied,
  say: (remark: { text: string }) => void,
): Promise<{ eventId: string }> {
  const photoId = file ? await putInInbox(file, Date.now()) : '';
  try {
    const result = await call('telegram.forward', { ...input, photoId });
    if (!result.sent) throw new TelegramRefusal(result.problem, result.seconds);
    if (result.photoMissing) say({ text: m.telegram_photo_missing() });
    return { eventId: result.eventId };
  } finally {
    if (photoId) await dropFromInbox([photoId]);
  }
}

/** Whether this agency's complaints may go by the bot: paired, and no group for a sensitive one. */
export function useTelegramFor(agencyId: string | null, sensitive: boolean): boolean {
  const chat = useLive(
    async () => (agencyId ? ((await database.telegramChats.get(agencyId)) ?? null) : null),
    [agencyId],
  );
  return chat !== undefined && chat !== null && (!sensitive || chat.kind === 'private');
}
