/**
 * What of a message about several complaints belongs into the log of one: the lines of the others are left out, so
 * that a citizen's matter stands in the log of his own complaint alone and goes with it when it is purged. A line
 * belongs to a complaint from the one that names its number to the last that is indented below it.
 */
export function ownPart(text: string, own: string, others: readonly string[]): string {
  const kept: string[] = [];
  let skipping = false;
  for (const line of text.split('\n')) {
    const foreign = others.some((number) => names(line, number)) && !names(line, own);
    if (foreign) {
      if (!skipping) kept.push('…');
      skipping = true;
      continue;
    }
    if (skipping && /^\s+\S/.test(line)) continue;
    skipping = false;
    kept.push(line);
  }
  return kept.join('\n');
}

function names(line: string, number: string): boolean {
  for (let at = line.indexOf(number); at >= 0; at = line.indexOf(number, at + 1)) {
    const before = line[at - 1] ?? ' ';
    const after = line[at + number.length] ?? ' ';
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return true;
  }
  return false;
}
