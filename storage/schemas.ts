import './no-eval.ts';
import { z } from 'zod';
import type { Agency } from '../complaints/agency.ts';
import { MAX_TERM, MIN_TERM } from '../complaints/deadlines/policy.ts';
import type { ComplaintEvent } from '../complaints/events.ts';
import type { Author, Capture, Counts, Layer, PhotoOffer } from '../complaints/reading.ts';
import type { Settings } from '../complaints/settings.ts';

/** Edge of the store: whatever comes from a page, a message or a file passes one of these first. */

/** Longest citizen text that is kept; Facebook allows 63,206 characters. */
export const MAX_TEXT = 100_000;
const shortText = z.string().max(500);
const longText = z.string().max(MAX_TEXT);
const epoch = z.number().int().min(0).max(8_640_000_000_000_000);
const url = z.string().max(4_000);
const id = z.string().min(1).max(300);
const site = z.enum(['instagram', 'facebook']);
const source = z.enum(['dom', 'island', 'store', 'meta', 'url', 'user']);
const audience = z.enum(['public', 'friends', 'group']);
const hash = z.string().regex(/^[0-9a-f]{64}$/);

export const authorSchema: z.ZodType<Author> = z.object({
  handle: shortText.optional(),
  id: z.string().max(40).optional(),
  name: shortText.optional(),
});

export const countsSchema: z.ZodType<Counts> = z.object({
  likes: z.number().int().min(0).optional(),
  comments: z.number().int().min(0).optional(),
  shares: z.number().int().min(0).optional(),
  approximate: z.boolean().optional(),
});

export const photoOfferSchema: z.ZodType<PhotoOffer> = z.object({
  url,
  width: z.number().min(0).max(100_000).optional(),
  height: z.number().min(0).max(100_000).optional(),
  kind: z.enum(['photo', 'video-cover']),
});

export const layerSchema: z.ZodType<Layer> = z.object({
  source: z.enum(['dom', 'island', 'store', 'meta', 'url']),
  names: z.array(id).max(40),
  permalink: url.optional(),
  author: authorSchema.optional(),
  coAuthors: z.array(shortText).max(20).optional(),
  text: longText.optional(),
  textCut: z.boolean().optional(),
  postedAt: epoch.optional(),
  place: shortText.optional(),
  counts: countsSchema.optional(),
  countsHidden: z.boolean().optional(),
  photos: z.array(photoOfferSchema).max(60).optional(),
  photoTotal: z.number().int().min(0).max(10_000).optional(),
  audience: audience.optional(),
  paidPartnership: z.boolean().optional(),
});

function fieldSchema<T extends z.ZodType>(value: T) {
  return z.union([
    z.object({ value, source }),
    z.object({
      unreadable: z.enum(['not-on-page', 'only-partly', 'contradiction', 'hidden', 'by-hand', 'purged']),
    }),
  ]);
}

export const captureSchema: z.ZodType<Capture> = z.object({
  site: site.nullable(),
  surface: z.string().max(40),
  identity: z.object({ key: id, aliases: z.array(id).max(60), permalink: url }).nullable(),
  author: fieldSchema(authorSchema),
  text: fieldSchema(longText),
  postedAt: fieldSchema(epoch),
  place: fieldSchema(shortText),
  counts: fieldSchema(countsSchema),
  photos: fieldSchema(z.array(photoOfferSchema).max(60)),
  photoTotal: z.number().int().min(0).max(10_000).optional(),
  audience: fieldSchema(audience),
  paidPartnership: z.boolean().optional(),
  readAt: epoch,
  pageUrl: url,
  dropped: z.array(source).max(40),
}) as z.ZodType<Capture>;

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
export const outcomeSchema = z.enum(['opened', 'copied', 'saved']);
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
});
export const termSchema = z.number().int().min(MIN_TERM).max(MAX_TERM);
const hashes = z.array(hash).max(60);

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
    termMs: termSchema,
    dueAt: epoch,
    photoHashes: hashes,
    message: longText,
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
    type: z.literal('responded'),
    kind: responseKindSchema,
    text: longText,
    photoHashes: hashes,
    via: z.enum(['hand', 'pasted']),
  }),
  z.object({ ...base, type: z.literal('resolved'), note: longText, photoHashes: hashes }),
  z.object({ ...base, type: z.literal('dismissed'), note: longText }),
  z.object({ ...base, type: z.literal('reopened'), note: longText }),
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
