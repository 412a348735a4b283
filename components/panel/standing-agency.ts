import type { Agency } from '../../complaints/agency.ts';
import type { Suggestion } from '../../complaints/suggest.ts';
import type { SourceKind } from '../ui/source-mark.tsx';

/**
 * Which agency stands in the field, and its mark: what was chosen by hand goes before any suggestion; a choice that
 * is no longer in the directory counts for nothing. A choice against the suggestion is marked as the official's own.
 */
export function standingAgency({
  agencies,
  chosenId,
  suggestions,
  preselect,
}: {
  agencies: readonly Agency[];
  chosenId: string | null;
  suggestions: readonly Suggestion[];
  /** The best suggestion stands in the field until the official chooses. */
  preselect: boolean;
}): { agency: Agency | null; source: SourceKind | undefined } {
  const find = (id: string | null | undefined) => agencies.find((a) => a.id === id) ?? null;
  const best = preselect ? find(suggestions[0]?.agencyId) : null;
  const chosen = find(chosenId);
  if (!chosen) return { agency: best, source: best ? 'suggested' : undefined };
  return { agency: chosen, source: best && best.id !== chosen.id ? 'edited' : undefined };
}

const MOST_PHRASES = 4;

/**
 * The words that speak for an agency as they are shown: neighbours of the text joined ("jalan berlubang"),
 * none twice, at most four.
 */
export function phrasesOf(because: readonly string[], text: string): string[] {
  const plain = text.replace(/\s+/g, ' ');
  const phrases: string[] = [];
  for (const word of because) {
    const last = phrases.at(-1);
    if (last !== undefined && plain.includes(`${last} ${word}`))
      phrases[phrases.length - 1] = `${last} ${word}`;
    else phrases.push(word);
  }
  const seen = new Set<string>();
  return phrases
    .filter((phrase) => {
      const key = phrase.toLowerCase();
      return !seen.has(key) && seen.add(key);
    })
    .slice(0, MOST_PHRASES);
}
