/** Complaint numbers mentioned in free text. */

/**
 * Numbers of this office that a text mentions, as `PREFIX-0131`, each once, in their order: `KTM-0131`, `ktm 131`,
 * `KTM–131`, `#0131`. A bare `#` counts only with four digits or more, and not inside a longer word.
 */
export function numbersIn(text: string, prefixes: readonly string[]): string[] {
  const found = new Set<string>();
  const known = prefixes.filter((prefix) => /^[A-Z]{2,5}$/.test(prefix));
  if (known.length === 0) return [];
  const pattern = new RegExp(
    `(?<![\\p{L}\\d])(?:(${known.join('|')})[ \\u2010-\\u2015.\\-]?\\s?|#)(\\d{1,6})(?!\\d)`,
    'giu',
  );
  for (const match of text.slice(0, 100_000).matchAll(pattern)) {
    const digits = match[2] ?? '';
    if (!match[1] && digits.length < 4) continue;
    for (const prefix of match[1] ? [match[1].toUpperCase()] : known)
      found.add(`${prefix}-${String(Number(digits)).padStart(4, '0')}`);
    if (found.size >= 50) break;
  }
  return [...found];
}
