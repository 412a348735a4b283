import { z } from 'zod';
import type { TelegramProblem } from '../../complaints/answers/telegram.ts';
import { m } from '../../i18n/index.ts';

/** A request that failed. Carries no address, no text of the server and no cause: a token could hide in each. */
export class TelegramError extends Error {
  readonly problem: TelegramProblem;
  /** Seconds to wait; 0 when the server named none. */
  readonly seconds: number;
  /** The new id of a group that became a supergroup. */
  readonly movedTo: number | null;

  constructor(problem: TelegramProblem, { seconds = 0, movedTo = null as number | null } = {}) {
    super(`telegram: ${problem}`);
    this.name = 'TelegramError';
    this.problem = problem;
    this.seconds = seconds;
    this.movedTo = movedTo;
  }
}

const refusal = z.object({
  ok: z.literal(false),
  error_code: z.number().int(),
  description: z.string().max(2_000).catch(''),
  parameters: z
    .object({
      retry_after: z.number().min(0).max(100_000).optional().catch(undefined),
      migrate_to_chat_id: z.number().int().optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});

/** An answer that is no success, as the problem it stands for; what cannot be read leaves the outcome unsure. */
export function refusalOf(body: unknown): TelegramError {
  const parsed = refusal.safeParse(body);
  if (!parsed.success) return new TelegramError('unsure');
  const { error_code: code, description, parameters } = parsed.data;
  const movedTo = parameters?.migrate_to_chat_id ?? null;
  if (code >= 500) return new TelegramError('unsure');
  if (code === 429) return new TelegramError('wait', { seconds: parameters?.retry_after ?? 30 });
  if (code === 409) return new TelegramError('other-reader');
  if (code === 401 || code === 404) return new TelegramError('token');
  if (code === 403) return new TelegramError('blocked');
  if (code === 413 || /too (?:big|large)|PHOTO_INVALID|IMAGE_PROCESS/i.test(description))
    return new TelegramError('photo-too-large');
  if (movedTo !== null) return new TelegramError('chat-gone', { movedTo });
  if (/chat not found|group chat was (?:deleted|upgraded)|CHAT_/i.test(description))
    return new TelegramError('chat-gone');
  return new TelegramError('refused');
}

/** One sentence that says what is wrong and what to do. */
export function problemSentence(problem: TelegramProblem, seconds = 0): string {
  const sentences: Record<TelegramProblem, () => string> = {
    'not-set-up': m.telegram_problem_not_set_up,
    'not-allowed': m.telegram_problem_not_allowed,
    'no-chat': m.telegram_problem_no_chat,
    'sensitive-group': m.telegram_problem_sensitive_group,
    token: m.telegram_problem_token,
    blocked: m.telegram_problem_blocked,
    'chat-gone': m.telegram_problem_chat_gone,
    wait: () => m.telegram_problem_wait({ seconds }),
    'other-reader': m.telegram_problem_other_reader,
    'photo-too-large': m.telegram_problem_photo_too_large,
    refused: m.telegram_problem_refused,
    offline: m.telegram_problem_offline,
    unsure: m.telegram_problem_unsure,
  };
  return sentences[problem]();
}
