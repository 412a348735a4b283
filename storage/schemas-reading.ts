import './no-eval.ts';
import { z } from 'zod';
import type { Author, Capture, Counts, Layer, PhotoOffer, PostContext } from '../complaints/reading.ts';

/** Edge of the store: whatever comes from a page, a message or a file passes one of these first. */

/** Longest citizen text that is kept; Facebook allows 63,206 characters. */
export const MAX_TEXT = 100_000;
export const shortText = z.string().max(500);
export const longText = z.string().max(MAX_TEXT);
export const epoch = z.number().int().min(0).max(8_640_000_000_000_000);
export const url = z.string().max(4_000);
export const id = z.string().min(1).max(300);
export const site = z.enum(['instagram', 'facebook']);
const source = z.enum(['dom', 'island', 'store', 'meta', 'url', 'user']);
const audience = z.enum(['public', 'friends', 'group']);
export const hash = z.string().regex(/^[0-9a-f]{64}$/);

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

const slide = z.number().int().min(1).max(100);
const contextSchema: z.ZodType<PostContext> = z.object({
  names: z.array(id).max(40),
  permalink: url.optional(),
  author: authorSchema.optional(),
  text: longText.optional(),
  textCut: z.boolean().optional(),
  postedAt: epoch.optional(),
  photos: z.array(photoOfferSchema).max(60).optional(),
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
  under: contextSchema.optional(),
  shared: contextSchema.optional(),
  slide: slide.optional(),
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
  under: contextSchema.optional(),
  shared: contextSchema.optional(),
  slide: slide.optional(),
  readAt: epoch,
  pageUrl: url,
  dropped: z.array(source).max(40),
}) as z.ZodType<Capture>;
