import type { CalendarBook } from '../deadlines/calendar-book.ts';
import type { ClockView, ComplaintClocks } from '../deadlines/clock-view.ts';
import { DAY, dayAt, HOUR } from '../deadlines/day.ts';
import { CLOCK_NAMES, type ClockName } from '../deadlines/policies.ts';
import type { Term } from '../deadlines/term.ts';
import type { ChannelOutcome, ComplaintEvent, EventOf, LetterStep, PresetId } from '../events.ts';
import type { Stretch } from './steps.ts';

/** What speaks for the step. Moments in epoch ms, spans in ms; the words are in the catalogue. */
export type ReasonFor =
  | { code: 'late'; clock: ClockName }
  | { code: 'near'; clock: ClockName }
  | { code: 'reminded'; n: number; lastAt: number }
  | { code: 'letter'; step: LetterStep; at: number; answerBy: number }
  | { code: 'earlier-late'; clock: ClockName }
  | { code: 'preset'; preset: Extract<PresetId, 'busy' | 'emergency'> };

/** What speaks against it. */
export type ReasonAgainst =
  | { code: 'extension'; clock: ClockName; by: Term; reason: string }
  | { code: 'reopened'; at: number }
  | { code: 'desk'; withAgency: number; desk: number }
  | { code: 'just-reminded'; at: number }
  | { code: 'answered'; at: number }
  | { code: 'resumed'; at: number }
  | { code: 'transfers'; n: number }
  | { code: 'calendar'; year: number }
  | { code: 'calendar-missing' }
  | { code: 'outside' }
  | { code: 'office-closed' }
  | { code: 'not-sent'; outcome: ChannelOutcome }
  | { code: 'times-wrong' };

export interface ReasonFacts {
  live: readonly ComplaintEvent[];
  clocks: ComplaintClocks;
  clock: ClockView;
  stretch: Stretch;
  book: CalendarBook;
  now: number;
}

export function reasonsFor({ live, clocks, clock, stretch }: ReasonFacts): ReasonFor[] {
  const reasons: ReasonFor[] = [];
  if (clock.overdue) reasons.push({ code: 'late', clock: clock.name });
  else if (clock.state === 'near') reasons.push({ code: 'near', clock: clock.name });
  const reminders = stretch.taken.filter((taken) => taken.step === 'reminder');
  const last = reminders.at(-1);
  if (last) reasons.push({ code: 'reminded', n: reminders.length, lastAt: last.at });
  for (const { step, at, answerBy } of stretch.taken)
    if (step !== 'reminder' && answerBy !== null) reasons.push({ code: 'letter', step, at, answerBy });
  for (const name of CLOCK_NAMES.slice(0, CLOCK_NAMES.indexOf(clock.name)))
    if (clocks.current?.clocks[name].state === 'lateDone')
      reasons.push({ code: 'earlier-late', clock: name });
  const forwarding = forwardingOf(live, clocks);
  const preset = forwarding?.preset;
  if (preset === 'busy' || preset === 'emergency') reasons.push({ code: 'preset', preset });
  return reasons;
}

export function reasonsAgainst({ live, clocks, clock, stretch, book, now }: ReasonFacts): ReasonAgainst[] {
  const reasons: ReasonAgainst[] = [];
  for (const name of CLOCK_NAMES)
    for (const { clock: asked, by, reason, granted } of clocks.current?.clocks[name].extensions ?? [])
      if (granted === null && asked === name) reasons.push({ code: 'extension', clock: asked, by, reason });
  const recent = recentSpan(clock);
  const fresh = (at: number) => at <= now && now - at < recent;
  if (stretch.answer) reasons.push({ code: 'answered', at: stretch.answer.at });
  if (stretch.reopened && now - stretch.reopened.at < DAY)
    reasons.push({ code: 'reopened', at: stretch.reopened.at });
  const reminder = stretch.taken.findLast((taken) => taken.step === 'reminder');
  if (reminder && fresh(reminder.at)) reasons.push({ code: 'just-reminded', at: reminder.at });
  const pause = clock.pauses.findLast((one) => one.to <= now);
  if (pause && fresh(pause.to)) reasons.push({ code: 'resumed', at: pause.to });
  const withAgency = now - clock.startedAt;
  if (clocks.past.length === 0 && clocks.deskTime !== null && clocks.deskTime > withAgency)
    reasons.push({ code: 'desk', withAgency, desk: clocks.deskTime });
  if (clocks.transfers > 0) reasons.push({ code: 'transfers', n: clocks.transfers });
  if (clocks.current?.outside) reasons.push({ code: 'outside' });
  if (clock.dependsOnIncompleteYear !== null)
    reasons.push({ code: 'calendar', year: clock.dependsOnIncompleteYear });
  if (clock.calendarMissing) reasons.push({ code: 'calendar-missing' });
  const office = book.nearestTime(clock.calendarVersion, clock.schedule);
  if (office.endOf(dayAt(now, office.offset)) === null) reasons.push({ code: 'office-closed' });
  const outcome = forwardingOf(live, clocks)?.outcome;
  if (outcome === 'copied' || outcome === 'saved') reasons.push({ code: 'not-sent', outcome });
  if (clocks.anomalies.length > 0) reasons.push({ code: 'times-wrong' });
  return reasons;
}

/** What counts as just now: a quarter of the term, within one hour and one day. */
function recentSpan(clock: ClockView): number {
  const term = (clock.due ?? clock.startedAt) - clock.startedAt;
  return Math.min(DAY, Math.max(HOUR, term / 4));
}

function forwardingOf(
  live: readonly ComplaintEvent[],
  clocks: ComplaintClocks,
): EventOf<'forwarded'> | undefined {
  return live.find(
    (event): event is EventOf<'forwarded'> =>
      event.type === 'forwarded' && event.id === clocks.current?.forwardingId,
  );
}
