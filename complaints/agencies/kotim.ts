import { generalAgencies, generalOutside } from './general.ts';
import type { AgencySeed } from './template.ts';

/** Where Kotawaringin Timur differs from the general list; names as published in 2024 and 2025. */
const own: Record<string, Partial<AgencySeed>> = {
  pu: {
    name: 'Dinas Sumber Daya Air, Bina Marga, Bina Konstruksi, Perumahan Rakyat dan Kawasan Permukiman',
    short: 'Bina Marga',
    aliases: ['DSDABMBKPRKP', 'PU', 'PUPR', 'Perkim', 'SDA'],
    topics: ['jalan kabupaten', 'jembatan', 'drainase', 'rumah tidak layak huni'],
  },
  hub: { topics: ['lampu jalan', 'rambu', 'lampu merah', 'parkir', 'truk', 'dermaga'] },
  dlh: { topics: ['sampah', 'pohon', 'limbah pabrik', 'sungai tercemar'] },
  rsud: { name: 'RSUD dr. Murjani Sampit', short: 'RS Murjani', aliases: ['RSUD', 'Murjani'] },
  ptsp: {
    aliases: ['Perizinan', 'PTSP', 'MPP', 'Mal Pelayanan Publik Habaring Hurung'],
  },
  tan: {
    name: 'Dinas Pertanian dan Ketahanan Pangan',
    aliases: ['Ketahanan Pangan', 'DPKP'],
    topics: ['pupuk', 'hama', 'ternak', 'pangan'],
  },
  damkar: { topics: ['kebakaran', 'ular', 'buaya', 'evakuasi'] },
  bpbd: { topics: ['banjir', 'kabut asap', 'kebakaran lahan', 'pohon tumbang'] },
  p3a: {
    name: 'Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan Keluarga Berencana',
    short: 'DP3AP2KB',
    aliases: ['DP3A', 'P3A', 'KB', 'UPTD PPA'],
    topics: ['kekerasan perempuan', 'kekerasan anak', 'keluarga berencana'],
  },
  par: { topics: ['tempat wisata', 'Pantai Ujung Pandaran', 'acara budaya'] },
  dag: {
    name: 'Dinas Koperasi, Usaha Kecil dan Menengah, Perdagangan dan Perindustrian',
    short: 'Disperindag',
    aliases: ['Diskop UKM', 'Dinas Koperasi'],
    topics: ['harga', 'elpiji 3 kg', 'pasar', 'UMKM'],
  },
  pdam: { name: 'Perumdam Tirta Mentaya', short: 'PDAM', aliases: ['Perumdam', 'Tirta Mentaya', 'Ledeng'] },
  bpjn: {
    name: 'Balai Pelaksanaan Jalan Nasional Kalimantan Tengah',
    short: 'BPJN Kalteng',
    aliases: ['BPJN', 'Balai Jalan'],
  },
  'pu-prov': {
    name: 'Dinas Pekerjaan Umum dan Penataan Ruang Provinsi Kalimantan Tengah',
    short: 'PUPR Kalteng',
  },
  pln: { name: 'PLN ULP Sampit', short: 'PLN' },
  polres: { name: 'Kepolisian Resor Kotawaringin Timur', short: 'Polres Kotim' },
  bpn: { name: 'Kantor Pertanahan Kotawaringin Timur', short: 'BPN Kotim' },
  kemenag: { name: 'Kantor Kementerian Agama Kotawaringin Timur', short: 'Kemenag Kotim' },
  'dik-prov': { name: 'Dinas Pendidikan Provinsi Kalimantan Tengah', short: 'Disdik Kalteng' },
  kejari: { name: 'Kejaksaan Negeri Kotawaringin Timur', short: 'Kejari Kotim' },
};

/** Merged into others here (2024), or named one by one below. */
const absent = new Set(['perkim', 'kop', 'pangan', 'kb', 'kec']);

const districts = [
  'Kota Besi',
  'Cempaga',
  'Mentaya Hulu',
  'Parenggean',
  'Baamang',
  'Mentawa Baru Ketapang',
  'Mentaya Hilir Utara',
  'Mentaya Hilir Selatan',
  'Pulau Hanaut',
  'Antang Kalang',
  'Teluk Sampit',
  'Seranau',
  'Cempaga Hulu',
  'Telawang',
  'Bukit Santuai',
  'Tualan Hulu',
  'Telaga Antang',
] as const;

function localize(seed: AgencySeed): AgencySeed {
  return { ...seed, ...own[seed.id] };
}

function district(name: string): AgencySeed {
  return {
    id: `kec-${name.toLowerCase().replaceAll(' ', '-')}`,
    name: `Kecamatan ${name}`,
    short: `Kec. ${name}`,
    aliases: [`Camat ${name}`],
    topics: ['pelayanan kecamatan', 'kelurahan dan desa'],
  };
}

const planning: AgencySeed = {
  id: 'ck',
  name: 'Dinas Cipta Karya, Tata Ruang dan Pertanahan',
  short: 'Cipta Karya',
  aliases: ['Tata Ruang', 'DCKTRP'],
  topics: ['bangunan pemerintah', 'tata ruang', 'sengketa lahan'],
};

const kept = generalAgencies.filter((seed) => !absent.has(seed.id)).map(localize);

export const kotimAgencies: readonly AgencySeed[] = [
  ...kept.slice(0, 1),
  planning,
  ...kept.slice(1),
  ...districts.map(district),
];

export const kotimOutside: readonly AgencySeed[] = [
  ...generalOutside.map(localize),
  {
    id: 'pelabuhan',
    name: 'Kesyahbandaran dan Otoritas Pelabuhan Sampit',
    short: 'KSOP Sampit',
    aliases: ['Pelindo'],
    topics: ['pelabuhan', 'kapal'],
    outside: true,
  },
];
