const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Where one abbreviation has two meanings ("hr": hari, hours; "m": minggu, menit) the shorter one counts. */
const UNITS: [length: number, words: RegExp][] = [
  [MINUTE, /^(?:m|mnt|menit|mins?|minutes?)$/],
  [HOUR, /^(?:j|jam|h|hrs?|hours?)$/],
  [DAY, /^(?:hari|d|days?)$/],
  [7 * DAY, /^(?:mg|mgg|minggu|w|wks?|weeks?)$/],
  [28 * DAY, /^(?:bln|bulan|mo|months?)$/],
  [365 * DAY, /^(?:th|thn|tahun|y|yrs?|years?)$/],
];

/**
 * Ms that have passed at least by a label like "3 hari", "2 j" or "1w", which a site may have rounded; 0 where it
 * tells nothing for sure.
 */
export function leastAge(label: string): number {
  const [, count, word = ''] = /^(\d{1,3})\s?(\p{L}+)/u.exec(label.trim().toLowerCase()) ?? [];
  const [length] = UNITS.find(([, words]) => words.test(word)) ?? [0];
  return count ? Math.max(0, Number(count) - 0.5) * length : 0;
}
