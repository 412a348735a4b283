/** A repeatable source of choices. The same key gives the same choices on every machine. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** An integer from `low` to `high`, both included. */
  int(low: number, high: number): number;
  pick<T>(list: readonly T[]): T;
  /** True in `share` of the cases. */
  chance(share: number): boolean;
  shuffle<T>(list: readonly T[]): T[];
  /** `length` decimal digits, the first of them not 0. */
  digits(length: number): string;
  /** `length` letters of `alphabet`. */
  letters(length: number, alphabet: string): string;
}

/** A well-mixed 32-bit number for a key (FNV-1a with a finaliser). */
export function hash(key: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) h = Math.imul(h ^ key.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Mulberry32 started from the key. */
export function random(key: string | number): Random {
  let state = hash(String(key));
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(list: readonly T[]): T => list[int(0, list.length - 1)] as T;
  return {
    next,
    int,
    pick,
    chance: (share) => next() < share,
    shuffle: <T>(list: readonly T[]): T[] => {
      const out = [...list];
      for (let i = out.length - 1; i > 0; i--) {
        const j = int(0, i);
        [out[i], out[j]] = [out[j] as T, out[i] as T];
      }
      return out;
    },
    digits: (length) => {
      let out = String(int(1, 9));
      while (out.length < length) out += int(0, 9);
      return out;
    },
    letters: (length, alphabet) => {
      let out = '';
      while (out.length < length) out += alphabet[int(0, alphabet.length - 1)];
      return out;
    },
  };
}
