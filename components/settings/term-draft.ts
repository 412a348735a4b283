import { MAX_TERM, MIN_TERM } from '../../complaints/deadlines/policy.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** A term as it is typed. */
export interface TermDraft {
  hours: string;
  minutes: string;
}

/** A term in ms as it is shown for typing. */
export function draftOfTerm(ms: number): TermDraft {
  return { hours: String(Math.floor(ms / HOUR)), minutes: String(Math.round((ms % HOUR) / MINUTE)) };
}

/** The term in ms; null when it is no whole number of hours and minutes or lies out of one minute to one year. */
export function termOfDraft({ hours, minutes }: TermDraft): number | null {
  const whole = (text: string) =>
    text.trim() === '' ? 0 : /^\d{1,5}$/.test(text.trim()) ? Number(text) : Number.NaN;
  const h = whole(hours);
  const m = whole(minutes);
  if (Number.isNaN(h) || Number.isNaN(m) || m > 59) return null;
  const ms = h * HOUR + m * MINUTE;
  return ms >= MIN_TERM && ms <= MAX_TERM ? ms : null;
}
