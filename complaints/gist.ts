/** Longest gist, in UTF-16 units: two lines of the list. */
export const MAX_GIST = 120;

/**
 * One line that names the matter, taken from the citizen's own words: the first line that says something,
 * without hashtags and addresses, cut at a word. Empty when the text has no words.
 */
export function gistOf(text: string): string {
  const lines = text.slice(0, 4_000).split(/[\r\n\u2028\u2029]+/);
  for (const line of lines) {
    const plain = line
      .replace(/https?:\/\/\S+/g, ' ')
      .replace(/[#@][\p{L}\p{N}_.]+/gu, ' ')
      .replace(/[\p{Cc}\p{Cf}]/gu, (c) => (c === '\u200d' ? c : ' '))
      .replace(/\s+/g, ' ')
      .trim();
    if (/[\p{L}\p{N}]/u.test(plain)) return cutAtWord(plain);
  }
  return '';
}

function cutAtWord(line: string): string {
  if (line.length <= MAX_GIST) return line;
  const head = line.slice(0, MAX_GIST);
  const space = head.lastIndexOf(' ');
  const cut = space > MAX_GIST / 2 ? head.slice(0, space) : head.replace(/[\uD800-\uDBFF]$/, '');
  return `${cut.replace(/[\s.,;:–-]+$/u, '')}…`;
}
