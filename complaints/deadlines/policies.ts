import { DAY } from './day.ts';
import { clockHours, type Term, workingDays } from './term.ts';

export const CLOCK_NAMES = ['response', 'followUp', 'settlement'] as const;
/** Respons awal, tindak lanjut, penyelesaian. */
export type ClockName = (typeof CLOCK_NAMES)[number];

/** Terms of the three clocks; null = that clock does not apply. */
export type Terms = Record<ClockName, Term | null>;

/** Rules and habits behind the built-in terms; their words are in the catalogue. */
export type SourceKey =
  | 'practice'
  | 'law-25-2009'
  | 'lapor'
  | 'ministry-62-2018'
  | 'perpres-76-2013'
  | 'safety'
  | 'busy'
  | 'outside';

/**
 * Where a term comes from: a built-in source, or the office's own words. `certain` is false where no text of a
 * rule stands behind it: a default, and it must be shown as one, not as law.
 */
export type RuleSource = { key: SourceKey; certain: boolean } | { text: string; certain: boolean };

/** A set of terms under a name. Editable; what ran under it before keeps the terms frozen into its forwarding. */
export interface Policy {
  /** `emergency`, `normal` …, or a UUID of the office's own. */
  id: string;
  /** The office's own name for it; empty for built-in ones, whose name is in the catalogue. */
  name: string;
  terms: Terms;
  /** Most pause that one forwarding may have, in ms of calendar time. */
  pauseCapMs: number;
  /** Extensions that may be granted per clock. */
  maxExtensions: number;
  sources: RuleSource[];
}

/** Thirty days, the time UU 25/2009 gives a complainant to complete his file. */
export const DEFAULT_PAUSE_CAP = 30 * DAY;
/** Bounds of the cap on pauses, and of a single pause. */
export const MAX_PAUSE = 180 * DAY;
export const DEFAULT_EXTENSIONS = 1;

const PRACTICE: RuleSource = { key: 'practice', certain: true };
const LAW: RuleSource = { key: 'law-25-2009', certain: true };
const LAPOR: RuleSource = { key: 'lapor', certain: true };
const MINISTRY: RuleSource = { key: 'ministry-62-2018', certain: true };
const SIXTY: RuleSource = { key: 'perpres-76-2013', certain: true };
const HABIT = (key: SourceKey): RuleSource => ({ key, certain: false });

function preset(
  id: string,
  response: Term | null,
  followUp: Term | null,
  settlement: Term | null,
  ...sources: RuleSource[]
): Policy {
  return {
    id,
    name: '',
    terms: { response, followUp, settlement },
    pauseCapMs: DEFAULT_PAUSE_CAP,
    maxExtensions: DEFAULT_EXTENSIONS,
    sources,
  };
}

/** Presets to begin with. No single rule fixes these clocks, so each shows its sources and can be edited. */
export const BUILT_IN_POLICIES: readonly Policy[] = [
  preset('emergency', clockHours(2), clockHours(24), clockHours(72), HABIT('safety'), LAW),
  preset('busy', clockHours(6), clockHours(24), workingDays(5), HABIT('busy'), LAW),
  preset('normal', clockHours(24), workingDays(5), workingDays(14), PRACTICE, LAPOR, MINISTRY),
  preset('information', workingDays(1), null, workingDays(5), MINISTRY),
  preset('oversight', workingDays(2), workingDays(14), workingDays(60), MINISTRY, SIXTY),
  preset('sp4n', workingDays(3), workingDays(5), workingDays(14), LAPOR, MINISTRY),
  preset('sp4n-oversight', workingDays(3), workingDays(5), workingDays(60), LAPOR, MINISTRY, SIXTY),
  preset('outside', workingDays(2), workingDays(10), null, HABIT('outside')),
];

/** The office's policies and which of them an agency or a category gets by default. */
export interface PolicyTable {
  policies: readonly Policy[];
  /** Policy id by agency id, by category, and by `agencyId/category`. */
  byAgency: Readonly<Record<string, string>>;
  byCategory: Readonly<Record<string, string>>;
  byAgencyAndCategory: Readonly<Record<string, string>>;
}

export const DEFAULT_POLICY_TABLE: PolicyTable = {
  policies: BUILT_IN_POLICIES,
  byAgency: {},
  // Both stand in the table of policies with sources of their own; an ordinary complaint gets what its agency has.
  byCategory: { information: 'information', oversight: 'oversight' },
  byAgencyAndCategory: {},
};

export interface PolicyChoice {
  agencyId: string;
  outside: boolean;
  category?: string;
  /** What the official picked; it wins, except that an outside body always has its own. */
  picked?: string;
}

/**
 * The policy for a forwarding: outside bodies their own; else what was picked, else the closest rule
 * (agency with category, category, agency), else `normal`. An id that no longer exists is passed over.
 */
export function choosePolicy(table: PolicyTable, choice: PolicyChoice): Policy {
  const ids = choice.outside
    ? [table.byAgency[choice.agencyId], 'outside']
    : [
        choice.picked,
        choice.category === undefined
          ? undefined
          : table.byAgencyAndCategory[`${choice.agencyId}/${choice.category}`],
        choice.category === undefined ? undefined : table.byCategory[choice.category],
        table.byAgency[choice.agencyId],
        'normal',
      ];
  for (const id of ids) {
    const found = id === undefined ? undefined : table.policies.find((policy) => policy.id === id);
    if (found) return found;
  }
  const fallback = BUILT_IN_POLICIES.find((policy) => policy.id === (choice.outside ? 'outside' : 'normal'));
  if (!fallback) throw new Error('choosePolicy: no built-in policy');
  return fallback;
}
