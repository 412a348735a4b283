import type { Zone } from '../when.ts';
import { DEFAULT_SCHEDULES, type Frame, type Schedule } from './frames.ts';
import { DECREED_YEARS, HOLIDAYS } from './holidays.ts';

/** `joint` is cuti bersama: no office for civil servants either. */
export type HolidayKind = 'national' | 'joint' | 'local';

export interface Holiday {
  /** `2026-08-17`. */
  day: string;
  name: string;
  kind: HolidayKind;
  /** The decree, or who decided it. */
  source: string;
}

/** First and last day of a Ramadan, both included. */
export interface RamadanRange {
  from: string;
  to: string;
  source: string;
}

/** One day with other hours; no frames = closed. Stands above weekday, Ramadan and holiday. */
export interface SpecialDay {
  day: string;
  frames: readonly Frame[];
  name: string;
}

/**
 * A version of the office's calendar: data only, so that it can be stored, exported and read by another desk.
 * A version is never changed; a change is a new version, and running clocks keep the one frozen into them.
 */
export interface OfficeCalendar {
  version: string;
  zone: Zone;
  schedules: readonly Schedule[];
  ramadan: readonly RamadanRange[];
  holidays: readonly Holiday[];
  specialDays: readonly SpecialDay[];
  /** Years whose SKB is in it; a due date that needs another year says so. */
  completeYears: readonly number[];
  /** Epoch ms from which it is used for new forwardings. */
  madeAt: number;
  /** Why it was made: "SKB 2027". */
  note: string;
}

export const BUILT_IN_VERSION = 'bawaan-2026';

/** Ramadan 2025–2027; the government decides its first day by sidang isbat, so these are editable. */
const RAMADAN: readonly RamadanRange[] = [
  { from: '2024-03-12', to: '2024-04-09', source: 'sidang isbat' },
  { from: '2025-03-01', to: '2025-03-30', source: 'sidang isbat' },
  { from: '2026-02-19', to: '2026-03-20', source: 'sidang isbat' },
  { from: '2027-02-08', to: '2027-03-09', source: 'perkiraan' },
];

/** The calendar before anyone has edited anything. */
export function builtInCalendar(zone: Zone = 'WIB'): OfficeCalendar {
  return {
    version: zone === 'WIB' ? BUILT_IN_VERSION : `${BUILT_IN_VERSION}-${zone.toLowerCase()}`,
    zone,
    schedules: DEFAULT_SCHEDULES,
    ramadan: RAMADAN,
    holidays: HOLIDAYS,
    specialDays: [],
    completeYears: DECREED_YEARS,
    madeAt: 0,
    note: '',
  };
}
