import { z } from 'zod';
import { layerSchema } from '../storage/schemas.ts';

/** What a page sends of one post or comment at a click; raw JSON is taken for hostile and mapped by the worker. */
export const pageReadingSchema = z.object({
  site: z.enum(['instagram', 'facebook']),
  surface: z.string().max(40),
  pageUrl: z.string().max(4_000),
  readAt: z.number().int().min(0).max(8_640_000_000_000_000),
  dom: layerSchema,
  /** JSON of the document's islands, uninterpreted; the worker maps it. */
  raw: z.array(z.unknown()).max(16),
  /** Name of the temporary attribute on the post for the one look into the page's store. */
  marker: z
    .string()
    .regex(/^data-[a-z0-9]{6,40}$/)
    .nullable(),
});
