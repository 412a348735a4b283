/** Office time from one minute of the day to another: 450…720 is 07.30–12.00. `to` may be 1440. */
export interface Frame {
  from: number;
  to: number;
}

/** Frames of each weekday, Sunday first; seven of them, an empty one is a day off. */
export type Week = readonly (readonly Frame[])[];

/** Office time of one kind of agency. `week: null` is open around the clock, holidays too. */
export interface Schedule {
  id: string;
  /** The office's own name for it; the built-in ones have theirs in the catalogue. */
  name?: string;
  week: Week | null;
  /** In force in the calendar's Ramadan ranges; null = no other hours then. */
  ramadan: Week | null;
}

const at = (hours: number, minutes = 0) => hours * 60 + minutes;
const two = (a: number, b: number, c: number, d: number): Frame[] => [
  { from: a, to: b },
  { from: c, to: d },
];

const DAYS = two(at(7, 30), at(12), at(13), at(16));
const FRIDAY = two(at(7, 30), at(11, 30), at(13), at(16, 30));
const FAST_DAYS = two(at(8), at(12), at(12, 30), at(15));
const FAST_FRIDAY = two(at(8), at(11, 30), at(12, 30), at(15, 30));

/** 37 h 30 min. Source: Perpres 21/2023 (hours per week, start, length of breaks); the ends of the days are the head of the region's to set. */
export const OFFICE_WEEK: Week = [[], DAYS, DAYS, DAYS, DAYS, FRIDAY, []];
/** 32 h 30 min. Source: Perpres 21/2023. */
export const RAMADAN_WEEK: Week = [[], FAST_DAYS, FAST_DAYS, FAST_DAYS, FAST_DAYS, FAST_FRIDAY, []];

const SIX = two(at(7, 30), at(12), at(12, 30), at(14, 15));
const SIX_FAST = two(at(8), at(12), at(12, 30), at(14));
/** 37 h 30 min over six days; a default to be edited, for no rule fixes its hours. */
export const SIX_DAY_WEEK: Week = [
  [],
  SIX,
  SIX,
  SIX,
  SIX,
  two(at(7, 30), at(11, 30), at(13), at(15)),
  two(at(7, 30), at(12), at(12, 30), at(14, 30)),
];
/** 32 h 30 min over six days. */
export const SIX_DAY_RAMADAN_WEEK: Week = [
  [],
  SIX_FAST,
  SIX_FAST,
  SIX_FAST,
  SIX_FAST,
  two(at(8), at(11, 30), at(12, 30), at(14)),
  SIX_FAST,
];

export const DEFAULT_SCHEDULES: readonly Schedule[] = [
  { id: 'office', week: OFFICE_WEEK, ramadan: RAMADAN_WEEK },
  { id: 'six-days', week: SIX_DAY_WEEK, ramadan: SIX_DAY_RAMADAN_WEEK },
  { id: 'always', week: null, ramadan: null },
];

/** Minutes of office time in a week. */
export function weekMinutes(week: Week): number {
  return week.flat().reduce((sum, frame) => sum + frame.to - frame.from, 0);
}
