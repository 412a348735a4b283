import type { Settings } from '../settings.ts';
import type { CalendarBook } from './calendar-book.ts';
import { freezeClocks } from './frozen.ts';
import { type ClockRules, type PresetChoice, presetPolicy, scheduleOf } from './rules.ts';

/**
 * Due time in epoch ms of the clock that comes first, if a complaint went to an agency at `at` (epoch ms): what a
 * message may promise. Worked out as the forwarding itself will. Null when there would be no such clock.
 */
export function promisedDue(
  book: CalendarBook,
  rules: ClockRules,
  terms: Settings['terms'],
  choice: PresetChoice,
  at: number,
): number | null {
  const policy = presetPolicy(rules, terms, choice);
  if (!policy) return null;
  const agency = { id: choice.agencyId, schedule: scheduleOf(rules, choice.agencyId) };
  const result = freezeClocks(book, policy, agency, at);
  if ('problem' in result) return null;
  const { due } = result.frozen;
  return due.response ?? due.followUp ?? due.settlement;
}
