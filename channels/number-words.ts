const ONES = [
  'nol',
  'satu',
  'dua',
  'tiga',
  'empat',
  'lima',
  'enam',
  'tujuh',
  'delapan',
  'sembilan',
  'sepuluh',
  'sebelas',
];

/** A whole number from 0 to 9,999 in Indonesian words, as letters put it behind the figure: `12 (dua belas)`. */
export function numberWords(n: number): string {
  if (n < 12) return ONES[n] ?? '';
  if (n < 20) return `${numberWords(n - 10)} belas`;
  if (n < 100) return joined(`${numberWords(Math.floor(n / 10))} puluh`, n % 10);
  if (n < 200) return joined('seratus', n - 100);
  if (n < 1_000) return joined(`${numberWords(Math.floor(n / 100))} ratus`, n % 100);
  if (n < 2_000) return joined('seribu', n - 1_000);
  return joined(`${numberWords(Math.floor(n / 1_000))} ribu`, n % 1_000);
}

function joined(head: string, rest: number): string {
  return rest === 0 ? head : `${head} ${numberWords(rest)}`;
}
