import { isCode } from './urls.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Codes of private posts are longer by this many letters, which carry no number. */
const PRIVATE = 28;

/** Instagram's code of a media pk: the number in base 64, most significant digit first; '' for what is no pk. */
export function codeOfPk(pk: string): string {
  if (!/^\d{5,25}$/.test(pk)) return '';
  let code = '';
  for (let rest = BigInt(pk); rest > 0n; rest /= 64n) code = ALPHABET.charAt(Number(rest % 64n)) + code;
  return isCode(code) ? code : '';
}

/** The pk of a code, in digits; '' for what is no code. */
export function pkOfCode(code: string): string {
  if (!isCode(code)) return '';
  const open = code.length > PRIVATE ? code.slice(0, -PRIVATE) : code;
  let pk = 0n;
  for (const letter of open) pk = pk * 64n + BigInt(ALPHABET.indexOf(letter));
  return String(pk);
}
