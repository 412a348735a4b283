const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Instagram's code of a media pk: the number in base 64, most significant digit first. */
export function codeOf(pk: string): string {
  let rest = BigInt(pk);
  let out = '';
  while (rest > 0n) {
    out = ALPHABET[Number(rest % 64n)] + out;
    rest /= 64n;
  }
  return out;
}

/** The pk of a code; the inverse of `codeOf`. */
export function pkOf(code: string): string {
  let out = 0n;
  for (const letter of code) out = out * 64n + BigInt(ALPHABET.indexOf(letter));
  return String(out);
}

/** A media pk as the site numbers them: 41 bits of milliseconds since 2011-08-24, then 23 bits of shard and count. */
export function pkAt(epochSeconds: number, low: number): string {
  const since = BigInt(epochSeconds * 1000 - 1_314_220_021_721);
  return String((since << 23n) | BigInt(low & 0x7fffff));
}
