import { hash, random } from '../random.ts';

/** A stable 32-bit number for a key. */
export const hash32 = hash;

/** A repeatable stream of numbers in [0, 1) for a key. */
export const rng = (key: string): (() => number) => random(key).next;

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';

/** `length` letters that look like a token and mean nothing. */
export const token = (key: string, length: number): string => random(key).letters(length, LETTERS);

/** `length` digits, the first of them not 0. */
export const digits = (key: string, length: number): string => random(key).digits(length);
