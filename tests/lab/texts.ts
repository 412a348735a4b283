/**
 * What people write in the lab's world. All of it is invented. `{jalan}`, `{desa}`, `{hari}`, `{titik}` are filled
 * by the seed, so that two posts of one template differ.
 */
export interface Template {
  text: string;
  scene: string;
}

const t = (scene: string, text: string): Template => ({ scene, text });

/** Complaints: colloquial Indonesian, some of it with Banjar words. */
export const COMPLAINTS: readonly Template[] = [
  t(
    'road',
    'Lubang di {jalan} makin melebar. Semalam ada ibu-ibu bonceng anak hampir terpental. Kapan ditambal?',
  ),
  t('road', 'jalan masuk {desa} ancur bangat pak, motor ulun sudah dua kali ganti velg 😩 tolong ditinjau'),
  t('road', 'Sudah {hari} hari {jalan} tergenang oli dan berpasir, tadi pagi tiga motor rebah di {titik}'),
  t(
    'road',
    'Mun turun hujan, {jalan} jadi kubangan. Buhannya truk lewat tarus, kami nang tinggal di sini manahan dabu',
  ),
  t('road', 'Aspal {jalan} baru {hari} bulan sudah mengelupas. Siapa yang periksa mutunya?'),
  t('road', 'hebat ya, {jalan} sekarang bisa dipakai lomba motocross 👏 hadiahnya patah pinggang'),
  t(
    'lamp',
    'Lampu di {jalan} mati total sejak {hari} hari lalu. Perempuan pulang kerja malam takut lewat {titik}',
  ),
  t('lamp', 'kadap banar di {titik} pak ai, lampunya kada manyala lagi. tadi malam hampir ada nang tabrakan'),
  t('lamp', 'Traffic light {titik} nyala hijau dua arah sekaligus!! Bahaya, mohon segera dicek petugas'),
  t('lamp', 'PJU depan sekolah di {desa} kedap-kedip kayak disko, sudah lapor RT belum ada yang datang'),
  t(
    'waste',
    'TPS {titik} meluber ke badan jalan, sudah {hari} hari tidak diangkut. Ulatnya sampai teras rumah 🤢',
  ),
  t('waste', 'baunya masyaAllah, ratik di balakang pasar kada diangkuti. Anak ulun sampai muntah'),
  t('waste', 'Ada yang buang karung isi limbah ayam di pinggir {jalan} tiap malam. Mohon dipasang kamera'),
  t('waste', 'Saluran di {desa} penuh popok dan plastik. Petugas kebersihan terakhir datang sebelum lebaran'),
  t(
    'flood',
    'Air di {jalan} sudah setinggi paha orang dewasa. Ada nenek sendirian di rumah nomor 14, belum dijemput',
  ),
  t('flood', 'hujan satu jam banyu naik ka dalam rumah. parit di {titik} dangkal banar, kapan dikaruk?'),
  t('flood', 'Tanggul kecil di {desa} jebol lagi tadi subuh, sawah kami {hari} hektare terendam'),
  t('flood', 'Gorong-gorong {titik} tersumbat, air balik ke pekarangan warga tiap hujan deras.'),
  t(
    'school',
    'Plafon kelas dua SD di {desa} ambruk Senin lalu, untung anak-anak sedang upacara. Belum ada perbaikan',
  ),
  t('school', 'WC sekolah anak saya di {desa} tidak ada airnya, anak-anak menahan sampai pulang. Kasihan'),
  t(
    'school',
    'Guru honor di {desa} sudah {hari} bulan belum terima gaji. Tolong diperhatikan, mereka tetap mengajar',
  ),
  t(
    'school',
    'Jembatan kecil ke sekolah {desa} papannya tinggal separuh. Anak-anak menyeberang pegangan tali',
  ),
  t(
    'tree',
    'Pohon di {titik} miring menekan kabel, kalau angin kencang pasti roboh ke warung. Tolong dipotong',
  ),
  t('tree', 'dahan basar jatuh di {jalan}, manutupi satu jalur. sampai wayah ini balum ada nang mambarasihi'),
  t(
    'tree',
    'Kabel menjuntai setinggi kepala di {jalan}. Anak-anak main di bawahnya, jangan tunggu ada korban!',
  ),
  t('pipe', 'Pipa pecah di {titik}, air bersih terbuang {hari} hari, sementara keran rumah kami kering'),
  t('pipe', 'banyu ledeng karuh kaya teh, {hari} hari sudah. kada wani lagi mamasak'),
  t('pipe', 'Tagihan air naik tiga kali lipat padahal air cuma mengalir jam 2 malam. Minta penjelasan'),
  t('pipe', 'Sumur bor bantuan di {desa} mesinnya rusak sejak tahun lalu, warga kembali ambil air sungai'),
  t(
    'market',
    'Atap pasar {titik} bocor parah, pedagang sayur jualan pakai payung di dalam. Retribusi tetap ditagih',
  ),
  t('market', 'Parkir di pasar ditarik dua kali, masuk dan keluar, tanpa karcis. Ini resmi atau bukan?'),
  t('market', 'Gas melon di {desa} kosong {hari} hari, di warung dijual 42 ribu. Mohon operasi pasar'),
  t('market', 'Puskesmas pembantu {desa} digembok, tulisannya buka jam 8. Balita demam harus ke kota 2 jam'),
  t(
    'market',
    'Antre rekam KTP dari jam 5 subuh, jam 9 dibilang jaringan putus. Ini sudah datang ketiga kali 🙏',
  ),
  t(
    'road',
    'Bapak tetangga kami di {desa} lumpuh sejak jatuh dari pohon, belum pernah didata bantuan. Mohon ditengok',
  ),
  t(
    'lamp',
    'Angkutan anak sekolah dari {desa} berhenti beroperasi tanpa pemberitahuan. Anak kami jalan 6 km',
  ),
  t(
    'waste',
    'Asap bakaran pabrik tahu di {titik} masuk ke ruang kelas. Sudah rapat warga, tidak ada tindak lanjut',
  ),
  t(
    'flood',
    'Dermaga kecil {desa} lapuk, kemarin penumpang kelotok terperosok. Siapa nang batanggung jawab?',
  ),
  t('tree', 'Sarang tawon sebesar ember di tiang dekat posyandu {desa}. Damkar bisa bantu?'),
  t('pipe', 'Proyek galian pipa di {jalan} ditinggal begitu saja tanpa rambu. Malam hari tidak kelihatan'),
];

/** What is no complaint: thanks, news, sale, mourning, opinions. */
export const OTHERS: readonly Template[] = [
  t('market', 'Pembukaan pekan kuliner {titik} ramai sekali, terima kasih panitia 🎉'),
  t('road', 'Alhamdulillah {jalan} sudah mulus, terima kasih kepada semua yang bekerja siang malam'),
  t('school', 'Selamat kepada murid-murid {desa} yang juara lomba baca puisi tingkat kabupaten 🏆'),
  t('tree', 'Pagi yang teduh di taman {titik}. Selamat berakhir pekan!'),
  t('market', 'Kue cincin dan lamang hangat, pesan sehari sebelumnya ya. Antar gratis dalam kota'),
  t('pipe', 'Tips hemat air dari kami: tutup keran saat menyikat gigi.'),
  t('flood', 'Senja di tepi sungai {desa}, banyunya tanang banar ❤️'),
  t('lamp', 'Latihan hadrah malam ini dipindah ke balai {desa}, bakda isya.'),
  t('waste', 'Kerja bakti RT 07 {desa}: 31 karung terkumpul. Terima kasih warga!'),
  t('school', 'Turut berduka cita atas berpulangnya guru kami tercinta. Semoga tenang di sisi-Nya.'),
  t('market', 'Dicari: dompet cokelat jatuh di {titik}, isi surat penting saja. Hubungi yang menemukan 🙏'),
  t('road', 'Kenapa ya kopi di warung simpang selalu lebih nikmat? Diskusi yuk'),
  t('tree', 'Jual bibit durian dan rambutan, tinggi 60 cm. Ambil sendiri di {desa}'),
  t('school', 'Jadwal imunisasi Posyandu {desa}: Selasa pekan depan pukul 08.00'),
];

/** Texts of advertisements. */
export const ADS: readonly Template[] = [
  t('market', 'Diskon 40% semua sandal gunung sampai akhir bulan. Klik dan pesan sekarang!'),
  t('school', 'Kuliah malam, kerja siang. Daftar gelombang dua di Kampus Terbuka Rimbawan.'),
  t('pipe', 'Saring air keruh jadi jernih dalam 10 menit. Gratis pemasangan wilayah kota.'),
  t('road', 'Cicilan motor mulai 600 ribuan, tanpa uang muka*. Syarat dan ketentuan berlaku.'),
  t('lamp', 'Lampu tenaga surya tahan hujan, garansi dua tahun. Stok terbatas!'),
  t('tree', 'Pupuk cair Subur Makmur: panen lebih cepat, batang lebih kuat.'),
];

export const REPLIES: readonly string[] = [
  'benar min, tadi pagi ulun lewat situ juga parah',
  'up',
  'semoga cepat ditangani 🙏',
  'Kami teruskan ke bidang terkait, mohon kirim titik lokasinya lewat pesan ya.',
  'sudah dari tahun lalu kada ada perubahan',
  'tag bapaknya dong biar dibaca',
  'Terima kasih laporannya, petugas kami jadwalkan ke lokasi besok pagi.',
  'di tempat kami sama aja 😭',
  'hati-hati yang lewat malam hari',
  'ini masuk wilayah mana ya?',
  'mantap infonya',
  'yang penting jangan cuma difoto doang',
];

export const STREETS: readonly string[] = [
  'Jalan Rambai Raya',
  'Jl. Kenari Dalam',
  'Jalan Pelangi Timur',
  'jl. Merbau 3',
  'Jalan Ulin Lestari',
  'Jl. Gadung Barat',
  'Jalan Tanah Mas',
  'jln Bangau Putih',
];

export const VILLAGES: readonly string[] = [
  'Desa Sungai Ramin',
  'Kampung Bangkal Hulu',
  'Desa Tumbang Lawas',
  'Kelurahan Teluk Ketapi',
  'Desa Batu Mandi Dua',
  'Desa Handil Sirih',
  'Kampung Rantau Kemuning',
];

export const SPOTS: readonly string[] = [
  'Simpang Teratai',
  'depan Masjid Al-Falah Lama',
  'Pasar Subuh Melati',
  'tikungan Gang Salak',
  'dekat Jembatan Hijau',
  'Terminal Lama Bawan',
];

export const PLACES: readonly string[] = [
  'Sungai Ramin, Kalimantan',
  'Pasar Subuh Melati',
  'Teluk Ketapi',
  'Taman Kota Rimbawan',
  'Bangkal Hulu',
];

/** Every code point that has ever broken a parser: emoji with joiners, both directions, zero-width, combining. */
export const ODD = {
  emoji:
    '🚧🚧 AWAS 👨‍👩‍👧‍👦🏽 jalan ditutup warga 🇮🇩 ➡️ putar lewat samping 🕌 …\n\n⚠️⚠️⚠️ jangan paksa lewat ‼️ #jalanrusak #tolongkami @pemkab.rimbawan',
  rtl: 'السلام عليكم ورحمة الله — kami warga gang belakang mohon parit dibersihkan. جزاكم الله خيرا 🤲 (sudah 2 kali lapor)',
  zeroWidth:
    'Air\u200b keruh\u200d lagi\u2060 pagi ini\u00a0— ka\u0301mi minta\ufeff dicek\u200e\u202e hitam\u202c rasanya\u00ad seperti besi',
  markup:
    '=HYPERLINK("http://contoh.invalid","klik") <script>alert(1)</script> & "kutip" \'satu\' <b>tebal</b> -- lapor: jalan putus\n+62 jangan dihitung\n@SUM(1+1)',
  twin: 'Tolong diviralkan: lampu jalan di Simpang Teratai mati semua, tadi malam ada yang dijambret. Mohon perhatian.',
} as const;

const LONG_PARTS: readonly string[] = [
  'Assalamualaikum, kami warga RT 04 ingin menyampaikan keadaan yang sebenarnya, bukan untuk menjelekkan siapa pun.',
  'Sejak musim hujan, parit besar di belakang musala tidak lagi mengalir karena tersumbat tanah longsoran.',
  'Akibatnya air masuk ke dapur dua belas rumah, dan kasur anak-anak kami sudah tidak bisa dipakai.',
  'Kami sudah gotong royong tiga kali, tetapi pipa beton yang pecah tidak mungkin diangkat dengan tangan.',
  'Surat sudah kami antar, dijawab lisan bahwa anggaran menunggu perubahan, lalu tidak ada kabar lagi.',
  'Yang kami minta sederhana: satu alat berat setengah hari saja, selebihnya warga siap membantu.',
  'Foto-foto ini diambil pagi tadi pukul enam, setelah air surut sejengkal.',
  'Mohon siapa pun yang kenal petugas di lapangan, sampaikan. Hormat kami, warga gang.',
];

/** A text of exactly `length` UTF-16 units in paragraphs. */
export function longText(length: number): string {
  let out = '';
  for (let i = 0; out.length < length; i++) {
    const part = LONG_PARTS[i % LONG_PARTS.length] ?? '';
    out += `${i % LONG_PARTS.length === 0 ? `(${1 + Math.floor(i / LONG_PARTS.length)}) ` : ''}${part}${i % 3 === 2 ? '\n\n' : ' '}`;
  }
  return `${out.slice(0, length - 1)}.`;
}
