import { expect, it } from 'vitest';
import { leastAge } from '../../../sites/page/age-label.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

it.each([
  ['3 hari', 2.5 * DAY],
  ['3 hari yang lalu', 2.5 * DAY],
  ['2 j', 1.5 * HOUR],
  ['2 jam', 1.5 * HOUR],
  ['45 mnt', 44.5 * MINUTE],
  ['2 mgg', 10.5 * DAY],
  ['1w', 3.5 * DAY],
  ['4d', 3.5 * DAY],
  ['2 thn', 1.5 * 365 * DAY],
  // "hr" is days to one and hours to another, "m" minutes or weeks: never older than sure.
  ['5 hr', 4.5 * HOUR],
  ['2m', 1.5 * MINUTE],
])('%s is %d ms at least', (label, ms) => expect(leastAge(label)).toBe(ms));

it.each(['', 'Baru saja', 'Kemarin pukul 10.15', '3 Agustus', '12 qq', '1234 hari', 'hari 3'])(
  '"%s" tells nothing',
  (label) => expect(leastAge(label)).toBe(0),
);
