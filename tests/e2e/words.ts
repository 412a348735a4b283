import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The texts on the screen, by their key in the catalogue: a test names what it means, not how it is worded. */
const folder = join(import.meta.dirname, '..', '..', 'i18n', 'messages', 'id');
const words: Record<string, string> = Object.assign(
  {},
  ...readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8'))),
);

/** Text of a key with its {placeholders} filled in. @throws Error for an unknown key. */
export function t(key: string, values: Record<string, string> = {}): string {
  const text = words[key];
  if (typeof text !== 'string') throw new Error(`no such text: ${key}`);
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}
