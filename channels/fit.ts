/** Cutting text so that it still reads: whole words, whole emoji, and a mark that something is missing. */

const ELLIPSIS = '…';
const segmenter = new Intl.Segmenter('id', { granularity: 'grapheme' });

/** At most `max` graphemes, cut at a space where one is near, with `…`; a short text is returned as it is. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  const graphemes: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    graphemes.push(segment);
    if (graphemes.length > max) break;
  }
  if (graphemes.length <= max) return text;
  const whole = graphemes.slice(0, Math.max(0, max - 1)).join('');
  const space = /^\s/.test(graphemes[max - 1] ?? '') ? -1 : whole.lastIndexOf(' ');
  const kept = space > whole.length * 0.6 ? whole.slice(0, space) : whole;
  return kept.replace(/[\s,;:.–-]+$/, '') + ELLIPSIS;
}

/**
 * The text, its longest line of prose shortened as far as `fits` demands: number, link and deadline stand on
 * short lines and stay whole. A text of short lines only loses its end.
 * @returns the text and whether anything was cut. The result always fits, and may be empty.
 */
export function fitText(text: string, fits: (text: string) => boolean): { text: string; shortened: boolean } {
  if (fits(text)) return { text, shortened: false };
  const lines = text.split('\n');
  const done = new Set<number>();
  while (done.size < lines.length) {
    const index = longestProse(lines, done);
    if (index < 0) break;
    const line = lines[index] ?? '';
    const length = largest(SHORTEST_LINE, graphemeCount(line), (n) =>
      fits(lines.map((other, i) => (i === index ? clip(line, n) : other)).join('\n')),
    );
    lines[index] = clip(line, length ?? SHORTEST_LINE);
    if (length !== null) return { text: lines.join('\n'), shortened: true };
    done.add(index);
  }
  const joined = lines.join('\n');
  const length = largest(1, graphemeCount(joined), (n) => fits(clip(joined, n)));
  return { text: length === null ? '' : clip(joined, length), shortened: true };
}

/** Below this a line says nothing any more; then another line is shortened too. */
const SHORTEST_LINE = 40;

function longestProse(lines: string[], done: Set<number>): number {
  let best = -1;
  for (const [index, line] of lines.entries()) {
    if (done.has(index) || line.length <= SHORTEST_LINE || /^https?:\/\/\S+$/.test(line)) continue;
    if (best < 0 || line.length > (lines[best] ?? '').length) best = index;
  }
  return best;
}

/** Largest n in from…to for which `fits` holds, by halving; null when not even `from` fits. */
function largest(from: number, to: number, fits: (n: number) => boolean): number | null {
  if (to < from || !fits(from)) return null;
  let low = from;
  let high = to;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

function graphemeCount(text: string): number {
  let count = 0;
  for (const _ of segmenter.segment(text)) count++;
  return count;
}
