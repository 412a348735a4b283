import type { OfficeCalendar } from './calendar.ts';
import { checkPolicy, type PolicyProblem } from './check-calendar.ts';
import { type ClockRules, scheduleOf } from './rules.ts';

/** Why policies and a calendar do not go together, and where. */
export type RulesProblem =
  | { code: 'schedule-used'; schedule: string }
  | { code: PolicyProblem['code']; policyId: string; schedule: string; problem: PolicyProblem };

/** Schedules by which some agency works; `office` is that of all who have none of their own. */
export function usedSchedules(rules: ClockRules): string[] {
  return [...new Set(['office', ...Object.keys(rules.schedules).map((id) => scheduleOf(rules, id))])];
}

/**
 * Everything that is wrong between the office's policies and a calendar, as from `at` (epoch ms): a schedule that the
 * calendar has not got although an agency works by it, and for each policy what `checkPolicy` finds. The calendar
 * itself must be sound.
 */
export function checkRules(rules: ClockRules, calendar: OfficeCalendar, at: number): RulesProblem[] {
  const known = new Set(calendar.schedules.map((schedule) => schedule.id));
  const problems: RulesProblem[] = [];
  for (const schedule of usedSchedules(rules)) {
    if (!known.has(schedule)) {
      problems.push({ code: 'schedule-used', schedule });
      continue;
    }
    for (const policy of rules.policies)
      for (const problem of checkPolicy(policy, calendar, schedule, at))
        problems.push({ code: problem.code, policyId: policy.id, schedule, problem });
  }
  return problems;
}
