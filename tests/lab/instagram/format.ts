const MONTHS = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
];

/** As beside the icons: "137", "1,2 rb", "2,3 jt". */
export function shortCount(n: number): string {
  const cut = (value: number): string => String(Math.floor(value * 10) / 10).replace('.', ',');
  if (n < 1000) return String(n);
  return n < 1_000_000 ? `${cut(n / 1000)} rb` : `${cut(n / 1_000_000)} jt`;
}

/** Exact, with dots: "33.604". */
export const exactCount = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, '.');

/** "5 m", "3 j", "2 h", "1 mgg"; both in epoch seconds. */
export function age(at: number, now: number): string {
  const s = Math.max(0, now - at);
  if (s < 60) return `${Math.max(1, s)} d`;
  if (s < 3600) return `${Math.floor(s / 60)} m`;
  if (s < 86_400) return `${Math.floor(s / 3600)} j`;
  if (s < 7 * 86_400) return `${Math.floor(s / 86_400)} h`;
  return `${Math.floor(s / 604_800)} mgg`;
}

export function longDate(at: number): string {
  const d = new Date(at * 1000);
  return `${d.getDate()} ${MONTHS[d.getMonth()]} ${d.getFullYear()}`;
}

const CUT_AT = 110;

/** The part of a caption that the feed shows before "lainnya", or null if it shows all. */
export function cutCaption(text: string): string | null {
  const lines = text.split('\n');
  const head = lines.slice(0, 2).join('\n');
  if (head.length <= CUT_AT) return head === text ? null : head;
  const letters = Array.from(head.slice(0, CUT_AT));
  // A half of a surrogate pair would show as a broken character.
  return /[\ud800-\udbff]$/.test(letters.join('')) ? letters.slice(0, -1).join('') : letters.join('');
}
