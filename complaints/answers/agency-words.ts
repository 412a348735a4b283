/** Agencies by their names in free text. */

/** How an agency is recognised as the sender of a pasted message. */
export interface AnsweringAgency {
  id: string;
  /** Short and full names, aliases, the head's name. */
  names: string[];
  /** Digits of its number, with country code; empty when unknown. */
  phone: string;
}

/** The one agency whose name stands in these words; null when none or several fit. */
export function agencyIn(text: string, agencies: readonly AnsweringAgency[]): AnsweringAgency | null {
  const words = wordsOf(text);
  if (words.trim() === '') return null;
  const fits = agencies
    .map((agency) => ({
      agency,
      length: Math.max(0, ...agency.names.map((name) => (holds(words, name) ? name.trim().length : 0))),
    }))
    .filter(({ length }) => length > 0)
    .sort((a, b) => b.length - a.length);
  const [best, next] = fits;
  return best && best.length !== next?.length ? best.agency : null;
}

function holds(words: string, name: string): boolean {
  const wanted = wordsOf(name);
  return wanted.trim().length >= 3 && words.includes(wanted);
}

function wordsOf(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()} `;
}
