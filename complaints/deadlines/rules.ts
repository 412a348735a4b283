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

/**
 * The policy that a preset stands for. Its term for the first response is the one of the settings, or `termMs` of
 * the official's own (`custom`, with the other clocks of *Biasa*). An outside body has its own policy.
 */
export function presetPolicy(
  rules: ClockRules,
  terms: Settings['terms'],
  choice: { agencyId: string; outside: boolean; preset: PresetId; termMs: number | null },
): Policy | null {
  const { agencyId, outside, preset } = choice;
  const policy = choosePolicy(rules, { agencyId, outside, picked: preset === 'custom' ? 'normal' : preset });
  const ms = preset === 'custom' ? choice.termMs : terms[preset];
  if (ms === null) return null;
  if (outside) return policy;
  const response = { kind: 'clockHours', ms } as const;
  return {
    ...policy,
    ...(preset === 'custom' ? { id: 'custom', name: '' } : {}),
    terms: { ...policy.terms, response },
  };
}
