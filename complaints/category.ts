import { CATEGORY_CUES } from './category-words.ts';
import { findAny, findTogether, textOf } from './find-words.ts';
import { wordsOf } from './normalize.ts';

/**
 * Kinds of complaint by which terms differ in the service standards that follow PermenPANRB 62/2018: *aduan layanan*
 * (not of an oversight nature), *permintaan informasi*, *berkadar pengawasan* (levies, discipline, abuse of office).
 */
export const COMPLAINT_CATEGORIES = ['service', 'information', 'oversight'] as const;
export type ComplaintCategory = (typeof COMPLAINT_CATEGORIES)[number];

/** What a complaint is where nobody said otherwise. */
export const DEFAULT_CATEGORY: ComplaintCategory = 'service';

/** A kind that the words speak for, and those words as the citizen wrote them. */
export interface CategoryHint {
  category: Exclude<ComplaintCategory, 'service'>;
  word: string;
}

/** `200rb`, `1,5jt`: money like any other word for it. */
const SUM = /^\d[\d.,]*(?:rb|ribu|jt|juta)$/;

/**
 * The kind that a text speaks for; null for an ordinary complaint. Oversight goes before information: who asks whether
 * a levy is allowed complains about it. Only proposes; the official chooses. Pure.
 */
export function suggestCategory(text: string): CategoryHint | null {
  const read = textOf(
    wordsOf(text).map((word) => (SUM.test(word.plain) ? { ...word, plain: 'uang' } : word)),
  );
  for (const { category, nowhere, ...cue } of CATEGORY_CUES) {
    const together = findTogether(cue, read);
    if (!together || findAny(nowhere, read).length > 0) continue;
    const written = (at: number) => read.words[at]?.written ?? '';
    const spots = [...new Set(together.flat())].sort((a, b) => a - b);
    const word = spots.reduce((said, at, i) => {
      if (i === 0) return written(at);
      return spots[i - 1] === at - 1 ? `${said} ${written(at)}` : `${said} … ${written(at)}`;
    }, '');
    return { category, word };
  }
  return null;
}
