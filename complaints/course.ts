import type { Clock, ClockPause, NextTerm, StoredStatus } from './complaint.ts';
import type { CalendarBook } from './deadlines/calendar-book.ts';
import { type ClockView, clocksOf } from './deadlines/clocks.ts';
import { CLOCK_NAMES } from './deadlines/policies.ts';
import type { ComplaintEvent, EventOf } from './events.ts';

/** What the log says about where a complaint stands. */
export interface Course {
  status: StoredStatus;
  clock: Clock | null;
  /** The forwarding that started the present clock. */
  forwarding: EventOf<'forwarded'> | null;
  resolvedAt: number | null;
  incompleteYear: number | null;
  pausedUntil: number | null;
  notOurs: boolean;
  nextTerm: NextTerm | null;
}

/**
 * Status and first-response clock from the live events of one complaint, in the order of the log. The figures are
 * those of `clocksOf`, which the complaint page explains; nothing here depends on the present moment.
 *
 * The clock starts at the first forwarding of the trailing run to the same agency: forwarding again to that
 * agency by another channel does not restart it; another agency does (a transfer), and so does forwarding
 * again after the complaint was closed and reopened, or after the agency declined it. The first response that
 * came after the start stops it.
 */
export function courseOf(live: readonly ComplaintEvent[], book: CalendarBook): Course {
  const { closed, resolvedAt, forwarding, notOurs } = standing(live);
  if (!forwarding)
    return {
      status: closed ?? 'new',
      clock: null,
      forwarding,
      resolvedAt,
      incompleteYear: null,
      pausedUntil: null,
      notOurs: false,
      nextTerm: null,
    };
  const { current } = clocksOf(live, book, live.at(-1)?.at ?? forwarding.at);
  const clock = current && !notOurs ? clockOf(forwarding, current.clocks.response, live, closed) : null;
  const running = current
    ? CLOCK_NAMES.map((name) => current.clocks[name]).filter(
        (view) => view.stoppedAt === null && view.state !== 'notApplicable',
      )
    : [];
  const years = running.flatMap((view) => view.dependsOnIncompleteYear ?? []);
  const next = running.find((view) => view.due !== null);
  const ends = running.flatMap((view) => view.pauses.at(-1)?.to ?? []);
  return {
    status: closed ?? openStatus(forwarding, clock),
    clock,
    forwarding,
    resolvedAt,
    incompleteYear: closed || years.length === 0 ? null : Math.min(...years),
    pausedUntil: closed || ends.length === 0 ? null : Math.max(...ends),
    notOurs: notOurs && closed === null,
    nextTerm:
      next?.due != null && next.name !== 'response' && closed === null && !notOurs
        ? { clock: next.name, dueAt: next.due }
        : null,
  };
}

function standing(live: readonly ComplaintEvent[]) {
  let forwarding: EventOf<'forwarded'> | null = null;
  let reopened = false;
  let notOurs = false;
  let closed: 'done' | 'dismissed' | null = null;
  let resolvedAt: number | null = null;
  for (const event of live) {
    if (event.type === 'forwarded') {
      if (!forwarding || reopened || notOurs || forwarding.agencyId !== event.agencyId) forwarding = event;
      reopened = false;
      notOurs = false;
      // A forwarding beside a closing (two desks) leaves it open: what is open is noticed.
      closed = null;
      resolvedAt = null;
    } else if (event.type === 'notOurs') {
      notOurs = forwarding !== null;
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
  return { forwarding, notOurs, closed, resolvedAt };
}

/** With the agency's *Bukan wewenang* it lies with nobody whose time we count: as with an outside body. */
function openStatus(forwarding: EventOf<'forwarded'>, clock: Clock | null): StoredStatus {
  if (!clock) return 'outside';
  if (clock.stoppedAt !== null) return 'responded';
  return forwarding.outside ? 'outside' : 'waiting';
}

function clockOf(
  start: EventOf<'forwarded'>,
  view: ClockView,
  live: readonly ComplaintEvent[],
  closed: 'done' | 'dismissed' | null,
): Clock {
  const stop = live.find((event) => event.id === view.stoppedBy);
  // A complaint closed without an answer was never answered; once opened again, its solution counts as the answer.
  const stoppedAt = stop?.type === 'resolved' && closed !== null ? null : view.stoppedAt;
  const dueAt = view.due ?? start.dueAt;
  const pause = lastPause(view, dueAt);
  return {
    startedAt: start.at,
    dueAt,
    termMs: view.term?.kind === 'clockHours' ? view.term.ms : Math.max(1, dueAt - start.at),
    ...(view.term ? { term: view.term } : {}),
    preset: start.preset,
    stoppedAt,
    ...(view.nearAt === null ? {} : { nearAt: view.nearAt }),
    ...(pause ? { pause } : {}),
  };
}

function lastPause(view: ClockView, dueAt: number): ClockPause | null {
  const last = view.pauses.at(-1);
  if (!last) return null;
  if (dueAt > last.from) return { from: last.from, to: last.to, lateBefore: 0 };
  // Late already: pauses between the due time and this one did not make it later.
  const stood = view.pauses
    .slice(0, -1)
    .reduce((sum, pause) => sum + Math.max(0, pause.to - Math.max(pause.from, dueAt)), 0);
  return { from: last.from, to: last.to, lateBefore: last.from - dueAt - stood };
}
