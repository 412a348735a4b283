import { uuidv7 } from 'uuidv7';
import { parsePhone, phoneSentence, showPhone } from '../../channels/phone.ts';
import type { Agency, AgencyAccount, HeadStanding } from '../../complaints/agency.ts';
import type { Zone } from '../../complaints/when.ts';
import { m } from '../../i18n/index.ts';
import { readDate, typedDate } from '../typed-moment.ts';

/** An agency as it is typed; dates as `3/11/2026`, empty = always or unknown. */
export interface AgencyDraft {
  names: { key: string; name: string; short: string; from: string }[];
  heads: { key: string; name: string; standing: HeadStanding; from: string }[];
  accounts: { key: string; site: AgencyAccount['site']; account: string }[];
  aliases: string;
  topics: string;
  phone: string;
  email: string;
  channel: string;
  outside: boolean;
}

/** Sentences by field: `names.0.name`, `phone` … */
export type AgencyProblems = Record<string, string>;

export function draftOfAgency(agency: Agency, zone: Zone): AgencyDraft {
  const date = (ms: number) => (ms > 0 ? typedDate(ms, zone) : '');
  return {
    names: agency.names.map((n) => ({ key: uuidv7(), name: n.name, short: n.short, from: date(n.from) })),
    heads: agency.heads.map((h) => ({
      key: uuidv7(),
      name: h.name,
      standing: h.standing,
      from: date(h.from),
    })),
    accounts: agency.accounts.map((a) => ({ key: uuidv7(), ...a })),
    aliases: agency.aliases.join(', '),
    topics: agency.topics.join(', '),
    phone: showPhone(agency.phone),
    email: agency.email,
    channel: agency.channel,
    outside: agency.outside,
  };
}

/**
 * The record that the draft makes of `agency`, or what is wrong with it. Lines without a name are left out, except
 * that one name there must be.
 */
export function agencyOfDraft(
  draft: AgencyDraft,
  agency: Agency,
  zone: Zone,
): { agency: Agency } | { problems: AgencyProblems } {
  const problems: AgencyProblems = {};
  const epoch = (date: string) => (date.trim() === '' ? 0 : readDate(date, zone));
  const when = (date: string, field: string) => {
    const ms = epoch(date);
    if (ms === null) problems[field] = m.set_date_wrong();
    return ms ?? 0;
  };

  const names = draft.names.map((line, at) => {
    const name = oneLine(line.name);
    if (name === '') problems[`names.${at}.name`] = m.set_name_missing();
    const short = oneLine(line.short) || name;
    if (short.length > 60) problems[`names.${at}.short`] = m.set_short_too_long();
    return { name, short: short.slice(0, 60), from: when(line.from, `names.${at}.from`) };
  });
  if (new Set(names.map((n) => n.from)).size < names.length) {
    problems[`names.${names.length - 1}.from`] ??= m.set_date_twice();
  }
  const heads = draft.heads
    .map((line, at) => ({
      name: oneLine(line.name),
      standing: line.standing,
      from: when(line.from, `heads.${at}.from`),
    }))
    .filter((head) => head.name !== '');

  const parsed = parsePhone(draft.phone);
  const phone = parsed.ok ? parsed.digits : '';
  if (!parsed.ok && draft.phone.trim() !== '') problems.phone = phoneSentence(parsed);
  const email = draft.email.trim();
  if (email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) problems.email = m.set_email_wrong();

  const accounts: AgencyAccount[] = [];
  for (const [at, line] of draft.accounts.entries()) {
    if (line.account.trim() === '') continue;
    const account = accountOf(line.account);
    if (account === null) problems[`accounts.${at}`] = m.set_account_wrong();
    else accounts.push({ site: line.site, account });
  }
  if (Object.keys(problems).length > 0) return { problems };
  return {
    agency: {
      ...agency,
      names: names.sort((a, b) => a.from - b.from),
      heads: heads.sort((a, b) => a.from - b.from),
      accounts,
      aliases: words(draft.aliases),
      topics: words(draft.topics),
      phone,
      email,
      channel: draft.channel,
      outside: draft.outside,
    },
  };
}

/** A handle or numeric id from what people paste: `@dlh.kotim`, `instagram.com/dlh.kotim/`; null for anything else. */
export function accountOf(text: string): string | null {
  const plain = text
    .trim()
    .replace(/^(https?:\/\/)?((www|m|web)\.)?(instagram|facebook)\.com\//i, '')
    .replace(/^profile\.php\?id=(\d+).*$/, '$1')
    .replace(/[/?#].*$/, '')
    .replace(/^@/, '');
  return /^[\p{L}\p{N}._-]{1,100}$/u.test(plain) ? plain : null;
}

function words(text: string): string[] {
  return [...new Set(text.split(/[,;\n]/).map(oneLine))].filter(Boolean).slice(0, 60);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The lines with one of them changed. */
export function changeLine<T>(lines: readonly T[], at: number, change: Partial<T>): T[] {
  return lines.map((line, i) => (i === at ? { ...line, ...change } : line));
}

/** The lines without one of them. */
export function dropLine<T>(lines: readonly T[], at: number): T[] {
  return lines.filter((_, i) => i !== at);
}
