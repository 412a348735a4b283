import type { ComplaintEvent } from '../events.ts';
import { isReadable } from '../reading.ts';

/** Umur unggahan: ms from the post to `now` (epoch ms); null when its time is unknown. */
export function postAge(live: readonly ComplaintEvent[], now: number): number | null {
  let postedAt: number | null = null;
  for (const event of live) {
    if (event.type === 'corrected' && event.field === 'postedAt') {
      const ms = Number(event.value);
      if (event.value !== '' && Number.isSafeInteger(ms)) postedAt = ms;
    } else if (event.type === 'captured' || event.type === 'recaptured') {
      if (postedAt === null && isReadable(event.capture.postedAt)) postedAt = event.capture.postedAt.value;
    }
  }
  return postedAt === null ? null : Math.max(0, now - postedAt);
}

/** Waktu di meja kita: ms from flag to first forwarding, or to `now`; null when never flagged here. */
export function deskTime(live: readonly ComplaintEvent[], now: number): number | null {
  const captured = live.find((event) => event.type === 'captured');
  if (!captured) return null;
  const forwarded = live.find((event) => event.type === 'forwarded');
  return Math.max(0, (forwarded?.at ?? now) - captured.at);
}
