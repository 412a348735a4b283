import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One dated assumption about a site's markup. */
export interface SelectorEntry {
  /** File relative to the project. */
  file: string;
  /** Name of the list or constant. */
  list: string;
  /** The selector, or the source of a regular expression that is held against words of the page. */
  selector: string;
  kind: 'selector' | 'words';
  /** As the file says it was last seen working (`2026-10`); '' when it does not say. */
  seen: string;
}

const ROOT = join(import.meta.dirname, '..', '..');
const DATE = /\/\/.*?\b(20\d\d(?:-\d\d){0,2})\b/;

/** Top-level parts of a selector list: `a[href*="x,y"],b` has two. */
export function splitSelector(selector: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quote = '';
  let part = '';
  for (const letter of selector) {
    if (quote) quote = letter === quote ? '' : quote;
    else if (letter === '"' || letter === "'") quote = letter;
    else if ('[('.includes(letter)) depth += 1;
    else if ('])'.includes(letter)) depth -= 1;
    if (letter === ',' && depth === 0 && !quote) {
      parts.push(part.trim());
      part = '';
    } else part += letter;
  }
  return [...parts, part.trim()].filter(Boolean);
}

/** Source of each exported constant: name → its lines, with the comment above it. */
function statements(source: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  let name = '';
  let above: string[] = [];
  for (const line of source.split('\n')) {
    const start = /^export const (\w+)\b/.exec(line)?.[1];
    if (start) name = start;
    else if (/^\S/.test(line) && !/^[\])}]/.test(line)) name = '';
    if (start) found.set(start, [...above, line]);
    else if (name) found.set(name, [...(found.get(name) ?? []), line]);
    above = /^\/\*\*.*\*\/$/.test(line) ? [line.replace('/**', '//')] : [];
  }
  return found;
}

function entriesOf(file: string, list: string, value: unknown, lines: string[]): SelectorEntry[] {
  const whole = lines.map((line) => DATE.exec(line)?.[1]).findLast(Boolean) ?? '';
  // An entry may be put together from parts, so that it is found by its place in the list, not by its text.
  const items = lines.filter((line) => /^\s+['"`]/.test(line));
  const dateAt = (index: number, count: number): string =>
    (items.length === count && DATE.exec(items[index] ?? '')?.[1]) || whole;
  if (value instanceof RegExp) return [{ file, list, selector: value.source, kind: 'words', seen: whole }];
  // Put together from lists that are looked at on their own.
  if (typeof value === 'string' && lines.some((line) => /= \w+\.join\(/.test(line))) return [];
  if (/(?:WORDS|LABELS)$/.test(list) && Array.isArray(value))
    return value.map((word) => ({ file, list, selector: `^${word}$`, kind: 'words', seen: whole }));
  const parts = typeof value === 'string' ? splitSelector(value) : Array.isArray(value) ? value : [];
  return parts.flatMap((part, i) =>
    typeof part !== 'string'
      ? []
      : splitSelector(part).map((selector) => ({
          file,
          list,
          selector,
          kind: 'selector' as const,
          seen: dateAt(i, parts.length),
        })),
  );
}

/**
 * Every entry of every `sites/<site>/*selectors*.ts`, whatever is exported there: strings (with several parts or
 * not), lists of them, regular expressions for words. Anything else is no selector and left out.
 */
export async function selectorEntries(site: string): Promise<SelectorEntry[]> {
  const folder = join(ROOT, 'sites', site);
  const entries: SelectorEntry[] = [];
  for (const name of readdirSync(folder)
    .filter((each) => /selectors.*\.ts$/.test(each))
    .sort()) {
    const file = `sites/${site}/${name}`;
    const source = statements(readFileSync(join(ROOT, file), 'utf8'));
    const exported = (await import(join(ROOT, file))) as Record<string, unknown>;
    for (const [list, lines] of source) entries.push(...entriesOf(file, list, exported[list], lines));
  }
  return entries;
}
