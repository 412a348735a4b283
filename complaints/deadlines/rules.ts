import { type ComplaintCategory, DEFAULT_CATEGORY } from '../category.ts';
import type { PresetId } from '../events.ts';
import type { Settings } from '../settings.ts';
import { choosePolicy, DEFAULT_POLICY_TABLE, type Policy, type PolicyTable } from './policies.ts';

/** The office's policies, and by which hours an agency works: `office`, `six-days`, `always` or the office's own. */
export interface ClockRules extends PolicyTable {
  /** Schedule by agency id; `office` for those not named. */
  schedules: Readonly<Record<string, string>>;
}

export const DEFAULT_RULES: ClockRules = { ...DEFAULT_POLICY_TABLE, schedules: {} };

export const scheduleOf = (rules: ClockRules, agencyId: string): string =>
  rules.schedules[agencyId] ?? 'office';

/** Presets whose term for the first response stands in the settings too, where the first run asks for it. */
export const SETTINGS_PRESETS = ['emergency', 'busy', 'normal'] as const;

export interface PresetChoice {
  agencyId: string;
  outside: boolean;
  preset: PresetId;
  /** Ms; only for `custom`. */
  termMs: number | null;
  /** Absent = an ordinary complaint. */
  category?: ComplaintCategory;
}

/**
 * The policy that a preset stands for. *Biasa* is what a complaint gets when nothing is picked: the policy of its
 * category at this agency, else that of its category, else the agency's own, else `normal`. `custom` is the same with
 * `termMs` of the official's own for the first response. An outside body has its own policy. Null when `custom` lacks
 * its term.
 */
export function presetPolicy(
  rules: ClockRules,
  terms: Settings['terms'],
  choice: PresetChoice,
): Policy | null {
  const { agencyId, outside, preset, termMs, category = DEFAULT_CATEGORY } = choice;
  const usual = preset === 'custom' || preset === 'normal';
  const policy = choosePolicy(rules, { agencyId, outside, category, ...(usual ? {} : { picked: preset }) });
  if (preset === 'custom' && termMs === null) return null;
  if (outside) return policy;
  if (preset === 'custom' && termMs !== null)
    return withResponse({ ...policy, id: 'custom', name: '' }, termMs);
  const own = SETTINGS_PRESETS.find((id) => id === policy.id);
  return own && policy.terms.response?.kind === 'clockHours' ? withResponse(policy, terms[own]) : policy;
}

function withResponse(policy: Policy, ms: number): Policy {
  return { ...policy, terms: { ...policy.terms, response: { kind: 'clockHours', ms } } };
}
