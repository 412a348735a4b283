import { random } from './random.ts';
import type { LabPerson } from './types.ts';

const FIRST = [
  'Rahmad',
  'Siti',
  'Noorlina',
  'Bambang',
  'Yuliani',
  'Hasan',
  'Mardiana',
  'Arief',
  'Dewi',
  'Fathur',
  'Galuh',
  'Ipansyah',
  'Jumiati',
  'Kurnia',
  'Lukman',
  'Maimunah',
  'Norhayati',
  'Opik',
  'Purwanti',
  'Rusli',
  'Salasiah',
  'Taufik',
  'Umi',
  'Wahyu',
  'Yanto',
  'Zulfa',
  'Ahim',
  'Berlian',
];
const LAST = [
  'Kurnain',
  'Saputera',
  'Rahayuni',
  'Alamsyahri',
  'Wulanda',
  'Harjito',
  'Mentarini',
  'Subektio',
  'Fitrianur',
  'Gunantara',
  'Hidayani',
  'Pratamo',
  'Kusumadi',
  'Lestaria',
  'Nuranida',
  'Ramadhanu',
];
const ACCOUNTS: readonly [string, string][] = [
  ['kabar.rimbawan', 'Kabar Rimbawan'],
  ['info_ketapi24jam', 'Info Ketapi 24 Jam'],
  ['warga.bangkal', 'Suara Warga Bangkal'],
  ['rimbawan.punya.cerita', 'Rimbawan Punya Cerita'],
];
const SHOPS: readonly [string, string][] = [
  ['sandalrimba.id', 'Sandal Rimba'],
  ['kampus_terbuka', 'Kampus Terbuka Rimbawan'],
  ['airjernihku', 'Air Jernihku'],
  ['motorhemat.resmi', 'Motor Hemat'],
  ['suryalampu', 'Surya Lampu'],
  ['suburmakmur.tani', 'Subur Makmur'],
];

/** The people of one site: citizens, news accounts, shops that advertise. */
export interface Cast {
  citizens: LabPerson[];
  accounts: LabPerson[];
  shops: LabPerson[];
}

export function castOf(key: string, size: number): Cast {
  const dice = random(`people:${key}`);
  const taken = new Set<string>();
  const citizens: LabPerson[] = [];
  while (citizens.length < size) {
    const first = dice.pick(FIRST);
    const last = dice.pick(LAST);
    const tail = dice.pick(['', '', '_', `${dice.int(3, 99)}`, '.real', '__ofc']);
    const handle = `${first}${dice.pick(['.', '_', ''])}${last}${tail}`.toLowerCase();
    if (taken.has(handle)) continue;
    taken.add(handle);
    const flourish = dice.pick(['', '', '', '', ' 🌾', ' | Bunda Azka']);
    citizens.push({ id: dice.digits(dice.int(9, 11)), handle, name: `${first} ${last}${flourish}` });
  }
  // A name long enough to break a layout.
  const lengthy = citizens[0];
  if (lengthy) {
    lengthy.name = 'Hj. Noorlina Rahayuni binti Almarhum H. Muhammad Kurnain Alamsyahri, S.Pd.I., M.M.';
    lengthy.handle = 'noorlina_rahayuni.kurnain_alam';
  }
  const named = ([handle, name]: [string, string], verified?: boolean): LabPerson => ({
    id: dice.digits(10),
    handle,
    name,
    ...(verified ? { verified } : {}),
  });
  return {
    citizens,
    accounts: ACCOUNTS.map((pair, i) => named(pair, i % 2 === 0)),
    shops: SHOPS.map((pair, i) => named(pair, i % 3 === 0)),
  };
}
