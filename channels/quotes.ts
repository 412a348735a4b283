/** So many words in a row are a quotation; fewer are how people talk of a matter. */
const RUN = 5;

/**
 * Own words without what is taken word by word from the original: runs of RUN words and more. An original of fewer
 * words is a quotation only when it is the whole of it. For posts that are not public.
 */
export function withoutQuotes(own: string, original: string): string {
  const theirs = wordsIn(original).map((word) => word.text);
  const ours = wordsIn(own);
  if (theirs.length === 0 || ours.length === 0) return own.trim();
  const length = Math.min(RUN, theirs.length);
  if (theirs.length < RUN && ours.length > theirs.length) return own.trim();
  const runs = new Set<string>();
  for (let i = 0; i + length <= theirs.length; i++) runs.add(theirs.slice(i, i + length).join(' '));
  const quoted = new Set<number>();
  for (let i = 0; i + length <= ours.length; i++) {
    const run = ours.slice(i, i + length).map((word) => word.text);
    if (runs.has(run.join(' '))) for (let k = i; k < i + length; k++) quoted.add(k);
  }
  if (quoted.size === 0) return own.trim();
  return keep(own, ours, quoted);
}

interface Word {
  text: string;
  from: number;
  to: number;
}

function wordsIn(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((match) => ({
    text: match[0].normalize('NFKC').toLowerCase(),
    from: match.index,
    to: match.index + match[0].length,
  }));
}

function keep(own: string, words: Word[], quoted: Set<number>): string {
  let kept = '';
  let at = 0;
  for (const [i, word] of words.entries()) {
    if (!quoted.has(i)) continue;
    if (!quoted.has(i - 1)) kept += `${own.slice(at, word.from)}…`;
    at = word.to;
  }
  const whole = (kept + own.slice(at)).replace(/[ \t]{2,}/g, ' ').trim();
  return /[\p{L}\p{N}]/u.test(whole) ? whole : '';
}
