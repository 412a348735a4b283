import type { CalendarBook } from './calendar-book.ts';
import { CLOCK_NAMES, type ClockName, type Policy, type Terms } from './policies.ts';
import { dueTime, isTerm } from './term.ts';

/**
 * What a forwarding freezes: later changes of policy, holidays or agency touch only complaints forwarded after it.
 * Every clock can be worked out from it, the log and the named calendar version.
 */
export interface FrozenClocks {
  policyId: string;
  /** The office's own name for it then; empty for a built-in one. */
  policyName: string;
  calendarVersion: string;
  /** Schedule of the agency in that calendar: `office`, `six-days`, `always` or the office's own. */
  schedule: string;
  agencyId: string;
  terms: Terms;
  pauseCapMs: number;
  maxExtensions: number;
  /** Due times in epoch ms as they stood at the forwarding, before any pause; null where a clock does not apply. */
  due: Record<ClockName, number | null>;
}

export type FreezeProblem = { code: 'never-due' | 'term-bounds'; clock: ClockName } | { code: 'no-schedule' };

/**
 * Works out what is to be frozen into a forwarding at `at` (epoch ms), by the current calendar of the book.
 * A term that would never come due, or is out of bounds, is a problem and not a clock.
 */
export function freezeClocks(
  book: CalendarBook,
  policy: Policy,
  agency: { id: string; schedule: string },
  at: number,
): { frozen: FrozenClocks } | { problem: FreezeProblem } {
  const { version } = book.current;
  const office = book.time(version, agency.schedule);
  if (!office) return { problem: { code: 'no-schedule' } };
  const due: Record<ClockName, number | null> = { response: null, followUp: null, settlement: null };
  for (const clock of CLOCK_NAMES) {
    const term = policy.terms[clock];
    if (!term) continue;
    if (!isTerm(term)) return { problem: { code: 'term-bounds', clock } };
    due[clock] = dueTime(term, office, [], at);
    if (due[clock] === null) return { problem: { code: 'never-due', clock } };
  }
  return {
    frozen: {
      policyId: policy.id,
      policyName: policy.name,
      calendarVersion: version,
      schedule: agency.schedule,
      agencyId: agency.id,
      terms: policy.terms,
      pauseCapMs: policy.pauseCapMs,
      maxExtensions: policy.maxExtensions,
      due,
    },
  };
}
