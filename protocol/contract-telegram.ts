import '../storage/no-eval.ts';
import { z } from 'zod';
import type { TelegramProblem } from '../complaints/answers/telegram.ts';
import { categorySchema, presetSchema, termSchema } from '../storage/schemas.ts';

/** Messages about the Telegram bot; all of them from pages of the extension. Problems are answers, not errors. */

export interface TelegramDone {
  problem: TelegramProblem | null;
  /** Seconds to wait, where Telegram named them. */
  seconds: number;
}

export interface TelegramForwardInput {
  complaintId: string;
  agencyId: string;
  preset: z.infer<typeof presetSchema>;
  termMs: number | null;
  category?: z.infer<typeof categorySchema>;
  photoHashes: string[];
  message: string;
  /** The picture that waits in the inbox; empty for none. */
  photoId: string;
  word: 'none' | 'again' | 'arrived';
}

export type TelegramForwardOutput =
  | { sent: true; eventId: string; dueAt: number; photoMissing: boolean }
  | { sent: false; problem: TelegramProblem; seconds: number };

const id = z.string().min(1).max(300);
const none = z.object({});

function message<I extends z.ZodType, O>(input: I) {
  return { from: 'extension' as const, input, output: undefined as O };
}

export const telegramContract = {
  'telegram.connect': message<z.ZodType<{ token: string }>, TelegramDone>(
    z.object({ token: z.string().regex(/^\d{5,15}:[A-Za-z0-9_-]{30,60}$/) }),
  ),
  'telegram.disconnect': message<z.ZodType<Record<string, never>>, null>(none),
  'telegram.status': message<z.ZodType<Record<string, never>>, { connected: boolean; reader: boolean }>(none),
  'telegram.reader': message<z.ZodType<{ on: boolean }>, null>(z.object({ on: z.boolean() })),
  'telegram.poll': message<z.ZodType<Record<string, never>>, TelegramDone>(none),
  'telegram.pair': message<z.ZodType<{ agencyId: string; chatId: number }>, null>(
    z.object({ agencyId: id, chatId: z.number().int() }),
  ),
  'telegram.unpair': message<z.ZodType<{ agencyId: string }>, null>(z.object({ agencyId: id })),
  'telegram.test': message<z.ZodType<{ agencyId: string }>, TelegramDone>(z.object({ agencyId: id })),
  'telegram.forward': message<z.ZodType<TelegramForwardInput>, TelegramForwardOutput>(
    z.object({
      complaintId: id,
      agencyId: id,
      preset: presetSchema,
      termMs: termSchema.nullable(),
      category: categorySchema.optional(),
      photoHashes: z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(60),
      message: z.string().max(100_000),
      photoId: z.string().max(60),
      word: z.enum(['none', 'again', 'arrived']),
    }),
  ),
} as const;
