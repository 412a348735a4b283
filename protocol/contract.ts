import { z } from 'zod';
import type { StatusFacts } from '../complaints/status.ts';
import {
  agencySchema,
  categorySchema,
  correctableSchema,
  joinReasonSchema,
  outcomeSchema,
  presetSchema,
  responseKindSchema,
  settingsSchema,
  termSchema,
} from '../storage/schemas.ts';
import { clockContract } from './contract-clocks.ts';
import { ladderContract } from './contract-ladder.ts';
import { replyContract } from './contract-replies.ts';
import { telegramContract } from './contract-telegram.ts';
import type { ForwardInput, HealthInput, PageFlagInput, RespondInput } from './inputs.ts';
import { message } from './message.ts';
import { pageReadingSchema } from './page-reading.ts';

export type * from './contract-replies.ts';
export type * from './inputs.ts';

/**
 * THE message contract: name → who may send it, what it must look like, what it answers.
 * The router checks sender and input at the receiving end; tab and origin come from the sender, never from
 * the payload. What a page could forge can only flag a post, or record an answer under one that is followed (and take
 * that back within seconds, with the token its answer gave), ask for the states of posts, and show what is there.
 */

const id = z.string().min(1).max(300);
const text = z.string().max(100_000);
const url = z.string().max(4_000);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const hashes = z.array(hash).max(60);
const epoch = z.number().int().min(0).max(8_640_000_000_000_000);
/** Of what one page can have seen in a minute. */
const count = z.number().int().min(0).max(10_000);
const channel = z.string().regex(/^[a-z]{2,20}$/);

export interface PageState extends StatusFacts {
  complaintId: string;
  number: string;
}

export interface FlagAnswer extends PageState {
  /** False when the post was already a complaint. */
  fresh: boolean;
  /** Takes this flag back within 15 s from the same tab; null when it was not fresh. */
  undoToken: string | null;
  /** Some field could not be read. */
  partly: boolean;
}

export interface ImportSummary {
  events: number;
  newEvents: number;
  complaints: number;
  photos: number;
  agencies: number;
}

export const contract = {
  'page.flag': message<z.ZodType<PageFlagInput>, FlagAnswer>(
    'page',
    z.object({ reading: pageReadingSchema }),
  ),
  'page.states': message<
    z.ZodType<{ names: string[] }>,
    { locale: 'id' | 'en'; states: Record<string, PageState> }
  >('page', z.object({ names: z.array(id).max(200) })),
  /** Bring reading and flagging into the tab, beside the content script. */
  'page.acts': message<z.ZodType<Record<string, never>>, null>('page', z.object({})),
  /** How well a surface is understood: figures only. */
  'page.health': message<z.ZodType<HealthInput>, null>(
    'page',
    z.object({
      surface: z.string().regex(/^[a-z][a-z-]{0,19}$/),
      visits: count,
      seen: count,
      placed: count,
      named: count,
      removed: count,
    }),
  ),
  /** `see`: a reading of the post as it stands now would tell whether it becomes loud. */
  'page.open': message<z.ZodType<{ complaintId: string }>, { see: boolean }>(
    'page',
    z.object({ complaintId: id }),
  ),
  /** A post that is a complaint already, as it stands now; nothing is made anew by it. */
  'page.see': message<z.ZodType<PageFlagInput & { complaintId: string }>, null>(
    'page',
    z.object({ complaintId: id, reading: pageReadingSchema }),
  ),
  'page.manual': message<z.ZodType<{ pageUrl: string }>, null>('page', z.object({ pageUrl: url })),
  'page.undoFlag': message<z.ZodType<{ token: string }>, null>(
    'page',
    z.object({ token: z.string().max(60) }),
  ),

  'complaint.create': message<
    z.ZodType<{ url: string; text: string; place: string; inboxIds: string[] }>,
    { complaintId: string }
  >('extension', z.object({ url, text, place: z.string().max(500), inboxIds: z.array(id).max(20) })),
  /** A complaint from nothing but the address of a post or comment, wherever it stands in the text. */
  'complaint.fromLink': message<z.ZodType<{ text: string }>, { complaintId: string; fresh: boolean }>(
    'extension',
    z.object({ text: z.string().max(20_000) }),
  ),
  'complaint.join': message<
    z.ZodType<{ complaintId: string; withId: string; why: z.infer<typeof joinReasonSchema> }>,
    { eventId: string; into: string }
  >('extension', z.object({ complaintId: id, withId: id, why: joinReasonSchema })),
  'complaint.postGone': message<z.ZodType<{ complaintId: string }>, { eventId: string }>(
    'extension',
    z.object({ complaintId: id }),
  ),
  'complaint.correct': message<
    z.ZodType<{ complaintId: string; field: z.infer<typeof correctableSchema>; value: string }>,
    { eventId: string }
  >('extension', z.object({ complaintId: id, field: correctableSchema, value: text })),
  'complaint.sensitive': message<z.ZodType<{ complaintId: string; sensitive: boolean }>, { eventId: string }>(
    'extension',
    z.object({ complaintId: id, sensitive: z.boolean() }),
  ),
  'complaint.forward': message<z.ZodType<ForwardInput>, { eventId: string; dueAt: number }>(
    'extension',
    z.object({
      complaintId: id,
      agencyId: id,
      channel,
      outcome: outcomeSchema,
      preset: presetSchema,
      /** Only for `custom`, in ms. */
      termMs: termSchema.nullable(),
      category: categorySchema.optional(),
      photoHashes: hashes,
      message: text,
    }),
  ),
  'complaint.remind': message<
    z.ZodType<{
      complaintId: string;
      channel: string;
      outcome: z.infer<typeof outcomeSchema>;
      message: string;
    }>,
    { eventId: string }
  >('extension', z.object({ complaintId: id, channel, outcome: outcomeSchema, message: text })),
  'complaint.respond': message<z.ZodType<RespondInput>, { eventId: string }>(
    'extension',
    z.object({
      complaintId: id,
      kind: responseKindSchema,
      text,
      /** Epoch ms at which the agency answered. */
      at: epoch,
      /** Pasted pictures waiting in the inbox. */
      inboxIds: z.array(id).max(20),
      via: z.enum(['hand', 'pasted']),
    }),
  ),
  'complaint.resolve': message<
    z.ZodType<{ complaintId: string; note: string; inboxIds: string[] }>,
    { eventId: string }
  >('extension', z.object({ complaintId: id, note: text, inboxIds: z.array(id).max(20) })),
  'complaint.dismiss': message<z.ZodType<{ complaintId: string; note: string }>, { eventId: string }>(
    'extension',
    z.object({ complaintId: id, note: text }),
  ),
  'complaint.reopen': message<z.ZodType<{ complaintId: string; note: string }>, { eventId: string }>(
    'extension',
    z.object({ complaintId: id, note: text }),
  ),
  'complaint.undo': message<z.ZodType<{ eventId: string }>, { eventId: string }>(
    'extension',
    z.object({ eventId: id }),
  ),
  'complaint.purge': message<z.ZodType<{ complaintId: string }>, null>(
    'extension',
    z.object({ complaintId: id }),
  ),
  'complaint.show': message<z.ZodType<{ complaintId: string }>, null>(
    'extension',
    z.object({ complaintId: id }),
  ),
  'photo.retry': message<z.ZodType<{ complaintId: string }>, { stored: number; failed: number }>(
    'extension',
    z.object({ complaintId: id }),
  ),
  'photo.add': message<z.ZodType<{ complaintId: string; inboxIds: string[] }>, { stored: number }>(
    'extension',
    z.object({ complaintId: id, inboxIds: z.array(id).max(20) }),
  ),
  'agency.save': message<z.ZodType<{ agencies: z.infer<typeof agencySchema>[] }>, null>(
    'extension',
    z.object({ agencies: z.array(agencySchema).max(500) }),
  ),
  'agency.remove': message<z.ZodType<{ agencyId: string }>, { removed: boolean }>(
    'extension',
    z.object({ agencyId: id }),
  ),
  'settings.save': message<z.ZodType<{ settings: z.infer<typeof settingsSchema> }>, null>(
    'extension',
    z.object({ settings: settingsSchema }),
  ),
  'backup.import': message<z.ZodType<{ inboxId: string }>, ImportSummary>(
    'extension',
    z.object({ inboxId: id }),
  ),
  /** One of our pages was opened: what is shown outside of them is set right, should an alarm have been lost. */
  'outside.refresh': message<z.ZodType<Record<string, never>>, null>('extension', z.object({})),
  'store.rebuild': message<z.ZodType<Record<string, never>>, { complaints: number }>(
    'extension',
    z.object({}),
  ),
  ...clockContract,
  ...replyContract,
  ...ladderContract,
  ...telegramContract,
} as const;

export type Contract = typeof contract;
export type MessageName = keyof Contract;
export type Input<N extends MessageName> = z.infer<Contract[N]['input']>;
export type Output<N extends MessageName> = Contract[N]['output'];
