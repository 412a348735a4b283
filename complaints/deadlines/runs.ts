import type { ComplaintEvent, EventOf, ResponseKind } from '../events.ts';
import type { FrozenClocks } from './frozen.ts';
import type { LoggedPause } from './pauses.ts';
import { type ClockName, DEFAULT_EXTENSIONS, DEFAULT_PAUSE_CAP } from './policies.ts';
import type { Term } from './term.ts';

/** Something that ends a clock. `kind` counts a bare template as *initial*. */
export interface Stop {
  id: string;
  at: number;
  kind: ResponseKind | 'resolved';
}

/** An extension that the agency asked for; `granted` is null until it was decided. */
export interface Extension {
  id: string;
  at: number;
  clock: ClockName;
  by: Term;
  reason: string;
  granted: boolean | null;
}

/** One stretch of the settlement clock: from the forwarding or a reopening. */
export interface Cycle {
  startedAt: number;
  stops: Stop[];
}

/** What happened between one agency's getting the complaint and the next one's. */
export interface Run {
  forwarding: EventOf<'forwarded'>;
  startedAt: number;
  frozen: FrozenClocks;
  /** How the agency came to have nothing to do with it any more. */
  ended: 'transferred' | 'not-ours' | null;
  stops: Stop[];
  cycles: Cycle[];
  pauses: LoggedPause[];
  extensions: Extension[];
}

/** Times in the log that cannot be as they are written; shown with the event, and the log's order stands. */
export interface Anomaly {
  eventId: string;
  code: 'clock-ran-backwards' | 'before-forwarding' | 'in-the-future';
}

export interface Runs {
  runs: Run[];
  closed: 'done' | 'dismissed' | null;
  joined: boolean;
  anomalies: Anomaly[];
}

/** Recording takes a moment; a time this little ahead of the computer's clock (ms) is no anomaly. */
const SLACK = 60_000;

/** The runs of a complaint from its live events in the order of the log. */
export function runsOf(live: readonly ComplaintEvent[]): Runs {
  const runs: Run[] = [];
  const anomalies: Anomaly[] = timeAnomalies(live);
  let run: Run | null = null;
  let closed: Runs['closed'] = null;
  let reopened = false;
  let joined = false;

  for (const event of live) {
    if (event.type === 'forwarded') {
      if (!run || run.ended || reopened || run.forwarding.agencyId !== event.agencyId) {
        if (run && !run.ended && run.forwarding.agencyId !== event.agencyId) run.ended = 'transferred';
        run = newRun(event);
        runs.push(run);
      }
      reopened = false;
      closed = null;
      continue;
    }
    if (event.type === 'dismissed') closed = 'dismissed';
    if (isJoined(event)) joined = true;
    if (!run) {
      if (event.type === 'resolved') closed = 'done';
      if (event.type === 'reopened') closed = null;
      continue;
    }
    if (needsForwarding(event) && event.at < run.startedAt)
      anomalies.push({ eventId: event.id, code: 'before-forwarding' });
    switch (event.type) {
      case 'responded':
        addStop(run, { id: event.id, at: event.at, kind: event.template ? 'initial' : event.kind });
        break;
      case 'resolved':
        closed = 'done';
        addStop(run, { id: event.id, at: Math.max(event.at, run.startedAt), kind: 'resolved' });
        break;
      case 'reopened':
        reopened = reopened || closed !== null;
        closed = null;
        if (run.cycles.at(-1)?.stops.some(settles))
          run.cycles.push({ startedAt: Math.max(event.at, run.startedAt), stops: [] });
        break;
      case 'paused':
        run.pauses.push({ from: event.at, to: event.until, reason: event.reason, note: event.note });
        break;
      case 'resumed':
        for (const pause of run.pauses)
          if (pause.from <= event.at && event.at < pause.to) pause.to = event.at;
        break;
      case 'extensionAsked':
        run.extensions.push({
          id: event.id,
          at: event.at,
          clock: event.clock,
          by: event.by,
          reason: event.reason,
          granted: null,
        });
        break;
      case 'extensionDecided': {
        const asked = run.extensions.find((extension) => extension.id === event.target);
        if (asked) asked.granted = event.granted;
        break;
      }
      case 'notOurs':
        run.ended = 'not-ours';
        break;
      case 'recomputed':
        run.frozen = event.frozen;
        break;
    }
  }
  return { runs, closed, joined, anomalies };
}

export const settles = (stop: Stop) => stop.kind === 'done' || stop.kind === 'resolved';

function newRun(forwarding: EventOf<'forwarded'>): Run {
  return {
    forwarding,
    startedAt: forwarding.at,
    frozen: forwarding.frozen ?? frozenBefore(forwarding),
    ended: null,
    stops: [],
    cycles: [{ startedAt: forwarding.at, stops: [] }],
    pauses: [],
    extensions: [],
  };
}

/** A forwarding from before policies were frozen: calendar hours for the first response, no other clock. */
function frozenBefore(forwarding: EventOf<'forwarded'>): FrozenClocks {
  const ms = forwarding.dueAt > forwarding.at ? forwarding.dueAt - forwarding.at : forwarding.termMs;
  return {
    policyId: forwarding.preset,
    policyName: '',
    calendarVersion: '',
    schedule: 'always',
    agencyId: forwarding.agencyId,
    terms: { response: { kind: 'clockHours', ms }, followUp: null, settlement: null },
    pauseCapMs: DEFAULT_PAUSE_CAP,
    maxExtensions: DEFAULT_EXTENSIONS,
    due: { response: forwarding.at + ms, followUp: null, settlement: null },
  };
}

/** An answer from before the forwarding answers something else: it stops nothing. */
function addStop(run: Run, stop: Stop): void {
  if (stop.at < run.startedAt) return;
  run.stops.push(stop);
  const cycle = run.cycles.at(-1);
  if (cycle && stop.at >= cycle.startedAt) cycle.stops.push(stop);
}

function isJoined(event: ComplaintEvent): boolean {
  return (event.type as string) === 'joined';
}

function needsForwarding(event: ComplaintEvent): boolean {
  return event.type === 'responded' || event.type === 'resolved' || event.type === 'paused';
}

function timeAnomalies(live: readonly ComplaintEvent[]): Anomaly[] {
  const anomalies: Anomaly[] = [];
  const lastOf = new Map<string, number>();
  for (const event of live) {
    const last = lastOf.get(event.desk);
    if (last !== undefined && event.recordedAt < last)
      anomalies.push({ eventId: event.id, code: 'clock-ran-backwards' });
    lastOf.set(event.desk, Math.max(last ?? 0, event.recordedAt));
    if (event.at > event.recordedAt + SLACK) anomalies.push({ eventId: event.id, code: 'in-the-future' });
  }
  return anomalies;
}
