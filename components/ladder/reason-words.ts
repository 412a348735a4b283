import { clockWord, termWords } from '../../channels/clock-words.ts';
import { againstDue, stepWord } from '../../channels/ladder-words.ts';
import type { ClockExplanation } from '../../complaints/deadlines/parts.ts';
import type { Rest } from '../../complaints/ladder/ladder.ts';
import type { ReasonAgainst, ReasonFor } from '../../complaints/ladder/reasons.ts';
import { nearMoment, type Zone } from '../../complaints/when.ts';
import { locale, m } from '../../i18n/index.ts';
import { durationLong } from '../format.ts';

export interface ReasonContext {
  explanation: ClockExplanation;
  now: number;
  zone: Zone;
}

/** What speaks for the step, in a line. */
export function forWords(reason: ReasonFor, { explanation, now, zone }: ReasonContext): string {
  const when = (ms: number) => nearMoment(ms, now, zone, locale());
  switch (reason.code) {
    case 'late':
      return m.ladder_for_late({ clock: clockWord(reason.clock), span: againstDue(explanation) });
    case 'near':
      return m.ladder_for_near({ clock: clockWord(reason.clock), span: againstDue(explanation) });
    case 'reminded':
      return m.ladder_for_reminded({ n: reason.n, when: when(reason.lastAt) });
    case 'letter':
      return now > reason.answerBy
        ? m.ladder_for_letter_over({ step: stepWord(reason.step), when: when(reason.answerBy) })
        : m.ladder_for_letter({ step: stepWord(reason.step), when: when(reason.at) });
    case 'earlier-late':
      return m.ladder_for_earlier({ clock: clockWord(reason.clock) });
    case 'preset':
      return reason.preset === 'busy' ? m.ladder_for_busy() : m.ladder_for_emergency();
  }
}

/** What is to be weighed against it, in a line. */
export function againstWords(reason: ReasonAgainst, { now, zone }: ReasonContext): string {
  const ago = (ms: number) => durationLong(Math.max(0, now - ms));
  switch (reason.code) {
    case 'extension':
      return m.ladder_against_extension({ term: termWords(reason.by), clock: clockWord(reason.clock) });
    case 'reopened':
      return m.ladder_against_reopened({ ago: ago(reason.at) });
    case 'desk':
      return m.ladder_against_desk({
        withAgency: durationLong(reason.withAgency),
        desk: durationLong(reason.desk),
      });
    case 'just-reminded':
      return m.ladder_against_just_reminded({ ago: ago(reason.at) });
    case 'answered':
      return m.ladder_against_answered({ when: nearMoment(reason.at, now, zone, locale()) });
    case 'resumed':
      return m.ladder_against_resumed({ ago: ago(reason.at) });
    case 'transfers':
      return m.ladder_against_transfers({ n: reason.n });
    case 'calendar':
      return m.ladder_against_calendar({ year: reason.year });
    case 'calendar-missing':
      return m.ladder_against_calendar_missing();
    case 'outside':
      return m.ladder_against_outside();
    case 'office-closed':
      return m.ladder_against_office_closed();
    case 'not-sent':
      return reason.outcome === 'copied' ? m.ladder_against_copied() : m.ladder_against_saved();
    case 'times-wrong':
      return m.ladder_against_times();
  }
}

const REST: Record<Rest, () => string> = {
  'not-forwarded': m.ladder_rest_not_forwarded,
  declined: m.ladder_rest_declined,
  closed: m.ladder_rest_closed,
  joined: m.ladder_rest_joined,
  answered: m.ladder_rest_answered,
  paused: m.ladder_rest_paused,
  early: m.ladder_rest_early,
  outside: m.ladder_rest_outside,
  complete: m.ladder_rest_complete,
};

/** Why nothing is proposed now. */
export const restWords = (rest: Rest) => REST[rest]();
