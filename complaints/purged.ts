import { type ComplaintEvent, compareEvents, type StoredPhotoRef } from './events.ts';
import type { Capture, Field, PostContext } from './reading.ts';

/** `request`: the citizen's data are removed altogether. `retention`: handle and page text only. */
export type PurgeReason = 'request' | 'retention';

export interface Purge {
  reason: PurgeReason;
  /** What the purge reaches: everything for a request, what stood before it in the log for retention. */
  reaches(event: ComplaintEvent): boolean;
}

/** The purge in force over the events of one complaint, or null. A purge cannot be undone. */
export function purgeOf(events: readonly ComplaintEvent[]): Purge | null {
  let last: ComplaintEvent | null = null;
  for (const event of events) {
    if (event.type !== 'purged') continue;
    if (event.reason === 'request') return { reason: 'request', reaches: () => true };
    if (!last || compareEvents(event, last) > 0) last = event;
  }
  const until = last;
  return until && { reason: 'retention', reaches: (event) => compareEvents(event, until) < 0 };
}

/** All events of one complaint with its purge carried out; the very same objects where nothing changes. */
export function purgeEvents(events: readonly ComplaintEvent[]): ComplaintEvent[] {
  const purge = purgeOf(events);
  if (!purge) return [...events];
  return events.map((event) => (purge.reaches(event) ? scrubEvent(event, purge.reason) : event));
}

const GONE = { unreadable: 'purged' } as const;

/**
 * The event without the citizen's data: what is left is that a complaint was flagged, when, where it went and
 * how long it took. Pure and idempotent, so that two desks that purge the same complaint hold the same event.
 */
export function scrubEvent(event: ComplaintEvent, reason: PurgeReason): ComplaintEvent {
  const all = reason === 'request';
  switch (event.type) {
    case 'captured':
    case 'recaptured':
      return { ...event, capture: scrubCapture(event.capture, all) };
    case 'corrected':
      if (event.field === 'postedAt') return event;
      return all || event.field === 'text' || event.field === 'author' || event.field === 'permalink'
        ? { ...event, value: '' }
        : event;
    case 'photoStored':
      return all ? { ...event, photo: withoutLook(event.photo) } : event;
    case 'photoFailed':
      return all ? { ...event, url: '' } : event;
    case 'forwarded':
    case 'reminded':
    case 'escalated':
      return { ...event, message: '' };
    case 'responded':
      return all
        ? { ...event, text: '', ...(event.source && { source: { ...event.source, names: [] } }) }
        : event;
    case 'resolved':
    case 'dismissed':
    case 'reopened':
    case 'paused':
    case 'resumed':
    case 'extensionDecided':
    case 'notOurs':
    case 'recomputed':
      return all ? { ...event, note: '' } : event;
    case 'extensionAsked':
      return all ? { ...event, reason: '' } : event;
    default:
      return event;
  }
}

function withoutLook({ look: _, ...photo }: StoredPhotoRef): StoredPhotoRef {
  return { ...photo, url: '' };
}

function scrubCapture(capture: Capture, all: boolean): Capture {
  const gone = <T>(field: Field<T>): Field<T> => (all ? GONE : field);
  const { under, shared, ...rest } = capture;
  return {
    ...rest,
    ...(under ? { under: scrubContext(under) } : {}),
    ...(shared ? { shared: scrubContext(shared) } : {}),
    // Addresses of posts carry account names on both sites.
    identity: capture.identity && { ...capture.identity, permalink: '' },
    pageUrl: '',
    author: GONE,
    text: GONE,
    place: gone(capture.place),
    photos: gone(capture.photos),
    counts: gone(capture.counts),
  };
}

/** Another post than the complaint's own: nothing of it is needed but which it was. */
function scrubContext({ names }: PostContext): PostContext {
  return { names };
}
