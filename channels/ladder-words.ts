import { minuteSum } from '../complaints/deadlines/minute-sum.ts';
import type { ClockExplanation } from '../complaints/deadlines/parts.ts';
import type { LadderStep } from '../complaints/ladder/steps.ts';
import { m } from '../i18n/index.ts';
import { type InLanguage, spanWords } from './clock-words.ts';

const STEP = {
  reminder: m.ladder_step_reminder,
  explanation: m.ladder_step_explanation,
  warning1: m.ladder_step_warning1,
  warning2: m.ladder_step_warning2,
} satisfies Record<LadderStep, unknown>;

/** *Pengingat*, *Permintaan Penjelasan*, *Surat Teguran I*, *Surat Teguran II*. */
export const stepWord = (step: LadderStep, language: InLanguage = {}) => STEP[step]({}, language);

/**
 * How late or how near a clock is, in its own measure: `1 hari 3 jam`, `9 jam 30 menit jam kerja`, `2 hari kerja`.
 * The figures are those of the explanation, which lists and badge show too.
 */
export function againstDue(explanation: ClockExplanation, language: InLanguage = {}): string {
  const { clock } = explanation;
  const minutes = Math.abs(minuteSum(explanation).left);
  if (clock.days && Math.abs(clock.days.left) >= 1)
    return m.clock_term_days({ n: Math.abs(clock.days.left) }, language);
  const calendar = clock.term?.kind === 'clockHours';
  const span = spanWords(minutes, calendar, language);
  return calendar ? span : m.ladder_office_span({ span }, language);
}
