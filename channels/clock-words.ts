import type { ClockState, ClockView, NotApplicable } from '../complaints/deadlines/clocks.ts';
import type { PartSum } from '../complaints/deadlines/parts.ts';
import type { PauseReason } from '../complaints/deadlines/pauses.ts';
import type { ClockName, RuleSource, SourceKey } from '../complaints/deadlines/policies.ts';
import type { Term } from '../complaints/deadlines/term.ts';
import { type Locale, m } from '../i18n/index.ts';

/** Words for clocks, in the given language or the one of the screen. */
export interface InLanguage {
  locale?: Locale;
}

const CLOCK = {
  response: m.clock_response,
  followUp: m.clock_follow_up,
  settlement: m.clock_settlement,
} satisfies Record<ClockName, unknown>;

const STATE = {
  running: m.clock_state_running,
  near: m.clock_state_near,
  late: m.clock_state_late,
  onTime: m.clock_state_on_time,
  lateDone: m.clock_state_late_done,
  paused: m.clock_state_paused,
  notApplicable: m.clock_state_not_applicable,
} satisfies Record<ClockState, unknown>;

const WHY = {
  'no-term': m.clock_why_no_term,
  transferred: m.clock_why_transferred,
  'not-ours': m.clock_why_not_ours,
  joined: m.clock_why_joined,
  dismissed: m.clock_why_dismissed,
  superseded: m.clock_why_superseded,
  'never-due': m.clock_why_never_due,
} satisfies Record<NotApplicable, unknown>;

const REASON = {
  citizen: m.clock_pause_citizen,
  outside: m.clock_pause_outside,
  disaster: m.clock_pause_disaster,
  other: m.clock_pause_other,
} satisfies Record<PauseReason, unknown>;

const POLICY = new Map([
  ['emergency', m.clock_policy_emergency],
  ['busy', m.clock_policy_busy],
  ['normal', m.clock_policy_normal],
  ['information', m.clock_policy_information],
  ['oversight', m.clock_policy_oversight],
  ['sp4n', m.clock_policy_sp4n],
  ['sp4n-oversight', m.clock_policy_sp4n_oversight],
  ['outside', m.clock_policy_outside],
]);

const SOURCE = {
  practice: m.clock_source_practice,
  'law-25-2009': m.clock_source_law_25_2009,
  lapor: m.clock_source_lapor,
  'ministry-62-2018': m.clock_source_ministry,
  'perpres-76-2013': m.clock_source_perpres,
  safety: m.clock_source_safety,
  busy: m.clock_source_busy,
  outside: m.clock_source_outside,
} satisfies Record<SourceKey, unknown>;

export const clockWord = (name: ClockName, language: InLanguage = {}) => CLOCK[name]({}, language);
export const stateWord = (state: ClockState, language: InLanguage = {}) => STATE[state]({}, language);
export const whyWord = (why: NotApplicable, language: InLanguage = {}) => WHY[why]({}, language);
export const pauseWord = (reason: PauseReason, language: InLanguage = {}) => REASON[reason]({}, language);

/** Name of a policy: the office's own, or the built-in one's. */
export function policyWord(policy: { id: string; name: string }, language: InLanguage = {}): string {
  return policy.name || (POLICY.get(policy.id) ?? m.clock_policy_custom)({}, language);
}

export function sourceWord(source: RuleSource, language: InLanguage = {}): string {
  return 'key' in source ? SOURCE[source.key]({}, language) : source.text;
}

/**
 * A span in minutes, whole: `2 hari 3 jam 5 menit`. With `days` false the hours run on (`51 jam 5 menit`), as
 * office time has no days of 24 hours.
 */
export function spanWords(minutes: number, days: boolean, language: InLanguage = {}): string {
  const total = Math.abs(minutes);
  const d = days ? Math.floor(total / 1_440) : 0;
  const h = Math.floor((total - d * 1_440) / 60);
  const min = total % 60;
  const words = [
    ...(d > 0 ? [m.clock_days({ n: d }, language)] : []),
    ...(h > 0 ? [m.clock_hours({ n: h }, language)] : []),
    ...(min > 0 || (d === 0 && h === 0) ? [m.clock_minutes({ n: min }, language)] : []),
  ];
  return words.join(' ');
}

/** `5 hari kerja`, `24 jam kalender`. */
export function termWords(term: Term, language: InLanguage = {}): string {
  if (term.kind === 'workingDays') return m.clock_term_days({ n: term.days }, language);
  const minutes = Math.round(term.ms / 60_000);
  const whole = minutes % 60 === 0;
  const span = whole ? String(minutes / 60) : spanWords(minutes, false, language);
  return term.kind === 'clockHours'
    ? m.clock_term_clock({ span }, language)
    : m.clock_term_office({ span }, language);
}

/** What a part was: *istirahat*, *cuti bersama: Idulfitri*, *dijeda (bencana)*. */
export function partWords(
  part: Pick<PartSum, 'kind' | 'note' | 'reasons'>,
  language: InLanguage = {},
): string {
  if (part.kind === 'running') return m.clock_part_running({}, language);
  if (part.kind === 'break') return m.clock_part_break({}, language);
  if (part.kind === 'closed') return m.clock_part_closed({}, language);
  if (part.kind === 'weekend') return m.clock_part_weekend({}, language);
  if (part.kind === 'paused')
    return m.clock_part_paused(
      { reasons: part.reasons.map((reason) => pauseWord(reason, language)).join(', ') },
      language,
    );
  const name = part.note?.name ?? '';
  if (part.note?.kind === 'joint') return m.clock_part_joint({ name }, language);
  if (part.note?.kind === 'local') return m.clock_part_local({ name }, language);
  if (part.note?.kind === 'special') return m.clock_part_special({ name }, language);
  return m.clock_part_national({ name }, language);
}

/** *Respons awal: lewat tenggat*. */
export function clockTitle(clock: ClockView, language: InLanguage = {}): string {
  const words = {
    clock: clockWord(clock.name, language),
    state: stateWord(clock.state, language).toLowerCase(),
  };
  return clock.why
    ? m.clock_title_why({ ...words, why: whyWord(clock.why, language) }, language)
    : m.clock_title(words, language);
}
