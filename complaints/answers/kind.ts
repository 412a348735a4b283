/** What an agency's answer says, guessed from its words; the official decides. */

export type AnswerKind = 'initial' | 'followUp' | 'done' | 'askTime' | 'notOurs';

/** Words that ask for more time. */
export const ASKS_TIME =
  /\b(?:(?:minta|mohon|perlu|butuh|memerlukan|membutuhkan|beri(?:kan)?|kasih)(?: kami)?(?: tambahan| perpanjangan)? waktu|perpanjangan (?:waktu|tenggat)|tambahan waktu)\b/;

/** Newest rule first wins within a message; the words of each kind, as data. */
const RULES: { kind: AnswerKind; pattern: RegExp }[] = [
  {
    kind: 'notOurs',
    pattern:
      /\b(?:bukan (?:wewenang|kewenangan)|di ?luar (?:wewenang|kewenangan)|(?:wewenang|kewenangan) (?:provinsi|pusat|bpjn|pln|balai|kementerian|(?:kabupaten|dinas|instansi|opd) lain)|bukan (?:tupoksi|ranah|tugas) kami)\b/,
  },
  {
    kind: 'askTime',
    pattern: ASKS_TIME,
  },
  // "belum selesai", "akan diperbaiki" and "kapan selesai" are no proof that anything is done.
  {
    kind: 'done',
    pattern:
      /(?<!\b(?:belum|akan|segera|kalau|jika|bila|kapan|sampai|setelah|target|blm)\s(?:\S+\s)?)\b(?:(?:sudah|telah|sdh|udah)\s(?:(?:di|kami|kita|selesai)\s?)?(?:tangani|perbaiki|kerjakan|selesaikan|selesai|angkut|pasang|bersihkan|ganti|tambal|evakuasi|normal|nyala|menyala|ditangani|diperbaiki|dikerjakan|diselesaikan|diangkut|dipasang|dibersihkan|diganti|ditambal|dievakuasi)|selesai (?:ditangani|dikerjakan|diperbaiki)|sudah beres|alhamdulillah (?:sudah )?selesai)\b/,
  },
  {
    kind: 'followUp',
    pattern:
      /\b(?:sedang (?:di|kami|dalam|menuju|kami)?\s?\w*|dalam (?:proses|penanganan|pengerjaan|perjalanan)|masih (?:proses|dikerjakan|diproses)|(?:tim|petugas|anggota)\s(?:\S+\s){0,3}(?:menuju|di lokasi|ke lokasi|meluncur|turun|survei|mengecek|cek)|sudah (?:di|kami )?survei|dijadwalkan|kami jadwalkan|besok (?:kami |dikerjakan|diperbaiki))/,
  },
];

/**
 * The likeliest kind of an answer. A number alone answers the choices of our own message: (1) handled, (2) under way,
 * (3) not ours. Thanks, promises and "siap" are a first response and never more.
 */
export function guessKind(text: string): AnswerKind {
  const words = text.toLowerCase().replace(/\s+/g, ' ').slice(0, 2000).trim();
  const choice = /^(?:\S{2,5}[ -]?\d{3,6}(?!\d)[\s:,.-]+)?\(?([123])\)?(?:[.)\s]|$)/.exec(words)?.[1];
  if (choice) return choice === '1' ? 'done' : choice === '2' ? 'followUp' : 'notOurs';
  return RULES.find(({ pattern }) => pattern.test(words))?.kind ?? 'initial';
}

/** A line that quotes another message. */
const QUOTED = /^[>│┃▎|]/;

/** What its sender says himself: without lines that quote, whose words and choices are ours. */
export function ownWords(text: string): string {
  return text
    .split('\n')
    .filter((line) => !QUOTED.test(line.trimStart()))
    .join('\n')
    .trim();
}
