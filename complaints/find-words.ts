import type { Word } from './normalize.ts';

/** Words that must stand together: one of each group of `all` near the others, and none of `unless` near them. */
export interface Together {
  all: readonly (readonly string[])[];
  /** Words between the first and the last match; 6 unless told. */
  within?: number;
  unless?: readonly string[];
}

/** A text and where in it each plain word stands. */
export interface Text {
  words: Word[];
  places: Map<string, number[]>;
}

/** Index of the words of a text. */
export function textOf(words: Word[]): Text {
  const places = new Map<string, number[]>();
  for (const [index, { plain }] of words.entries()) {
    const at = places.get(plain);
    if (at) at.push(index);
    else places.set(plain, [index]);
  }
  return { words, places };
}

/** Every place at which one of the phrases stands, as indexes of its words. */
export function findAny(phrases: readonly string[], text: Text): number[][] {
  const spots: number[][] = [];
  for (const phrase of phrases) {
    const [first = '', ...rest] = phrase.split(' ');
    for (const start of text.places.get(first) ?? []) {
      if (rest.every((part, offset) => text.words[start + 1 + offset]?.plain === part)) {
        spots.push([start, ...rest.map((_, offset) => start + 1 + offset)]);
      }
    }
  }
  return spots;
}

/** Where the words of a cue stand together, group by group as indexes of the words; null where they do not. */
export function findTogether({ all, within = 6, unless = [] }: Together, text: Text): number[][] | null {
  const groups = all.map((alternatives) => findAny(alternatives, text));
  if (groups.some((group) => group.length === 0)) return null;
  const together = closest(groups, within + all.length);
  if (!together || findAny(unless, text).some((spot) => isNear(spot, together))) return null;
  return together;
}

/** One spot of each group such that all lie within `span` words and no word serves twice. */
function closest(groups: number[][][], span: number): number[][] | null {
  const [first = [], ...rest] = groups;
  for (const spot of first) {
    const chosen = [spot];
    for (const group of rest) {
      const near = group.find((other) => fits([...chosen, other], span));
      if (near) chosen.push(near);
    }
    if (chosen.length === groups.length) return chosen;
  }
  return null;
}

function fits(spots: number[][], span: number): boolean {
  const flat = spots.flat();
  if (new Set(flat).size !== flat.length) return false;
  return Math.max(...flat) - Math.min(...flat) < span;
}

function isNear(spot: number[], together: number[][]): boolean {
  const flat = together.flat();
  const from = Math.min(...flat) - 3;
  const to = Math.max(...flat) + 3;
  return spot.some((index) => index >= from && index <= to);
}
