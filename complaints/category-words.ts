import type { CategoryHint } from './category.ts';
import type { Together } from './find-words.ts';

/**
 * What words speak for a kind of complaint, in the plain spelling of `normalize.ts`; the first cue that holds counts,
 * so the plainest stand first. Own list, after how citizens of the regency write; an editable default, not a rule.
 */
export type CategoryCue = Together & {
  category: CategoryHint['category'];
  /** Words of which none may stand anywhere in the text. */
  nowhere: readonly string[];
};

const list = (words: string): string[] => words.split('|');
const oversight = (all: string[], unless = '', within = 6): CategoryCue => ({
  category: 'oversight',
  all: all.map(list),
  within,
  unless: unless === '' ? [] : list(unless),
  nowhere: [],
});
const information = (
  all: string[],
  { unless = '', nowhere = '', within = 4 }: { unless?: string; nowhere?: string; within?: number } = {},
): CategoryCue => ({
  ...oversight(all, unless, within),
  category: 'information',
  nowhere: nowhere === '' ? [] : list(nowhere),
});

/** Said to be absent: `bebas pungli`. */
const denied = (words: string): string =>
  list(words)
    .flatMap((word) => ['bukan', 'tidak', 'tanpa', 'bebas', 'anti'].map((no) => `${no} ${word}`))
    .join('|');
/** Who is no official: a matter for the police, or of parking. */
const PRIVATE = 'preman|begal|jambret|debt collector|pengamen';
const PARKING = 'juru parkir|jukir|parkir|karcis';
const MONEY = 'uang|duit|biaya|bayaran|rp|rb|ribu|juta|jt|fee|setoran';
const PUPILS = 'murid|siswa|siswi|pelajar|anak sekolah';
const OFFICIALS =
  'asn|pns|pegawai|petugas|pejabat|staf|honorer|lurah|camat|kades|kepala desa|sekdes|kadis|kepala dinas|satpol';
const PUBLIC_MONEY =
  'dana desa|dana bos|dana hibah|dana kelurahan|dana bantuan|uang desa|anggaran|apbdes|bumdes';
/** A question with one of these asks for the deed, or why it is not done: a complaint in polite words. */
const COMPLAINS =
  'kapan|kenapa|mengapa|kok|knp|napa|belum|rusak|mati|lambat|lama|diperbaiki|ditangani|diangkut|berlubang|dipersulit';

const ASKS = [
  ...['mau', 'mo', 'ingin', 'pengen', 'numpang', 'izin', 'ijin', 'boleh', 'handak', 'umpat'].flatMap(
    (before) => ['tanya', 'nanya', 'bertanya', 'betakun', 'batakun'].map((word) => `${before} ${word}`),
  ),
  ...['mohon', 'minta', 'butuh'].flatMap((before) => [`${before} info`, `${before} informasi`]),
  'info dong',
].join('|');

const LEVY = 'pungli|pungutan liar';
const CORRUPTION =
  'korupsi|dikorupsi|korup|mengkorupsi|gratifikasi|nepotisme|sogok|menyogok|disogok|suap|menyuap|disuap';
const BRIBE = 'uang bangku|uang pelicin|uang rokok|uang damai|uang terima kasih|uang tutup mulut';
const ASKED = 'dimintai|diminta|dipungut|dipinta';
const ABSENT = 'bolos|membolos|mangkir|keluyuran|jarang masuk|tidak pernah masuk';

export const CATEGORY_CUES: readonly CategoryCue[] = [
  oversight([LEVY], `${denied(LEVY)}|${PRIVATE}`),
  oversight([CORRUPTION], denied(CORRUPTION)),
  oversight([BRIBE], denied(BRIBE)),
  oversight(['proyek fiktif|fiktif|mark up|markup|jual beli jabatan'], 'akun|order|orderan|pesanan|nomor'),
  oversight(
    ['oknum'],
    'oknum warga|oknum masyarakat|oknum pengendara|oknum sopir|oknum pembeli|oknum pedagang',
  ),
  oversight([
    PUBLIC_MONEY,
    'tidak jelas|fiktif|diselewengkan|disalahgunakan|dipotong|disunat|hilang|dimakan|tidak transparan',
  ]),
  oversight(['bansos|bantuan', 'dipotong|disunat|diselewengkan|dijual'], 'pohon|dahan|ranting|rumput'),
  oversight([ASKED, MONEY], `${denied(ASKED)}|${PRIVATE}|${PARKING}`, 3),
  oversight(['sumbangan|iuran|pungutan|komite', 'wajib|diwajibkan|dipaksa|paksaan|memaksa'], 'bpjs'),
  oversight(['bayar|membayar|setor', 'dipersulit|lewat belakang'], PRIVATE),
  oversight([OFFICIALS, `${ABSENT}|tidak masuk kerja|nongkrong`], PUPILS),
  oversight(['guru|dokter|perawat|bidan', ABSENT], PUPILS),
  oversight([
    'mobil dinas|motor dinas|kendaraan dinas|plat merah',
    'mudik|pribadi|liburan|keluarga|mal|mall',
  ]),
  oversight([
    'penyalahgunaan|menyalahgunakan|disalahgunakan|salah guna',
    'wewenang|jabatan|kekuasaan|anggaran|dana|dinas',
  ]),

  information(
    ['cara', 'bagaimana|daftar|mendaftar|urus|mengurus|ngurus|bikin|buat|membuat|pindah|cek|dapat'],
    { unless: 'kerja|pemerintah|bupati|dinas' },
  ),
  information(['syarat|persyaratan', 'apa|bagaimana|mana'], { nowhere: COMPLAINS }),
  information(['jadwal', 'kapan|jam|hari|info|minta|mohon|ada'], {
    unless: 'tidak sesuai|molor|telat|tidak jelas|tanpa jadwal|tidak ada',
  }),
  information(['jam berapa|jam pelayanan|jam buka|hari apa', 'buka|tutup|info|pelayanan|layanan'], {
    nowhere: COMPLAINS,
  }),
  information(['alamat|nomor|nomer|kontak', 'di mana|dimana|berapa|minta'], {
    nowhere: COMPLAINS,
    within: 3,
  }),
  information(['kantor|lokasi', 'di mana|dimana'], { nowhere: `${COMPLAINS}|tutup|kosong`, within: 1 }),
  information([ASKS], { nowhere: COMPLAINS }),
];
