/** So few words are said in many complaints. */
const FEWEST_WORDS = 5;
/** Share of the words of both that both have. */
const NEARLY = 0.75;

/** Two texts that say nearly the same in the same words, whatever their order, marks and case. A hint, no proof. */
export function nearlySameWords(a: string, b: string): boolean {
  const left = wordsOf(a);
  const right = wordsOf(b);
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
