import type { Holiday } from './calendar.ts';

/**
 * National holidays and cuti bersama by the joint decree of three ministers (SKB 3 Menteri), as month-day and name.
 * 2026: SKB 1497/2025, 2/2025, 5/2025 (17 + 8 days). 2025: with the day after Independence Day added later.
 * Feasts that fall on a Sunday are kept: offices with six or seven days may need them.
 */
interface Decree {
  source: string;
  holidays: string;
  jointLeave: string;
}

const DECREES: Record<number, Decree> = {
  2024: {
    source: 'SKB 3 Menteri 2024',
    holidays:
      '01-01 Tahun Baru Masehi|02-08 Isra Mikraj|02-10 Tahun Baru Imlek|03-11 Hari Suci Nyepi|03-29 Wafat Yesus Kristus|03-31 Paskah|04-10 Idulfitri|04-11 Idulfitri|05-01 Hari Buruh|05-09 Kenaikan Yesus Kristus|05-23 Waisak|06-01 Hari Lahir Pancasila|06-17 Iduladha|07-07 Tahun Baru Islam|08-17 Hari Kemerdekaan|09-16 Maulid Nabi|12-25 Natal',
    jointLeave:
      '02-09 Imlek|03-12 Nyepi|04-08 Idulfitri|04-09 Idulfitri|04-12 Idulfitri|04-15 Idulfitri|05-10 Kenaikan Yesus Kristus|05-24 Waisak|06-18 Iduladha|12-26 Natal',
  },
  2025: {
    source: 'SKB 3 Menteri 2025',
    holidays:
      '01-01 Tahun Baru Masehi|01-27 Isra Mikraj|01-29 Tahun Baru Imlek|03-29 Hari Suci Nyepi|03-31 Idulfitri|04-01 Idulfitri|04-18 Wafat Yesus Kristus|04-20 Paskah|05-01 Hari Buruh|05-12 Waisak|05-29 Kenaikan Yesus Kristus|06-01 Hari Lahir Pancasila|06-06 Iduladha|06-27 Tahun Baru Islam|08-17 Hari Kemerdekaan|09-05 Maulid Nabi|12-25 Natal',
    jointLeave:
      '01-28 Imlek|03-28 Nyepi|04-02 Idulfitri|04-03 Idulfitri|04-04 Idulfitri|04-07 Idulfitri|05-13 Waisak|05-30 Kenaikan Yesus Kristus|06-09 Iduladha|08-18 Hari Kemerdekaan|12-26 Natal',
  },
  2026: {
    source: 'SKB 3 Menteri 1497/2025, 2/2025, 5/2025',
    holidays:
      '01-01 Tahun Baru Masehi|01-16 Isra Mikraj|02-17 Tahun Baru Imlek|03-19 Hari Suci Nyepi|03-21 Idulfitri|03-22 Idulfitri|04-03 Wafat Yesus Kristus|04-05 Paskah|05-01 Hari Buruh|05-14 Kenaikan Yesus Kristus|05-27 Iduladha|05-31 Waisak|06-01 Hari Lahir Pancasila|06-16 Tahun Baru Islam|08-17 Hari Kemerdekaan|08-25 Maulid Nabi|12-25 Natal',
    jointLeave:
      '02-16 Imlek|03-18 Nyepi|03-20 Idulfitri|03-23 Idulfitri|03-24 Idulfitri|05-15 Kenaikan Yesus Kristus|05-28 Iduladha|12-24 Natal',
  },
};

/** Holidays whose date no decree can move; for years that are not decreed yet. */
const FIXED: readonly [string, string][] = [
  ['01-01', 'Tahun Baru Masehi'],
  ['05-01', 'Hari Buruh'],
  ['06-01', 'Hari Lahir Pancasila'],
  ['08-17', 'Hari Kemerdekaan'],
  ['12-25', 'Natal'],
];

/** Years whose decree is in the data. */
export const DECREED_YEARS: readonly number[] = Object.keys(DECREES).map(Number);

/** Last year for which holidays are given at all: the fixed ones. */
export const LAST_FIXED_YEAR = 2040;

/** The built-in holidays, in order of their days. */
export const HOLIDAYS: readonly Holiday[] = [
  ...Object.entries(DECREES).flatMap(([year, decree]) => [
    ...listed(year, decree.holidays, 'national', decree.source),
    ...listed(year, decree.jointLeave, 'joint', decree.source),
  ]),
  ...undecreedYears().flatMap((year) =>
    FIXED.map(
      ([day, name]): Holiday => ({ day: `${year}-${day}`, name, kind: 'national', source: 'tanggal tetap' }),
    ),
  ),
].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));

function listed(year: string, line: string, kind: Holiday['kind'], source: string): Holiday[] {
  return line.split('|').map((entry) => ({
    day: `${year}-${entry.slice(0, 5)}`,
    name: entry.slice(6),
    kind,
    source,
  }));
}

function undecreedYears(): number[] {
  const first = Math.max(...Object.keys(DECREES).map(Number)) + 1;
  return Array.from({ length: LAST_FIXED_YEAR - first + 1 }, (_, i) => first + i);
}
