import type { z } from 'zod';
import { TanggapError } from '../../protocol/errors.ts';

const MAX_LINES = 2_000_000;
/** Longest line in bytes: the longest text thrice, escaped. */
const MAX_LINE = 4 * 1024 * 1024;

/**
 * Every line of a file of JSON lines, checked.
 * @throws TanggapError `file-damaged` for a line that is not what it should be, `file-too-large`.
 */
export function readLines<T>(bytes: Uint8Array, schema: z.ZodType<T>): T[] {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const values: T[] = [];
  let from = 0;
  while (from < bytes.length) {
    const newline = bytes.indexOf(0x0a, from);
    const to = newline === -1 ? bytes.length : newline;
    if (to - from > MAX_LINE || values.length >= MAX_LINES) throw new TanggapError('file-too-large', 'lines');
    if (to > from) values.push(parse(decoder, bytes.subarray(from, to), schema));
    from = to + 1;
  }
  return values;
}

/** One JSON value that fills a file. */
export function readJson<T>(bytes: Uint8Array, schema: z.ZodType<T>): T {
  return parse(new TextDecoder('utf-8', { fatal: true }), bytes, schema);
}

function parse<T>(decoder: TextDecoder, bytes: Uint8Array, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(decoder.decode(bytes)));
  } catch (error) {
    throw new TanggapError('file-damaged', String(error).slice(0, 300));
  }
}
