import type { ComplaintEvent } from '../events.ts';
import { deskTime, postAge } from './ages.ts';
import type { CalendarBook } from './calendar-book.ts';
import type { ClockState, ClockView, ComplaintClocks, NotApplicable, RunView } from './clock-view.ts';
import type { OfficeTime } from './office-time.ts';
import { type Pause, unitePauses } from './pauses.ts';
import { CLOCK_NAMES, type ClockName } from './policies.ts';
import { NEAR_SHARE } from './policy.ts';
import { type Cycle, type Run, runsOf, type Stop, settles } from './runs.ts';
import { countedTime, daysPassed, dueTime, lengthen, momentAfter } from './term.ts';

export type * from './clock-view.ts';

/** Transfers from which a complaint counts as bola pingpong. */
export const PING_PONG = 2;

/**
 * The state of every clock of one complaint at `now` (epoch ms): the function behind badge, popup, page,
 * export and letters. Policy and calendar version are those frozen into the forwarding.
 * @param live The complaint's live events in the order of the log (`liveEvents`).
 */
export function clocksOf(live: readonly ComplaintEvent[], book: CalendarBook, now: number): ComplaintClocks {
  const { runs, closed, joined, anomalies } = runsOf(live);
  const void_ = joined ? 'joined' : closed === 'dismissed' ? 'dismissed' : null;
  const views = runs.map((run, i) => viewRun(run, book, now, void_, i === runs.length - 1));
  const current = views.at(-1) ?? null;
  let transfers = 0;
  for (let i = 1; i < runs.length; i += 1)
    if (runs[i]?.forwarding.agencyId !== runs[i - 1]?.forwarding.agencyId) transfers += 1;
  const live_ = current
    ? (CLOCK_NAMES.find(
        (name) => current.clocks[name].state !== 'notApplicable' && current.clocks[name].stoppedAt === null,
      ) ?? null)
    : null;
  return {
    current,
    past: views.slice(0, -1),
    live: live_,
    transfers,
    pingPong: transfers >= PING_PONG,
    postAge: postAge(live, now),
    deskTime: deskTime(live, now),
    anomalies,
  };
}

function viewRun(
  run: Run,
  book: CalendarBook,
  now: number,
  void_: NotApplicable | null,
  isCurrent: boolean,
): RunView {
  const why = run.ended ?? void_;
  const own = book.time(run.frozen.calendarVersion, run.frozen.schedule);
  const office = own ?? book.nearestTime(run.frozen.calendarVersion, run.frozen.schedule);
  const view = (name: ClockName, startedAt: number, stop: Stop | null, unconfirmed = false) =>
    viewClock(
      {
        run,
        name,
        startedAt,
        stop,
        unconfirmed,
        office,
        missing: own === null,
        // Opened and forwarded again: what was still running goes on with the new forwarding.
        why: why ?? (isCurrent || stop ? null : 'superseded'),
      },
      now,
    );
  const settlement = (cycle: Cycle) =>
    view(
      'settlement',
      cycle.startedAt,
      earliest(cycle.stops.filter(settles)),
      !cycle.stops.some((stop) => stop.kind === 'resolved'),
    );
  const cycles = run.cycles.map(settlement);
  return {
    forwardingId: run.forwarding.id,
    agencyId: run.forwarding.agencyId,
    agencyShort: run.forwarding.agencyShort,
    outside: run.forwarding.outside,
    clocks: {
      response: view('response', run.startedAt, earliest(run.stops)),
      followUp: view('followUp', run.startedAt, earliest(run.stops.filter((s) => s.kind !== 'initial'))),
      settlement: cycles.at(-1) ?? view('settlement', run.startedAt, null),
    },
    earlierSettlements: cycles.slice(0, -1),
  };
}

interface ClockFacts {
  run: Run;
  name: ClockName;
  startedAt: number;
  stop: Stop | null;
  unconfirmed: boolean;
  office: OfficeTime;
  missing: boolean;
  why: NotApplicable | null;
}

function viewClock(facts: ClockFacts, now: number): ClockView {
  const { run, name, startedAt, stop, office } = facts;
  const { frozen } = run;
  const base = frozen.terms[name];
  const extensions = run.extensions.filter((extension) => extension.clock === name);
  const granted = extensions.filter((extension) => extension.granted).slice(0, frozen.maxExtensions);
  const term = base ? granted.reduce((sum, extension) => lengthen(sum, extension.by), base) : null;
  const stoppedAt = stop?.at ?? null;
  const until = stoppedAt ?? Math.max(now, startedAt);
  const pauses = cutAt(unitePauses(run.pauses, startedAt, frozen.pauseCapMs), stoppedAt);
  const kind = term?.kind ?? 'clockHours';
  const asFrozen =
    facts.missing && pauses.length === 0 && granted.length === 0 && startedAt === run.startedAt;
  const due = term
    ? ((asFrozen ? frozen.due[name] : null) ?? dueTime(term, office, pauses, startedAt))
    : null;
  const why = facts.why ?? (term ? (due === null ? 'never-due' : null) : 'no-term');
  const counted = (from: number, to: number) => countedTime(kind, office, pauses, from, to);
  const available = due === null ? 0 : counted(startedAt, due);
  const used = term ? counted(startedAt, until) : 0;
  const left = due === null ? 0 : available - used;
  const nearAt =
    due === null
      ? null
      : momentAfter(kind, office, pauses, startedAt, available - Math.round(available * NEAR_SHARE));
  const pausedUntil =
    stoppedAt === null ? (pauses.find((pause) => pause.from <= now && now < pause.to)?.to ?? null) : null;
  const overdue = due !== null && until > due;
  const passed = term?.kind === 'workingDays' ? daysPassed(office, pauses, startedAt, until) : 0;
  return {
    name,
    state: why ? 'notApplicable' : stateOf(stoppedAt, overdue, pausedUntil, nearAt, until),
    why,
    startedAt,
    until,
    stoppedAt,
    stoppedBy: stop?.id ?? null,
    unconfirmed: stop !== null && facts.unconfirmed,
    term,
    due,
    nearAt,
    available,
    used,
    left,
    days: term?.kind === 'workingDays' ? { used: passed, left: term.days - passed } : null,
    overdue,
    pauses,
    pausedUntil,
    extensions,
    agencyId: run.forwarding.agencyId,
    policyId: frozen.policyId,
    policyName: frozen.policyName,
    calendarVersion: frozen.calendarVersion,
    schedule: frozen.schedule,
    calendarMissing: facts.missing && kind !== 'clockHours',
    dependsOnIncompleteYear:
      due !== null && kind !== 'clockHours' ? office.incompleteYear(startedAt, due) : null,
  };
}

function stateOf(
  stoppedAt: number | null,
  overdue: boolean,
  pausedUntil: number | null,
  nearAt: number | null,
  until: number,
): ClockState {
  if (stoppedAt !== null) return overdue ? 'lateDone' : 'onTime';
  if (pausedUntil !== null) return 'paused';
  if (overdue) return 'late';
  return nearAt !== null && until >= nearAt ? 'near' : 'running';
}

/** A pause beyond the answer moves nothing any more. */
function cutAt(pauses: Pause[], stoppedAt: number | null): Pause[] {
  if (stoppedAt === null) return pauses;
  return pauses
    .filter((pause) => pause.from < stoppedAt)
    .map((pause) => (pause.to > stoppedAt ? { ...pause, to: stoppedAt } : pause));
}

function earliest(stops: readonly Stop[]): Stop | null {
  let first: Stop | null = null;
  for (const stop of stops) if (!first || stop.at < first.at) first = stop;
  return first;
}
