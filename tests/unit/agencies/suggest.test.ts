import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agenciesOf, agencyFromSeed } from '../../../complaints/agencies/index.ts';
import { plainWord, wordsOf } from '../../../complaints/normalize.ts';
import { suggestAgencies } from '../../../complaints/suggest.ts';
import { cpuTime } from '../../cpu-time.ts';

const kotim = agenciesOf('kotim', 0);
const general = agenciesOf('general', 0);
const ids = (text: string, agencies = kotim) =>
  suggestAgencies(text, agencies, 1).map((suggestion) => suggestion.agencyId);

describe('the first suggestion', () => {
  test.each([
    ['pu', 'jln di kampung kami rusak parah pak, ban motor saya sampai pecah'],
    ['pu', 'jalan depan SDN 2 berlubang dalam, tiap hujan anak-anak jatuh'],
    ['pu', 'titian kayu ke seberang sudah lapuk & miring'],
    ['pu', 'got di gang 4 mampet, hujan sebentar langsung calap'],
    ['pu', 'mantap betul, jalan kami sudah bisa dipakai kolam ikan'],
    ['pu', 'jalanan rakai banar, kada kawa lewat mun hujan'],
    ['bpjn', 'trans kalimantan arah hulu jadi kubangan, truk antre'],
    ['pu-prov', 'jalan provinsi ke hulu hancur, kapan diperbaiki'],
    ['hub', 'lampu jalan mati sejak lebaran'],
    ['hub', 'mati lampu jalan di depan masjid, rawan begal'],
    ['hub', 'PJU di simpang tiga pajah semua, kadap'],
    ['hub', 'lampu merah simpang empat tidak menyala, semrawut'],
    ['hub', 'juru parkir minta 5 ribu tanpa karcis'],
    ['hub', 'lampu di jembatan padam, gelap gulita'],
    ['pln', 'mati lampu lagi tiap magrib, makanan di kulkas basi'],
    ['pln', 'lampu mati sekampung dari sore'],
    ['pln', 'byarpet terus seminggu ini'],
    ['pdam', 'air mati dua hari, kayapa handak mandi'],
    ['pdam', 'banyu kada ngalir dari subuh'],
    ['pdam', 'air keruh dan kuning, padahal bayar terus'],
    ['pdam', 'pipa bocor di ujung gang sudah dilaporkan dua kali'],
    ['dlh', 'sampah di depo menumpuk, baunya masuk rumah'],
    ['dlh', 'ratik kd diangkut sudah seminggu'],
    ['dlh', 'sungai jadi hitam berminyak, ikan mati'],
    ['kes', 'puskesmas jam 10 sudah tutup'],
    ['kes', 'di RT kami tiga org kena DBD, kapan fogging'],
    ['rsud', 'menunggu di IGD dari subuh belum dilayani'],
    ['bpjs', 'bpjs ibu saya tiba-tiba nonaktif'],
    ['sos', 'bapak ini terbaring sakit, belum ada bantuan'],
    ['sos', 'bansos salah sasaran, yang punya mobil malah dapat'],
    ['duk', 'bikin KTP dari bulan lalu blanko kosong trs'],
    ['dik', 'atap SMP bocor, murid belajar di teras'],
    ['dik-prov', 'SMA negeri kami kekurangan ruang kelas'],
    ['pmd', 'dana desa tidak jelas, kades menghilang'],
    ['dag', 'gas 3 kg langka di pangkalan'],
    ['damkar', 'KEBAKARAN dekat pasar cepat kirim mobil!!!'],
    ['damkar', 'ada buaya muncul lagi di sungai'],
    ['bpbd', 'lahan kebakar lagi, asap tebal bikin sesak'],
    ['bpbd', 'banjir, air masuk rumah, ada lansia belum dievakuasi'],
    ['naker', 'pabrik belum bayar THR karyawan'],
    ['tan', 'pupuk subsidi kosong, petani rugi'],
    ['p3a', 'tetangga saya sering dipukul suaminya'],
    ['insp', 'urus surat diminta uang 200 ribu, kalau tidak dipersulit'],
    ['kom', 'wifi taman kota tidak bisa dipakai'],
    ['ptsp', 'izin usaha sebulan tidak keluar'],
    ['par', 'toilet di pantai kotor padahal bayar tiket'],
  ])('%s ← %s', (expected, text) => {
    expect(ids(text)[0]).toBe(expected);
  });
});

describe('what must not be confused', () => {
  test('street lamps and power cuts', () => {
    expect(ids('lampu jalan mati')).not.toContain('pln');
    expect(ids('mati lampu')).not.toContain('hub');
    expect(ids('lampu merah mati')).not.toContain('pln');
  });

  test('tap water and floods and rivers', () => {
    expect(ids('air mati sejak pagi')).not.toContain('bpbd');
    expect(ids('air sungai keruh dan bau')).not.toContain('pdam');
    expect(ids('banjir setinggi lutut')).not.toContain('pdam');
  });
});

describe('silence', () => {
  test.each([
    'Selamat ulang tahun kabupaten kita',
    'Dijual tanah kavling, hubungi WA',
    'bupati kerja apa sih',
    'pencitraan saja',
    'Turut berduka cita',
    'Bupati menghadiri pelantikan pengurus',
    '',
    '😭😭😭🙏',
  ])('%j', (text) => expect(ids(text)).toEqual([]));
});

describe('the reason', () => {
  test('is the citizen’s own words, in their order', () => {
    const [first] = suggestAgencies('Tolongg pak, lampu jln pajah di Pelita', kotim, 1);
    expect(first).toMatchObject({ agencyId: 'hub', because: ['lampu', 'jln', 'pajah'] });
  });

  test('is never empty, and there are three suggestions at most', () => {
    const words = fc.constantFrom(
      'jalan',
      'rusak',
      'lampu',
      'mati',
      'air',
      'sampah',
      'ktp',
      'banjir',
      'sd',
      'bpjs',
      'parkir',
      'x',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), (text) => {
        const found = suggestAgencies(text.join(' '), kotim, 1);
        expect(found.length).toBeLessThanOrEqual(3);
        for (const suggestion of found) expect(suggestion.because.length).toBeGreaterThan(0);
        expect(new Set(found.map((suggestion) => suggestion.agencyId)).size).toBe(found.length);
      }),
    );
  });
});

describe('the office’s own directory', () => {
  test('an agency that is named comes along', () => {
    expect(ids('tolong @disdukcapil antreannya panjang')).toContain('duk');
    expect(ids('bina marga mana ini')).toEqual(['pu']);
  });

  test('an agency of its own is found by its topics', () => {
    const own = agencyFromSeed(
      { id: 'a1', name: 'UPT Pemakaman', short: 'Pemakaman', topics: ['kuburan', 'makam umum'] },
      0,
    );
    expect(ids('kuburan di belakang penuh semak', [...kotim, own])[0]).toBe('a1');
  });

  test('a retired one does not, and the next that does the work is meant', () => {
    const without = general.map((agency) => (agency.id === 'kop' ? { ...agency, retiredAt: 1 } : agency));
    expect(ids('pelatihan koperasi tidak pernah ada', general)).toContain('kop');
    expect(ids('pelatihan koperasi tidak pernah ada', without)).toEqual(['dag']);
  });

  test('no directory, no suggestion', () => expect(ids('jalan rusak', [])).toEqual([]));
});

describe('plain words', () => {
  test.each([
    ['Tolonggg', 'tolong'],
    ['jlnnya', 'jalan'],
    ['anak2', 'anak'],
    ['anak-anak', 'anak'],
    ['rus4k', 'rusak'],
    ['sekolah', 'sekolah'],
    ['sekolahnya', 'sekolah'],
    ['bahaya', 'bahaya'],
    ['E-KTP', 'ktp'],
    ['3', '3'],
    ['banyu', 'air'],
  ])('%s → %s', (written, plain) => expect(plainWord(written)).toBe(plain));

  test('handles and hashtags lose their mark, emoji go, the written form stays', () => {
    expect(wordsOf('#Jalan @dishub 😭 rusak!!')).toEqual([
      { plain: 'jalan', written: '#Jalan' },
      { plain: 'dishub', written: '@dishub' },
      { plain: 'rusak', written: 'rusak' },
    ]);
  });

  test('no text makes it throw or slow', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => void wordsOf(text)));
    const started = cpuTime();
    suggestAgencies('jalan rusak lampu mati air banjir '.repeat(3_000), kotim, 1);
    expect(cpuTime() - started).toBeLessThan(1_500);
  });
});
