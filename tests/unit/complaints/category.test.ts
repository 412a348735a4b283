import { describe, expect, it } from 'vitest';
import { suggestCategory } from '../../../complaints/category.ts';

const kindOf = (text: string) => suggestCategory(text)?.category ?? 'service';

describe('the kind of a complaint, by its words', () => {
  it.each([
    ['min mau tanya kalo pindah kk online caranya gmn ya, di web error terus', 'information', 'caranya gmn'],
    ['sekolah minta uang bangku 500rb katanya sumbangan sukarela tp wajib', 'oversight', 'uang bangku'],
    [
      'urus surat dimintai 200rb sm oknum, kalau ga bayar dipersulit. jgn sebut nama saya ya',
      'oversight',
      'oknum',
    ],
    [
      'dana desa kd jelas, jalan usaha tani dipapan proyek ada tp fisiknya kdd',
      'oversight',
      'dana desa kd jelas',
    ],
    ['stop PUNGLI di kecamatan min', 'oversight', 'PUNGLI'],
    ['urus surat dimintai 200rb', 'oversight', 'dimintai 200rb'],
    ['ada proyek fiktif di desa kami', 'oversight', 'proyek fiktif'],
    ['bansos warga dipotong rt', 'oversight', 'bansos … dipotong'],
    ['pegawai kecamatan keluyuran di jam kerja', 'oversight', 'pegawai … keluyuran'],
    ['mobil dinas dipakai mudik', 'oversight', 'mobil dinas … mudik'],
    ['mau tanya, apa boleh sekolah dimintai uang bangku', 'oversight', 'uang bangku'],
    ['numpang tanya syarat bikin ktp apa saja', 'information', 'syarat … apa'],
    ['bikin surat di kelurahan dimintai uang 50rb tanpa kwitansi', 'oversight', 'dimintai uang'],
    ['ini pungli bukan? tiap masuk wajib bayar', 'oversight', 'pungli'],
    ['nomor call center dishub berapa?', 'information', 'nomor … berapa'],
    ['jadwal posyandu kapan ya bu', 'information', 'jadwal … kapan'],
    ['puskesmas jam berapa buka hari sabtu?', 'information', 'jam berapa buka'],
    ['ijin bertanya, apakah stadion dibuka untuk umum', 'information', 'ijin bertanya'],
  ])('%s', (text, category, word) => {
    expect(suggestCategory(text)).toEqual({ category, word });
  });

  it.each([
    'hujan bentar aja calap jl anggur, got mampet penuh sampah @pemkabkotim',
    'tolong gorong2 dpn sd ditutup, bahaya utk anak2',
    'air sdh masuk rumah se lutut di jl suprapto, ada lansia blm dievakuasi tolonggg',
    'lampu jln pajah semua dari simpang pelita smpe bundaran, kadap banar rawan begal',
    'Lampu merah simpang empat pelita mati dari kemarin, macet tiap pagi',
    'parkir liar dpn pasar PPM makin parah, bayar 5rb ga ada karcis',
    'truk sawit lewat dalam kota jam anak pulang sekolah, dishub mana??',
    'Depo sampah di pasir putih numpuk seminggu kd diangkut, baunya sampai dalam rumah',
    'ratik di pinggir jalan kd ada yg angkut, lalat banyak banar',
    'air sungai mentaya hitam berminyak, ikan mati semua. diduga limbah pabrik. viralkan!',
    'pohon besar mau roboh kena kabel listrik di jl achmad yani, tlg segera',
    'aduh kayapa ini banyu mati 2 hari, mau mandi aja susah. PDAM gmn??',
    'air pdam keruh kuning bau besi, bayar jalan terus',
    'pipa bocor di usman harun udh dilaporin 3x ga dtg2 jg',
    'bikin ktp dr bln lalu katanya blanko kosong terus, smpe kpn nunggu?',
    'yg dpt bansos kok org yg punya mobil, tetangga kami janda 3 anak gak dpt apa2',
    'tolong bantu share, bapak ini sakit sdh 2 bln terbaring, blm ada bantuan dari pemerintah, rumahnya di baamang hulu 🙏',
    'ada odgj ngamuk bawa parang di simpang, tolong diamankan',
    'bpjs mama saya tiba2 non aktif pas mau operasi, ke mana harus ngurus pak',
    'puskesmas tutup jam 10 pagi padahal antrian msh panjang, dokternya ga ada',
    'nunggu igd dari subuh anak demam tinggi kada diapa apai, mohon pak bupati sidak',
    'di rt kami udh 4 org kena dbd, fogging nya kapan?',
    'atap sd bocor, kls 4 belajar di teras. mohon perhatian disdik',
    'guru di desa hulu cuma 2 org ngajar 6 kelas',
    'sma negeri kami kekurangan ruang kelas, sdh lapor ga direspon',
    'lpg 3kg langka, di pangkalan kosong di pengecer 45rb',
    'lapak pasar keramat becek & atap bocor',
    'harga beras naik terus, operasi pasar dong bu',
    'trotoar dipakai jualan semua org jalan di aspal',
    'warung jual miras terang2an dekat sekolah',
    'KEBAKARAN di jl muchran ali butuh damkar cepat!!',
    'buaya muncul lg di sungai ganepo, anak2 sering mandi di situ',
    'lahan blkg perumahan kebakar lagi asap tebal sesak nafas',
    'mati lampu tiap malam, byarpet, elektronik rusak siapa ganti',
    'desa kami blank spot, mau telpon hrs naik bukit',
    'wifi taman kota gak bisa connect',
    'pabrik tempat kami kerja blm bayar thr, disnaker tolong mediasi',
    'pupuk subsidi kosong terus, petani rugi',
    'tetangga sy sering dipukul suaminya anaknya jg, harus lapor kemana',
    'anjing liar banyak gigit org, vaksin rabies ada ga',
    'toilet pantai ujung pandaran rusak & kotor, tiket bayar jg',
    'izin usaha sdh 1 bulan ga keluar2, dilempar sana sini',
    'pak bupati tolong diperhatikan jln di desa kami rusak parah, udh 3 thn blm pernah diaspal',
    'jln wengga dpn masjid lubang nya dalam bgt, td malam ada yg jatoh pake motor 😭 tlg lah pa',
    'min up in min, jalanan rakai banar di pelangsian, kada kawa lewat lagi mun hujan',
    'kpn diperbaiki gang kami? becek trs anak sekolah jatuh bangun',
    'jalan tjilik riwut km 35 arah cempaga kayak kubangan kerbau, truk antri 2 km',
    'jalan poros provinsi ke parenggean hancur gara2 truk sawit, siapa yg tanggung jawab',
    'jembatan kayu di mentaya seberang putus pa, warga kada bisa nyebrang',
  ])('nothing for the complaint %s', (text) => {
    expect(suggestCategory(text)).toBeNull();
  });

  it.each([
    'Selamat HUT Kotim ke-73 🎉',
    'Alhamdulillah jalan di gang kami sdh mulus, terima kasih pak bupati',
    'Dijual tanah kavling SHM strategis hub WA',
    'Bupati hadiri pelantikan pengurus PKK',
    'Open order kue kering lebaran',
    'Siapa calon bupati pilihanmu? #2029',
    'Loker admin toko, kirim lamaran',
    'Turut berduka cita',
    'Kenapa harga emas turun ya?',
    'GRATIS ongkir, klik link di bio',
    'bupati kerja apa sih kok gini2 aja',
    'pencitraan doang',
    'mantap jalan kami sdh bisa buat kolam ikan 👍',
    'terima kasih pak lampu jalannya romantis gelap2an',
  ])('nothing for %s', (text) => {
    expect(suggestCategory(text)).toBeNull();
  });

  it.each([
    'mau tanya kapan jalan kami diperbaiki',
    'kapan diperbaiki jalan kami? mohon info',
    'mohon info kenapa sampah di depan sekolah tidak ada yang angkut',
    'sudah saya tanya petugas malah dimarahi',
    'gimana cara kerja dinas ini',
    'pelayanan kami bebas pungli',
    'urus KTP gratis, tidak dipungut biaya',
    'di akun fiktif ada yang mengaku camat',
    'kantor lurah tutup, petugasnya di mana?',
    'bayar pajak mobil tolong dipermudah',
    'lokasi jl anggur, harus berapa kali lapor',
    'dipalak preman di pasar',
    'oknum warga buang sampah ke sungai',
    'juru parkir minta 5 ribu tanpa karcis',
    'satpol razia pelajar bolos di warnet',
    'iuran bpjs wajib dibayar tapi obat kosong',
    '',
  ])('a question for a deed, or something that only sounds alike, is an ordinary complaint: %s', (text) => {
    expect(kindOf(text)).toBe('service');
  });
});
