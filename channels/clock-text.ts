import { minuteSum } from '../complaints/deadlines/minute-sum.ts';
import type { ClockExplanation } from '../complaints/deadlines/parts.ts';
import { fullMoment, type Zone } from '../complaints/when.ts';
import { type Locale, m } from '../i18n/index.ts';
import { clockTitle, partWords, policyWord, spanWords, termWords } from './clock-words.ts';

export interface ClockTextOptions {
  zone: Zone;
  /** Letters are Indonesian whatever the language of the screen. */
  locale?: Locale;
}

/** A clock and its sum in plain lines, for a letter, a tooltip or the clipboard. The figures are `explain`'s. */
export function clockLines(explanation: ClockExplanation, options: ClockTextOptions): string[] {
  const locale = options.locale ?? 'id';
  const language = { locale };
  const { clock, term } = explanation;
  const moment = (ms: number) => fullMoment(ms, options.zone, locale);
  if (clock.state === 'notApplicable' || term === null || clock.due === null)
    return [clockTitle(clock, language)];

  const sum = minuteSum(explanation);
  const calendar = term.kind === 'clockHours';
  const span = (minutes: number) => spanWords(minutes, calendar, language);
  const row = (label: string, minutes: number) => m.clock_row({ label, value: span(minutes) }, language);
  const granted = clock.extensions.filter((extension) => extension.granted).length;
  const lines = [
    clockTitle(clock, language),
    m.clock_started({ moment: moment(clock.startedAt) }, language),
    m.clock_term({ term: termWords(term, language) }, language),
    m.clock_due({ moment: moment(clock.due) }, language),
    clock.stoppedAt === null
      ? m.clock_until({ moment: moment(clock.until) }, language)
      : m.clock_stopped({ moment: moment(clock.stoppedAt) }, language),
    row(calendar ? m.clock_sum_since({}, language) : m.clock_sum_since_office({}, language), sum.counted),
    row(m.clock_sum_paused({}, language), sum.paused),
    row(m.clock_sum_used({}, language), sum.used),
    row(m.clock_sum_available({}, language), sum.available),
    row(clock.overdue ? m.clock_sum_over({}, language) : m.clock_sum_left({}, language), sum.left),
  ];
  if (sum.rows.length > 0) {
    const parts = sum.rows
      .map(({ sum: part, minutes }) => `${partWords(part, language)} ${spanWords(minutes, true, language)}`)
      .join('; ');
    lines.push(m.clock_parts({ parts }, language));
  }
  if (clock.days && term.kind === 'workingDays')
    lines.push(m.clock_days_counted({ used: clock.days.used, total: term.days }, language));
  if (granted > 0) lines.push(m.clock_extended({ n: granted }, language));
  if (clock.unconfirmed) lines.push(m.clock_unconfirmed({}, language));
  if (clock.dependsOnIncompleteYear !== null)
    lines.push(m.clock_calendar_incomplete({ year: clock.dependsOnIncompleteYear }, language));
  if (clock.calendarMissing)
    lines.push(m.clock_calendar_missing({ version: clock.calendarVersion }, language));
  lines.push(
    m.clock_rule(
      {
        policy: policyWord({ id: clock.policyId, name: clock.policyName }, language),
        version: clock.calendarVersion || '–',
      },
      language,
    ),
  );
  return lines;
}

/** The same as one text. */
export function clockText(explanation: ClockExplanation, options: ClockTextOptions): string {
  return clockLines(explanation, options).join('\n');
}
