import type { Clock, StoredStatus } from './complaint.ts';
import { type ComplaintEvent, compareEvents, type EventOf } from './events.ts';

/** What the log says about where a complaint stands. */
export interface Course {
  status: StoredStatus;
  clock: Clock | null;
  /** The forwarding that started the present clock. */
  forwarding: EventOf<'forwarded'> | null;
  resolvedAt: number | null;
}

/**
 * Status and clock from the live events of one complaint, in the order of the log.
 *
 * The clock starts at the first forwarding of the trailing run to the same agency: forwarding again to that
 * agency by another channel does not restart it; another agency does (a transfer), and so does forwarding
 * again after the complaint was closed and reopened. The first response that came after the start stops it.
 */
export function courseOf(live: readonly ComplaintEvent[]): Course {
  let forwarding: EventOf<'forwarded'> | null = null;
  let reopened = false;
  let closed: 'done' | 'dismissed' | null = null;
  let resolvedAt: number | null = null;
  for (const event of live) {
    if (event.type === 'forwarded') {
      if (!forwarding || reopened || forwarding.agencyId !== event.agencyId) forwarding = event;
      reopened = false;
      // A forwarding beside a closing (two desks) leaves it open: what is open is noticed.
      closed = null;
      resolvedAt = null;
    } else if (event.type === 'resolved') {
      closed = 'done';
      resolvedAt = event.at;
    } else if (event.type === 'dismissed') {
      closed = 'dismissed';
      resolvedAt = null;
    } else if (event.type === 'reopened') {
      reopened = reopened || closed !== null;
      closed = null;
      resolvedAt = null;
    }
  }
  const clock = forwarding ? clockOf(forwarding, live) : null;
  return { status: closed ?? openStatus(forwarding, clock), clock, forwarding, resolvedAt };
}

function openStatus(forwarding: EventOf<'forwarded'> | null, clock: Clock | null): StoredStatus {
  if (!forwarding || !clock) return 'new';
  if (clock.stoppedAt !== null) return 'responded';
  return forwarding.outside ? 'outside' : 'waiting';
}

function clockOf(start: EventOf<'forwarded'>, live: readonly ComplaintEvent[]): Clock {
  let stoppedAt: number | null = null;
  for (const event of live) {
    // Both by the log's order and by time: a late record of what the first agency said before the transfer
    // does not stop the second agency's clock, nor does one written under a wrong computer clock.
    if (event.type !== 'responded' || event.at < start.at || compareEvents(event, start) < 0) continue;
    if (stoppedAt === null || event.at < stoppedAt) stoppedAt = event.at;
  }
  return { startedAt: start.at, dueAt: start.dueAt, termMs: start.termMs, preset: start.preset, stoppedAt };
}
