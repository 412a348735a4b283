/** A stream of numbers that is the same for the same words on every machine. */
export class Random {
  private state: number;

  constructor(...key: (string | number)[]) {
    let hash = 2166136261;
    for (const letter of key.join('|')) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619);
    this.state = hash >>> 0;
  }

  /** 0 ≤ x < 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from `from` to `to`, both included. */
  int(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.int(0, items.length - 1)] as T;
  }

  shuffle<T>(items: readonly T[]): T[] {
    const copy = [...items];
    for (let i = copy.length - 1; i > 0; i--) {
      const j = this.int(0, i);
      [copy[i], copy[j]] = [copy[j] as T, copy[i] as T];
    }
    return copy;
  }

  /** `length` letters out of `alphabet`. */
  letters(length: number, alphabet = 'abcdefghijklmnopqrstuvwxyz'): string {
    let word = '';
    for (let i = 0; i < length; i++) word += alphabet[this.int(0, alphabet.length - 1)];
    return word;
  }

  digits(length: number): string {
    return `${this.int(1, 9)}${this.letters(length - 1, '0123456789')}`;
  }
}
