/**
 * Everyday spelling turned into plain Indonesian, word by word, so that a small lexicon can read it. Each word
 * remembers how it was written, for the reason that is shown. Own selection of short forms, and of Banjar words
 * heard in Sampit.
 */

export interface Word {
  /** Plain form: lower case, no suffix, spelled out. */
  plain: string;
  /** As the citizen wrote it. */
  written: string;
}

const SPELLED: Record<string, string> = Object.fromEntries(
  [
    'jalan: jl jln jlan jalanan jlnan',
    'lampu: lmpu lampunya lampu2',
    'tolong: tlg tlng tolg',
    'tidak: tdk gk ga gak nggak ngga enggak tak kd kada kdd kadada kadida',
    'belum: blm blom balum',
    'sudah: sdh udh udah sudh',
    'sangat: bgt bngt banget banar',
    'yang: yg',
    'dengan: dgn dg',
    'untuk: utk gasan',
    'karena: krn krna gara-gara gara2',
    'sampai: smpe sampe smpai',
    'depan: dpn',
    'belakang: blkg blkng',
    'dekat: dkt',
    'orang: org urang',
    'anak: ank',
    'sekolah: skolah sklh',
    'rumah: rmh',
    'puskesmas: pkm',
    'kapan: kpn',
    'bagaimana: gmn gimana kayapa',
    'bulan: bln',
    'tahun: thn',
    'terus: trs',
    'dapat: dpt dapet',
    'bapak: bpk pak pa',
    'air: banyu banyunya aer',
    'gelap: kadap gelep',
    'padam: pajah pajahnya pdm',
    'tergenang: calap kebanjiran genangan menggenang digenangi',
    'sampah: ratik sampahnya',
    'rusak: rakai rusaknya ancur hancur',
    'penuh: hibak',
    'berlubang: balubang bolong lubang lobang belubang',
    'ktp: e-ktp ektp ktp-el',
    'antre: antri ngantri antrian antrean mengantre',
    'obat: obatnya obat-obatan',
    'bocor: bocornya bocorr',
    'macet: mampet tersumbat',
    'listrik: setrum',
    'bau: baunya berbau busuk',
    'gas: elpiji lpg',
    'guru: gurunya',
    'polisi: polsek polres',
    'kebakaran: kebakar terbakar kebakarann',
    'sma: smu slta',
    'gorong: gorong2 gorong-gorong',
    'selokan: got parit drainase',
    'mati: mti matek',
    'sakit: skit',
    'lumpuh: stroke terbaring',
    'bansos: bantuan-sosial blt bpnt pkh sembako',
    'pungli: pungutan-liar dipalak pemerasan',
    'kabel: kabelnya',
    'pohon: pohonnya',
    'pupuk: rabuk',
    'truk: truck truk2 trek',
  ].flatMap((line) => {
    const [plain = '', forms = ''] = line.split(': ');
    return forms.split(' ').map((form) => [form, plain] as const);
  }),
);

/** Endings that change nothing for us; a stem of four letters must remain. */
const ENDING = /^(.{4,}?)(?:nya|lah|kah|pun)$/;
/** Words that end that way by nature. */
const WHOLE = new Set([
  'sekolah',
  'masalah',
  'limbah',
  'salah',
  'langkah',
  'ampun',
  'rumpun',
  'tanya',
  'bertanya',
  'hanya',
  'bahaya',
  'nikah',
]);

const TOKEN = /[#@]?[\p{L}\p{N}]+(?:[-.'’][\p{L}\p{N}]+)*/gu;

/**
 * Words of a text in order. Handles (`@dishub`) lose their mark, hashtags too; emoji and punctuation go.
 * Only the first 5,000 characters are read: a complaint says what it is about at the beginning.
 */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const [written] of text.slice(0, 5_000).normalize('NFKC').matchAll(TOKEN)) {
    const plain = plainWord(written.replace(/^[#@]/, ''));
    if (plain !== '') words.push({ plain, written });
  }
  return words;
}

/** One word: `Tolonggg` → `tolong`, `jlnnya` → `jalan`, `anak2` → `anak`, `rus4k` → `rusak`. */
export function plainWord(written: string): string {
  const lower = written
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/(\p{L})\1{2,}/gu, '$1')
    .replace(/^(\p{L}{3,})2(nya)?$/u, '$1')
    .replace(/(?<=\p{L})[4031](?=\p{L})/gu, (digit) => ({ 4: 'a', 0: 'o', 3: 'e', 1: 'i' })[digit] ?? digit);
  const single = lower.replace(/^(\p{L}{3,})-\1(nya)?$/u, '$1');
  const known = SPELLED[single];
  if (known !== undefined) return known;
  if (WHOLE.has(single)) return single;
  const stem = single.match(ENDING)?.[1];
  if (stem !== undefined) return SPELLED[stem] ?? stem;
  return SPELLED[single.replace(/nya$/, '')] ?? single;
}
