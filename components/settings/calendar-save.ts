import { clockWord, policyWord } from '../../channels/clock-words.ts';
import type { OfficeCalendar } from '../../complaints/deadlines/calendar.ts';
import { checkRules, type RulesProblem } from '../../complaints/deadlines/check-rules.ts';
import type { ClockRules } from '../../complaints/deadlines/rules.ts';
import { m } from '../../i18n/index.ts';
import { policyProblemText } from '../clock-problems.ts';
import { scheduleWord } from './calendar-words.ts';

/** The first thing for which the office's policies and a calendar do not go together, in words; null when they do. */
export function clashText(rules: ClockRules, calendar: OfficeCalendar, at: number): string | null {
  const [problem] = checkRules(rules, calendar, at);
  return problem ? rulesProblemText(problem, rules, calendar) : null;
}

/** One problem with the policy, the clock and the schedule that it is about. */
export function rulesProblemText(problem: RulesProblem, rules: ClockRules, calendar: OfficeCalendar): string {
  if (problem.code === 'schedule-used' || !('problem' in problem)) return m.cal_bad_schedule_used();
  const policy = rules.policies.find((each) => each.id === problem.policyId);
  const schedule = calendar.schedules.find((each) => each.id === problem.schedule);
  const where = [
    policyWord({ id: problem.policyId, name: policy?.name ?? '' }),
    ...('clock' in problem.problem ? [clockWord(problem.problem.clock)] : []),
    ...(problem.code === 'never-due' && schedule ? [scheduleWord(schedule)] : []),
  ].join(', ');
  return m.cal_bad_at({ where, why: policyProblemText(problem.problem) });
}
