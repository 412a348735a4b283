import { TanggapError } from '../protocol/errors.ts';

const MINUTE = 60_000;

/**
 * When an agency said something, by its message's own time (epoch ms), or `now` where none is given. Written times are
 * cut to the minute: in the minute of the forwarding it counts from `startedAt`.
 * @throws TanggapError `in-future`, `before-forwarding`.
 */
export function saidAt(at: number | undefined, startedAt: number | undefined, now: number): number {
  if (at === undefined) return now;
  if (at > now) throw new TanggapError('in-future');
  if (startedAt === undefined) return at;
  if (Math.floor(at / MINUTE) < Math.floor(startedAt / MINUTE)) throw new TanggapError('before-forwarding');
  return Math.max(at, startedAt);
}
