/** So few words are said in many complaints. */
const FEWEST_WORDS = 5;
/** Share of the words of both that both have. */
const NEARLY = 0.75;

/** Two texts that say nearly the same in the same words, whatever their order, marks and case. A hint, no proof. */
export function nearlySameWords(a: string, b: string): boolean {
  return nearlySame(wordsOf(a), wordsOf(b));
}

/** Of so many texts that share a rare word, the first are compared: one text pasted everywhere costs no more. */
const MOST_COMPARED = 100;

/**
 * Finds, among many texts, those that say nearly the same as one of them, in their order: the same answer as
 * `nearlySameWords` for each pair. Two such texts share one of the few rarest words of each, so that only those pairs
 * are compared.
 */
export function similarTexts(texts: ReadonlyMap<string, string>): (id: string) => string[] {
  const words = new Map([...texts].map(([id, text]) => [id, wordsOf(text)]));
  const often = new Map<string, number>();
  for (const set of words.values()) for (const word of set) often.set(word, (often.get(word) ?? 0) + 1);
  const rarest = (set: ReadonlySet<string>) =>
    [...set]
      .sort((a, b) => (often.get(a) ?? 0) - (often.get(b) ?? 0) || (a < b ? -1 : 1))
      .slice(0, set.size - Math.ceil(set.size * NEARLY) + 1);
  const holding = new Map<string, string[]>();
  const rare = new Map<string, string[]>();
  for (const [id, set] of words) {
    if (set.size < FEWEST_WORDS) continue;
    const few = rarest(set);
    rare.set(id, few);
    for (const word of few) {
      const ids = holding.get(word);
      if (ids && ids.length < MOST_COMPARED * 2) ids.push(id);
      else if (!ids) holding.set(word, [id]);
    }
  }
  return (id) => {
    const own = words.get(id);
    const few = rare.get(id);
    if (!own || !few) return [];
    const near = new Set(few.flatMap((word) => holding.get(word) ?? []));
    near.delete(id);
    return [...near]
      .slice(0, MOST_COMPARED)
      .filter((other) => nearlySame(own, words.get(other) ?? new Set()));
  };
}

function nearlySame(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  if (Math.min(left.size, right.size) < FEWEST_WORDS) return false;
  let both = 0;
  for (const word of left) if (right.has(word)) both += 1;
  return both / (left.size + right.size - both) >= NEARLY;
}

function wordsOf(text: string): Set<string> {
  return new Set(
    text
      .slice(0, 4_000)
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]{2,}/gu) ?? [],
  );
}
