import { dayAt, isoDay, ZONE_OFFSET } from '../../complaints/deadlines/day.ts';
import type { Zone } from '../../complaints/when.ts';

const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';

/**
 * Name of a new version: its day, and four signs by chance, so that two desks that change their calendar on the same
 * day do not give two calendars one name.
 * @param now Epoch ms.
 */
export function newVersion(
  now: number,
  zone: Zone,
  random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array,
): string {
  const signs = [...random(new Uint8Array(4))].map((byte) => SIGNS[byte % SIGNS.length]).join('');
  return `${isoDay(dayAt(now, ZONE_OFFSET[zone]))}-${signs}`;
}
