import type { Settings } from './settings.ts';
import { minuteOfDay } from './when.ts';

type QuietHours = Pick<Settings, 'quietFrom' | 'quietTo' | 'zone'>;

/** Whether `now` (epoch ms) lies in the office's quiet hours, which may run over midnight. */
export function isQuiet(now: number, { quietFrom, quietTo, zone }: QuietHours): boolean {
  const minute = minuteOfDay(now, zone);
  if (quietFrom === quietTo) return false;
  return quietFrom < quietTo
    ? minute >= quietFrom && minute < quietTo
    : minute >= quietFrom || minute < quietTo;
}

/** Epoch ms at which the quiet hours that hold at `now` end; `now` itself outside of them. */
export function quietEnd(now: number, hours: QuietHours): number {
  if (!isQuiet(now, hours)) return now;
  const minutes = (hours.quietTo - minuteOfDay(now, hours.zone) + 1_440) % 1_440;
  return Math.floor(now / 60_000) * 60_000 + minutes * 60_000;
}
