import { type ComplaintEvent, compareEvents } from './events.ts';

/** The events that still count, each once, in the order of the log: undone ones and the undoings are left out. */
export function liveEvents(events: readonly ComplaintEvent[]): ComplaintEvent[] {
  const undone = undoneIds(events);
  return inOrder(events).filter((event) => event.type !== 'undone' && !undone.has(event.id));
}

/** Every event once, in the order of the log. */
export function inOrder(events: readonly ComplaintEvent[]): ComplaintEvent[] {
  return [...new Map(events.map((event) => [event.id, event])).values()].sort(compareEvents);
}

/** Ids of the events that an undoing names. An undoing and a purge cannot be undone. */
export function undoneIds(events: readonly ComplaintEvent[]): Set<string> {
  const fixed = new Set(events.filter((e) => e.type === 'undone' || e.type === 'purged').map((e) => e.id));
  const undone = new Set<string>();
  for (const event of events)
    if (event.type === 'undone' && !fixed.has(event.target)) undone.add(event.target);
  return undone;
}
