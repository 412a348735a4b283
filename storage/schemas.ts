import './no-eval.ts';
import { z } from 'zod';
import type { Agency } from '../complaints/agency.ts';
import { COMPLAINT_CATEGORIES } from '../complaints/category.ts';
import { MAX_PAUSE } from '../complaints/deadlines/policies.ts';
import { MAX_TERM, MIN_TERM } from '../complaints/deadlines/policy.ts';
import { TERM_BOUNDS } from '../complaints/deadlines/term.ts';
import type { ComplaintEvent } from '../complaints/events.ts';
import type { Settings } from '../complaints/settings.ts';
import { captureSchema, epoch, hash, id, longText, shortText, site, url } from './schemas-reading.ts';

export {
  authorSchema,
  captureSchema,
  countsSchema,
  layerSchema,
  MAX_TEXT,
  photoOfferSchema,
} from './schemas-reading.ts';

/** Events, agencies and settings at the edge of the store; what a page yields stands in `schemas-reading.ts`. */

const base = {
  id: z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/),
  complaintId: id,
  // A bound, so that no file can drive the counter of this desk out of reach.
  order: z.number().int().min(1).max(1_000_000_000),
  at: epoch,
  recordedAt: epoch,
  desk: z.string().regex(/^[a-z0-9]{4}$/),
};

export const presetSchema = z.enum(['emergency', 'busy', 'normal', 'custom']);
export const categorySchema = z.enum(COMPLAINT_CATEGORIES);
export const outcomeSchema = z.enum(['opened', 'copied', 'saved', 'sent']);
export const letterStepSchema = z.enum(['explanation', 'warning1', 'warning2']);
export const joinReasonSchema = z.enum(['same-post', 'same-photo', 'same-words', 'chosen']);
export const responseKindSchema = z.enum(['initial', 'followUp', 'done']);
export const correctableSchema = z.enum(['gist', 'text', 'place', 'permalink', 'postedAt', 'author']);
export const numberSchema = z.object({
  prefix: z.string().regex(/^[A-Z]{2,5}$/),
  seq: z.number().int().min(1).max(9_999_999),
  desk: base.desk,
});
export const photoFailureSchema = z.enum([
  'expired',
  'too-large',
  'not-a-picture',
  'network',
  'timeout',
  'not-allowed',
  'storage',
]);
export const storedPhotoSchema = z.object({
  hash,
  url,
  how: z.enum(['fetched', 'pasted']),
  kind: z.enum(['photo', 'video-cover']),
  mime: z.enum(['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif']),
  size: z.number().int().min(1),
  width: z.number().int().min(1).optional(),
  height: z.number().int().min(1).optional(),
  look: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .optional(),
});
export const termSchema = z.number().int().min(MIN_TERM).max(MAX_TERM);
const hashes = z.array(hash).max(60);

const between = ({ min, max }: { min: number; max: number }) => z.number().int().min(min).max(max);
export const clockTermSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('clockHours'), ms: between(TERM_BOUNDS.clockHours) }),
  z.object({ kind: z.literal('officeHours'), ms: between(TERM_BOUNDS.officeHours) }),
  z.object({ kind: z.literal('workingDays'), days: between(TERM_BOUNDS.workingDays) }),
]);
export const clockNameSchema = z.enum(['response', 'followUp', 'settlement']);
export const pauseReasonSchema = z.enum(['citizen', 'outside', 'disaster', 'other']);
const perClock = <T extends z.ZodType>(value: T) =>
  z.object({ response: value, followUp: value, settlement: value });
export const frozenSchema = z.object({
  policyId: z.string().min(1).max(60),
  policyName: shortText,
  calendarVersion: z.string().max(100),
  schedule: z.string().min(1).max(60),
  agencyId: id,
  terms: perClock(clockTermSchema.nullable()),
  pauseCapMs: z.number().int().min(0).max(MAX_PAUSE),
  maxExtensions: z.number().int().min(0).max(10),
  due: perClock(epoch.nullable()),
});

export const eventSchema: z.ZodType<ComplaintEvent> = z.discriminatedUnion('type', [
  z.object({
    ...base,
    type: z.literal('captured'),
    capture: captureSchema,
    number: numberSchema,
    via: z.enum(['button', 'menu', 'manual']),
  }),
  z.object({
    ...base,
    type: z.literal('recaptured'),
    capture: captureSchema,
    via: z.enum(['button', 'menu']),
  }),
  z.object({ ...base, type: z.literal('photoStored'), photo: storedPhotoSchema }),
  z.object({ ...base, type: z.literal('photoFailed'), url, reason: photoFailureSchema }),
  z.object({ ...base, type: z.literal('corrected'), field: correctableSchema, value: longText }),
  z.object({ ...base, type: z.literal('markedSensitive'), sensitive: z.boolean() }),
  z.object({
    ...base,
    type: z.literal('forwarded'),
    agencyId: id,
    agencyName: shortText,
    agencyShort: shortText,
    outside: z.boolean(),
    channel: z.string().max(40),
    outcome: outcomeSchema,
    preset: presetSchema,
    category: categorySchema.optional(),
    termMs: termSchema,
    dueAt: epoch,
    photoHashes: hashes,
    message: longText,
    frozen: frozenSchema.optional(),
  }),
  z.object({
    ...base,
    type: z.literal('reminded'),
    channel: z.string().max(40),
    outcome: outcomeSchema,
    message: longText,
  }),
  z.object({
    ...base,
    type: z.literal('escalated'),
    step: letterStepSchema,
    answerBy: epoch,
    channel: z.string().max(40),
    outcome: outcomeSchema,
    message: longText,
    photoHashes: hashes.optional(),
  }),
  z.object({
    ...base,
    type: z.literal('responded'),
    kind: responseKindSchema,
    text: longText,
    photoHashes: hashes,
    via: z.enum(['hand', 'pasted', 'telegram', 'comment']),
    source: z
      .object({ account: shortText, names: z.array(id).max(60), timeUnread: z.literal(true).optional() })
      .optional(),
    template: z.boolean().optional(),
  }),
  z.object({ ...base, type: z.literal('resolved'), note: longText, photoHashes: hashes }),
  z.object({ ...base, type: z.literal('dismissed'), note: longText }),
  z.object({ ...base, type: z.literal('reopened'), note: longText }),
  z.object({
    ...base,
    type: z.literal('paused'),
    until: epoch,
    reason: pauseReasonSchema,
    note: longText,
  }),
  z.object({ ...base, type: z.literal('resumed'), note: longText }),
  z.object({
    ...base,
    type: z.literal('extensionAsked'),
    clock: clockNameSchema,
    by: clockTermSchema,
    reason: longText,
    via: z.enum(['telegram', 'pasted']).optional(),
  }),
  z.object({
    ...base,
    type: z.literal('extensionDecided'),
    target: base.id,
    granted: z.boolean(),
    note: longText,
  }),
  z.object({
    ...base,
    type: z.literal('notOurs'),
    suggests: shortText,
    note: longText,
    via: z.enum(['telegram', 'pasted']).optional(),
  }),
  z.object({ ...base, type: z.literal('recomputed'), frozen: frozenSchema, note: longText }),
  z.object({ ...base, type: z.literal('joined'), into: id, why: joinReasonSchema }),
  z.object({ ...base, type: z.literal('postGone') }),
  z.object({ ...base, type: z.literal('purged'), reason: z.enum(['request', 'retention']) }),
  z.object({ ...base, type: z.literal('undone'), target: base.id }),
]) as z.ZodType<ComplaintEvent>;

export const agencySchema: z.ZodType<Agency> = z.object({
  id: z.string().regex(/^[A-Za-z0-9-]{1,60}$/),
  names: z
    .array(z.object({ name: shortText.min(1), short: z.string().min(1).max(60), from: epoch }))
    .min(1)
    .max(30),
  aliases: z.array(shortText).max(60),
  topics: z.array(shortText).max(60),
  outside: z.boolean(),
  heads: z
    .array(z.object({ name: shortText.min(1), standing: z.enum(['definitive', 'plt', 'plh']), from: epoch }))
    .max(60),
  phone: z.string().regex(/^$|^\d{8,15}$/),
  email: z.string().max(200),
  accounts: z.array(z.object({ site, account: z.string().min(1).max(100) })).max(20),
  channel: z.string().max(40),
  retiredAt: epoch.nullable(),
  lastUsedAt: epoch,
  updatedAt: epoch,
});

export const settingsSchema: z.ZodType<Settings> = z.object({
  office: shortText,
  signatory: shortText,
  prefix: numberSchema.shape.prefix,
  zone: z.enum(['WIB', 'WITA', 'WIT']),
  language: z.enum(['id', 'en']),
  appearance: z.enum(['system', 'light', 'dark']),
  terms: z.object({ emergency: termSchema, busy: termSchema, normal: termSchema }),
  templates: z.object({
    forward: z.string().max(4_000),
    remind: z.string().max(4_000),
    publicReply: z.string().max(4_000),
  }),
  notifications: z.boolean(),
  quietFrom: z.number().int().min(0).max(1_439),
  quietTo: z.number().int().min(0).max(1_439),
  retentionDays: z.number().int().min(0).max(3_650),
  shortcuts: z.boolean(),
  setup: z.enum(['new', 'later', 'done']),
  updatedAt: epoch,
});
