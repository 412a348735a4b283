/**
 * What words speak for which agency. Ids are those of the templates; the first of `agencies` that the office has
 * is meant, so that one lexicon serves offices with and without a department of its own for a matter.
 * A cue holds when each group of `all` has a word (or phrase) within `within` words of the others and none of
 * `unless` is near. Weights: 3 = the matter itself, 2 = likely, 1 = a hint.
 */
export interface Cue {
  agencies: string[];
  all: string[][];
  weight: 1 | 2 | 3;
  /** Words between the first and the last match; 6 unless told. */
  within?: number;
  unless?: string[];
}

const list = (words: string): string[] => words.split('|');

function cue(agencies: string, all: string[], weight: Cue['weight'], extra: Partial<Cue> = {}): Cue {
  return { agencies: list(agencies), all: all.map(list), weight, ...extra };
}

const BROKEN =
  'rusak|berlubang|becek|berlumpur|kubangan|aspal|diaspal|pengaspalan|ambles|amblas|longsor|licin|retak|parah|kolam|diperbaiki|perbaikan';
const DARK = 'mati|padam|gelap|rusak|nyala|menyala|redup|kedip|berkedip|remang|gulita|ganti|diganti';
const STREET_LAMP = 'lampu jalan|lampu penerangan|penerangan jalan|pju|lampu pju|lampu taman';
const SIGNAL_LAMP = 'lampu merah|traffic light|lampu lalu lintas|lampu apill|apill';
const SCHOOL_HIGH = 'sma|smk|sman|smkn|slb|sma negeri|smk negeri';

export const cues: readonly Cue[] = [
  cue('pu', ['jalan|gang|jalan desa|jembatan', BROKEN], 3, {
    unless: list(`${STREET_LAMP}|jalan nasional|jalan provinsi|poros provinsi|trans kalimantan`),
  }),
  cue('pu', ['jembatan|titian', 'rusak|putus|roboh|lapuk|miring|ambruk|goyang|patah'], 3),
  cue(
    'pu',
    [
      'selokan|gorong|irigasi',
      'macet|penuh|tutup|ditutup|rusak|bau|dangkal|jebol|meluap|normalisasi|dibersihkan',
    ],
    3,
  ),
  cue('pu', ['jalan|gang|komplek|perumahan', 'tergenang|banjir'], 2),
  cue('bpjn', ['jalan nasional|trans kalimantan|tjilik riwut'], 3),
  cue('pu-prov', ['jalan provinsi|jalan poros provinsi|poros provinsi'], 3),
  cue('perkim|pu', ['rumah', 'layak huni|bedah|reyot|lapuk'], 2),
  cue('ck|pu', ['bangunan|tata ruang|ruko', 'liar|melanggar|tanpa izin|mangkrak|proyek'], 2),

  cue('hub', [STREET_LAMP], 3),
  cue('hub', ['lampu', DARK, 'jalan|simpang|bundaran|jembatan|gang|tiang|trotoar'], 3, {
    unless: list('rumah|kampung|listrik|pln'),
  }),
  cue('hub', ['lampu', 'romantis|gelap'], 1, { unless: list('listrik|pln') }),
  cue('hub', [SIGNAL_LAMP], 3),
  cue('hub', ['parkir', 'liar|karcis|tarif|sembarangan|mahal|badan jalan|juru'], 3),
  cue('hub', ['truk|odol|kontainer|tronton|angkutan', 'kota|jam|muatan|ugal|ngebut|sekolah|lewat|debu'], 2),
  cue('hub', ['rambu|marka|zebra cross|terminal|dermaga|feri|polisi tidur'], 2),

  cue(
    'dlh',
    [
      'sampah|depo|tps|tpa',
      'numpuk|menumpuk|diangkut|angkut|bau|penuh|berserakan|dibuang|buang|pinggir|lalat|tumpukan',
    ],
    3,
  ),
  cue('dlh', ['sampah|tps'], 2),
  cue('dlh', ['limbah|tercemar|pencemaran|dicemari'], 3),
  cue('dlh', ['sungai|anak sungai', 'hitam|berminyak|keruh|bau|ikan mati|buih|busa'], 3),
  cue('dlh', ['pohon', 'roboh|tumbang|rimbun|miring|pangkas|dipangkas|dahan|ranting'], 2),

  cue('pdam', ['air mati|air tidak|air pam|air leding|ledeng|air ledeng|pdam|perumdam|mati air'], 3),
  cue('pdam', ['air', 'mati|ngalir|mengalir|macet|keran|kran|meteran|tagihan|giliran'], 3, {
    unless: list('sungai|selokan|banjir'),
  }),
  cue('pdam', ['air', 'keruh|kuning|bau besi|berkarat'], 2, { unless: list('sungai|selokan|banjir') }),
  cue('pdam', ['pipa', 'bocor|pecah|patah'], 3),

  cue('pln', ['listrik padam|mati listrik|listrik mati|pln|byarpet|byar pet|pemadaman'], 3),
  cue('pln', ['mati lampu|lampu mati|lampu padam|padam lampu'], 3, {
    unless: list(`${STREET_LAMP}|${SIGNAL_LAMP}|jalan|simpang|bundaran|merah|gang`),
  }),
  cue('pln', ['kabel|tiang', 'listrik|kendor|putus|menjuntai'], 2),

  cue(
    'kes',
    ['puskesmas|pustu|posyandu|ambulans|ambulan|fogging|dbd|demam berdarah|rabies|imunisasi|vaksin'],
    3,
  ),
  cue('kes', ['dokter|bidan|perawat|obat', 'tidak|kosong|habis|datang|desa'], 2, {
    unless: list('igd|rsud|rumah sakit'),
  }),
  cue('rsud', ['rsud|igd|rumah sakit|murjani|rs'], 3),
  cue(
    'rsud',
    ['pasien|kamar|rawat inap|operasi', 'antre|penuh|tunggu|menunggu|nunggu|ditolak|rujukan|dilayani'],
    2,
  ),
  cue('bpjs', ['bpjs|kis|jkn'], 3),
  cue('sos', ['bpjs|kis', 'nonaktif|non aktif|pbi|gratis|tidak mampu|miskin'], 2),
  cue('sos', ['bansos|dtsen|dtks|pbi|lansia|disabilitas|odgj|gelandangan|pengemis|terlantar|difabel'], 3),
  cue(
    'sos',
    ['sakit|lumpuh|miskin|kurang mampu|janda|sebatang kara', 'bantuan|bantu|dibantu|perhatian|uluran'],
    3,
  ),
  cue('pol', ['odgj', 'parang|senjata|ngamuk|mengamuk|tajam'], 2),

  cue('duk', ['ktp|kk|kartu keluarga|akta|kia|capil|dukcapil|disdukcapil|adminduk|blanko'], 3),
  cue('pmd', ['dana desa|kades|kepala desa|bumdes|bpd|perangkat desa|blt desa'], 3),
  cue('ptsp', ['izin usaha|oss|pbg|imb|nib|perizinan'], 3),
  cue(
    'dag',
    ['gas|pangkalan|minyak goreng|beras|sembako', 'langka|mahal|kosong|naik|harga|melambung|het'],
    3,
  ),
  cue('dag', ['pasar|lapak|kios', 'bocor|becek|kotor|retribusi|timbangan|atap|sepi|kumuh'], 2),
  cue('pertamina|dag', ['spbu|bbm|pertalite|solar|bensin', 'antre|langka|kosong|pelangsir|habis|mahal'], 3),
  cue('kop|dag', ['umkm|koperasi'], 2),
  cue('tan', ['pupuk|petani|padi|hama|ternak|sapi|panen|wereng|poktan'], 2),
  cue('ikan', ['nelayan|tambak|setrum ikan|menyetrum|keramba'], 3),
  cue(
    'naker',
    [
      'thr|phk|upah|umk|umr|gaji|disnaker|buruh',
      'bayar|dibayar|perusahaan|pabrik|karyawan|dipecat|kerja|mediasi|telat',
    ],
    3,
    { unless: list('honorer|pppk|guru') },
  ),
  cue('naker', ['loker|lowongan', 'bodong|palsu|penipuan|tipu'], 3),
  cue('damkar', ['kebakaran|damkar|ular|tawon|buaya'], 3, { unless: list('lahan|hutan|gambut|karhutla') }),
  cue('bpbd', ['banjir|karhutla|kabut asap|puting beliung|tanah longsor|evakuasi|dievakuasi|gempa'], 3),
  cue('bpbd', ['asap|kebakaran', 'lahan|hutan|gambut|tebal|sesak'], 3),
  cue('bpbd', ['air', 'masuk rumah|selutut|sepinggang|naik|meluap'], 2),
  cue('bpbd', ['pohon', 'tumbang|melintang'], 1),
  cue('pol', ['pkl|satpol|miras|minuman keras|tuak|reklame liar|gepeng|manusia silver|trotoar'], 2),
  cue('polres', ['begal|maling|pencurian|dicuri|curanmor|narkoba|sabu|balap liar|tawuran|penipuan'], 2),
  cue('p3a', ['kdrt|pelecehan|perkosaan|dicabuli|pencabulan'], 3),
  cue('p3a', ['dipukul|dipukuli|dianiaya|kekerasan|disiksa', 'istri|suami|anak|perempuan|bocah'], 3),
  cue('kb|p3a', ['stunting|keluarga berencana'], 2),
  cue('kom', ['wifi|blank spot|blankspot|website|aplikasi|hoaks|hoax'], 2),
  cue('operator|kom', ['sinyal|jaringan internet|telkomsel|indosat|tower|menara'], 3),
  cue('par', ['wisata|pantai|pariwisata', 'kotor|toilet|tiket|rusak|parkir|karcis|sampah'], 2),
  cue('pora', ['stadion|lapangan|gor|lapangan bola', 'rusak|kotor|gelap|rumput|becek|terbengkalai'], 2),
  cue('pus', ['perpustakaan'], 3),

  cue('dik-prov', [SCHOOL_HIGH], 3),
  cue(
    'dik',
    [
      'sd|sdn|smp|smpn|paud|tk|sekolah dasar|sekolah',
      'rusak|bocor|roboh|guru|atap|kelas|kursi|meja|kurang|ppdb|spmb|teras|zonasi',
    ],
    3,
    { unless: list(`${SCHOOL_HIGH}|jalan|gang|jembatan|selokan`) },
  ),
  cue('dik', ['guru', 'kurang|cuma|tidak|mengajar|ngajar|bolos'], 2, { unless: list(SCHOOL_HIGH) }),
  cue('dik', ['sekolah', 'uang|bayar|pungutan|sumbangan|seragam|komite|lks'], 2, {
    unless: list(SCHOOL_HIGH),
  }),
  cue('insp', ['pungli|korupsi|suap|disuap|oknum|penyalahgunaan|gratifikasi'], 3),
  cue(
    'insp',
    [
      'dimintai|diminta|minta|bayar',
      'uang|duit|ratus|ribu',
      'urus|ngurus|mengurus|surat|pegawai|petugas|dipersulit|sekolah|sumbangan|wajib',
    ],
    2,
    { within: 14 },
  ),
  cue('bkp', ['honorer|pppk|cpns|tenaga kontrak'], 3),
  cue('pajak|keu', ['pbb|pajak|retribusi'], 2),
  cue('bpn', ['sertifikat|sertipikat|ptsl|bpn'], 2),
  cue('ck|bpn', ['sengketa|tumpang tindih', 'lahan|tanah'], 2),
  cue('kemenag', ['madrasah|kua|haji|umrah|pesantren'], 3),
];
