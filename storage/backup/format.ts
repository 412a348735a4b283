import '../no-eval.ts';
import { z } from 'zod';

/** What a backup file is: a ZIP of JSON lines and photos by hash. */
export const FORMAT = 'tanggap-backup';
/** Raised when an older Tanggap could misread the file. */
export const FORMAT_VERSION = 1;

export const MANIFEST = 'manifest.json';
export const EVENTS = 'events.jsonl';
export const AGENCIES = 'agencies.jsonl';
export const SETTINGS = 'settings.json';
/** Only where the office has calendars or rules of its own; a Tanggap that does not know them passes them over. */
export const CALENDARS = 'calendars.jsonl';
export const RULES = 'rules.json';
export const PHOTOS = 'photos/';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** Read before anything else is believed; `version` decides whether the rest can be. */
export const headSchema = z.object({ format: z.literal(FORMAT), version: z.number().int().min(1) });

export const manifestSchema = z.object({
  format: z.literal(FORMAT),
  version: z.literal(FORMAT_VERSION),
  /** Epoch ms. */
  madeAt: z.number().int().min(0),
  events: z.number().int().min(0),
  agencies: z.number().int().min(0),
  photos: z.number().int().min(0),
  /** SHA-256 of the files of text. */
  sha256: z.object({
    events: hash,
    agencies: hash,
    settings: hash,
    calendars: hash.optional(),
    rules: hash.optional(),
  }),
});

export type Manifest = z.infer<typeof manifestSchema>;

/** JSON with keys in one order, so that two stores that hold the same write the same bytes. Plain data only. */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const record = value as Record<string, unknown>;
  const fields: string[] = [];
  for (const key of Object.keys(record).sort()) {
    if (record[key] !== undefined) fields.push(`${JSON.stringify(key)}:${canonicalJson(record[key])}`);
  }
  return `{${fields.join(',')}}`;
}
