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

/**
 * The policy that a preset stands for. *Biasa* is what an agency gets when nothing is picked: its own policy, else that
 * of its category, else `normal`. `custom` is the same with `termMs` of the official's own for the first response. An
 * outside body has its own policy. Null when `custom` lacks its term.
 */
export function presetPolicy(
  rules: ClockRules,
  terms: Settings['terms'],
  choice: { agencyId: string; outside: boolean; preset: PresetId; termMs: number | null },
): Policy | null {
  const { agencyId, outside, preset, termMs } = choice;
  const usual = preset === 'custom' || preset === 'normal';
  const policy = choosePolicy(rules, { agencyId, outside, ...(usual ? {} : { picked: preset }) });
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
