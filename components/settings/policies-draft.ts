import { policyWord } from '../../channels/clock-words.ts';
import { DAY, HOUR, MINUTE } from '../../complaints/deadlines/day.ts';
import {
  BUILT_IN_POLICIES,
  CLOCK_NAMES,
  type ClockName,
  MAX_PAUSE,
  type Policy,
  type RuleSource,
} from '../../complaints/deadlines/policies.ts';
import { type ClockRules, SETTINGS_PRESETS } from '../../complaints/deadlines/rules.ts';
import { isTerm, type Term, type TermKind } from '../../complaints/deadlines/term.ts';
import type { Settings } from '../../complaints/settings.ts';
import { locale, m } from '../../i18n/index.ts';

/** A term as it is typed: hours, or days for working days. */
export interface PolicyTermDraft {
  kind: TermKind | 'none';
  amount: string;
}

export interface PolicyDraft {
  id: string;
  name: string;
  terms: Record<ClockName, PolicyTermDraft>;
  /** Days. */
  pauseCap: string;
  extensions: string;
  /** Sources that came with it. */
  sources: readonly RuleSource[];
  /** The office's own: a decision, a circular. Empty = none. */
  ownSource: string;
}

export interface RulesDraft {
  policies: readonly PolicyDraft[];
  /** Policy by agency id. */
  byAgency: Readonly<Record<string, string>>;
  /** Policy by kind of complaint, and by `agencyId/kind`; those not named get what their agency has. */
  byCategory: Readonly<Record<string, string>>;
  byAgencyAndCategory: Readonly<Record<string, string>>;
}

/** Sentences by `policyId.clock`, `policyId.pauseCap` and the like. */
export type PolicyProblems = Record<string, string>;

const number = (value: number) =>
  new Intl.NumberFormat(locale() === 'id' ? 'id-ID' : 'en-GB', {
    maximumFractionDigits: 4,
    useGrouping: false,
  }).format(value);

export function draftOfPolicyTerm(term: Term | null): PolicyTermDraft {
  if (term === null) return { kind: 'none', amount: '' };
  return { kind: term.kind, amount: number(term.kind === 'workingDays' ? term.days : term.ms / HOUR) };
}

/** The term that was typed; null for none, `wrong` when it is no number or out of bounds. Hours to the minute. */
export function policyTermOf({ kind, amount }: PolicyTermDraft): Term | null | 'wrong' {
  if (kind === 'none') return null;
  const text = amount.trim().replace(',', '.');
  if (!/^\d{1,6}(\.\d{1,4})?$/.test(text)) return 'wrong';
  const term: Term =
    kind === 'workingDays'
      ? { kind, days: Number(text) }
      : { kind, ms: Math.round((Number(text) * HOUR) / MINUTE) * MINUTE };
  return isTerm(term) ? term : 'wrong';
}

export function draftOfPolicy(policy: Policy): PolicyDraft {
  const own = policy.sources.find((source) => 'text' in source);
  return {
    id: policy.id,
    name: policy.name,
    terms: {
      response: draftOfPolicyTerm(policy.terms.response),
      followUp: draftOfPolicyTerm(policy.terms.followUp),
      settlement: draftOfPolicyTerm(policy.terms.settlement),
    },
    pauseCap: number(policy.pauseCapMs / DAY),
    extensions: String(policy.maxExtensions),
    sources: policy.sources.filter((source) => 'key' in source),
    ownSource: own && 'text' in own ? own.text : '',
  };
}

/** The rules as they stand, the settings' terms of the first response in them. */
export function draftOfRules(rules: ClockRules, terms: Settings['terms']): RulesDraft {
  return {
    policies: rules.policies.map((policy) => {
      const preset = SETTINGS_PRESETS.find((id) => id === policy.id);
      if (!preset || policy.terms.response?.kind !== 'clockHours') return draftOfPolicy(policy);
      const response: Term = { kind: 'clockHours', ms: terms[preset] };
      return draftOfPolicy({ ...policy, terms: { ...policy.terms, response } });
    }),
    byAgency: rules.byAgency,
    byCategory: rules.byCategory,
    byAgencyAndCategory: rules.byAgencyAndCategory,
  };
}

/** Choices with one more, or without it where the policy is none; in order, so that the same choices compare equal. */
export function withChoice(
  choices: Readonly<Record<string, string>>,
  key: string,
  policyId: string,
): Record<string, string> {
  const rest = Object.entries(choices).filter(([each]) => each !== key);
  if (policyId !== '') rest.push([key, policyId]);
  return Object.fromEntries(rest.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The draft without one policy; what had it gets again what it would have without a choice. */
export function withoutPolicy(draft: RulesDraft, policyId: string): RulesDraft {
  const rest = (choices: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(choices).filter(([, id]) => id !== policyId));
  return {
    policies: draft.policies.filter((each) => each.id !== policyId),
    byAgency: rest(draft.byAgency),
    byCategory: rest(draft.byCategory),
    byAgencyAndCategory: rest(draft.byAgencyAndCategory),
  };
}

const BUILT_IN = new Map(BUILT_IN_POLICIES.map((policy) => [policy.id, policy]));
export const builtInPolicy = (id: string): Policy | null => BUILT_IN.get(id) ?? null;

/** Whether a built-in policy is no longer as it came. */
export function isChanged(draft: PolicyDraft): boolean {
  const builtIn = builtInPolicy(draft.id);
  return builtIn !== null && JSON.stringify(draftOfPolicy(builtIn)) !== JSON.stringify(draft);
}

/** The policy that a draft means, or what is wrong with it, by place. */
export function policyOfDraft(draft: PolicyDraft): { policy: Policy } | { problems: PolicyProblems } {
  const problems: PolicyProblems = {};
  const terms: Record<ClockName, Term | null> = { response: null, followUp: null, settlement: null };
  for (const clock of CLOCK_NAMES) {
    const term = policyTermOf(draft.terms[clock]);
    if (term === 'wrong') problems[`${draft.id}.${clock}`] = m.clock_bad_term();
    else terms[clock] = term;
  }
  if (CLOCK_NAMES.every((clock) => draft.terms[clock].kind === 'none'))
    problems[`${draft.id}.response`] = m.clock_bad_no_clock();
  const days = /^\d{1,4}([.,]\d{1,4})?$/.test(draft.pauseCap.trim())
    ? Number(draft.pauseCap.trim().replace(',', '.'))
    : Number.NaN;
  const pauseCapMs = Math.round(days * DAY);
  if (!(pauseCapMs >= 0 && pauseCapMs <= MAX_PAUSE)) problems[`${draft.id}.pauseCap`] = m.clock_bad_cap();
  const maxExtensions = /^\d{1,3}$/.test(draft.extensions.trim()) ? Number(draft.extensions) : Number.NaN;
  if (!(maxExtensions <= 10)) problems[`${draft.id}.extensions`] = m.clock_bad_extensions();
  if (!BUILT_IN.has(draft.id) && draft.name.trim() === '')
    problems[`${draft.id}.name`] = m.set_name_missing();
  if (Object.keys(problems).length > 0) return { problems };
  const own = draft.ownSource.trim();
  return {
    policy: {
      id: draft.id,
      name: draft.name.trim(),
      terms,
      pauseCapMs,
      maxExtensions,
      sources: [...draft.sources, ...(own === '' ? [] : [{ text: own, certain: true }])],
    },
  };
}

/** The rules that the draft means, everything else as it was; or every reason why not, by place. */
export function rulesOfDraft(
  draft: RulesDraft,
  rules: ClockRules,
): { rules: ClockRules } | { problems: PolicyProblems } {
  const problems: PolicyProblems = {};
  const policies: Policy[] = [];
  const names = new Set<string>();
  for (const each of draft.policies) {
    const made = policyOfDraft(each);
    if ('problems' in made) Object.assign(problems, made.problems);
    else policies.push(made.policy);
    const word = policyWord({ id: each.id, name: each.name.trim() }).toLowerCase();
    if (!BUILT_IN.has(each.id) && names.has(word)) problems[`${each.id}.name`] ??= m.pol_name_twice();
    names.add(word);
  }
  if (Object.keys(problems).length > 0) return { problems };
  const { byAgency, byCategory, byAgencyAndCategory } = draft;
  return { rules: { ...rules, policies, byAgency, byCategory, byAgencyAndCategory } };
}
