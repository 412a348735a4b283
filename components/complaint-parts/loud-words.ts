import type { Accounts, Growth, LoudReason } from '../../complaints/loud.ts';
import { m } from '../../i18n/index.ts';
import type { ComplaintRow } from '../../storage/database.ts';
import { durationLong } from '../format.ts';

const HOUR = 3_600_000;
const ACCOUNTS = {
  photo: m.loud_accounts_photo,
  words: m.loud_accounts_words,
  matter: m.loud_accounts_matter,
};

/** Why something is loud or urgent, as one clause; empty for no reason. */
export function loudReasons(reasons: readonly LoudReason[]): string {
  const words = reasons.map(reasonWords);
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : m.loud_and({ first: words.slice(0, -1).join(', '), last });
}

/** *Ramai* with its reasons, as one clause; empty where it is not. */
export function loudWhy(growth: Growth | null, accounts: Accounts | null): string {
  const reasons = loudReasons([growth, accounts].filter((reason) => reason !== null));
  return reasons && m.loud_why({ reasons });
}

function reasonWords(reason: LoudReason): string {
  if (reason.kind === 'danger') return m.loud_danger({ word: reason.word });
  if (reason.kind === 'accounts') return ACCOUNTS[reason.by]({ n: reason.accounts });
  const span = reason.toAt - reason.fromAt;
  // To the hour: between two glances at a page minutes tell nothing.
  const duration = durationLong(span < 2 * HOUR ? span : Math.round(span / HOUR) * HOUR);
  return m.loud_growth({ from: reason.from, to: reason.to, duration });
}

/** The growth that stands in a row, as a reason. */
export function rowGrowth({ loud }: Pick<ComplaintRow, 'loud'>): Growth | null {
  if (!loud) return null;
  const { from, to, ms } = loud;
  return { kind: 'growth', from, to, perHour: Math.round((to - from) / (ms / HOUR)), fromAt: 0, toAt: ms };
}
