import { type Agency, nameAt } from '../../complaints/agency.ts';

/** One line of the agency list. */
export interface AgencyOption {
  agency: Agency;
  name: string;
  short: string;
  /** The citizen's words that speak for it, under "suggested" only. */
  because?: readonly string[];
}

/** An agency that the citizen's words speak for. */
export interface SuggestedAgency {
  agencyId: string;
  because: readonly string[];
}

export type AgencyGroup = 'suggested' | 'lastUsed' | 'all' | 'outside';

export interface AgencyGroupList {
  group: AgencyGroup;
  options: AgencyOption[];
}

/** How many agencies stand under "last used". */
const LAST_USED = 3;
const SUGGESTED = 3;

/** Lower case, without accents and without marks that people leave out when typing. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[.,'’"“”()/]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Agencies in use that match every word of `query` in their full name, short name, other names or topics, grouped:
 * suggested and last used (both only without a query), all, outside bodies. `now` (epoch ms) decides which name is in force.
 * With a query the best match comes first: short name, then the beginning of a name, then any word.
 */
export function searchAgencies(
  agencies: readonly Agency[],
  query: string,
  now: number,
  suggestions: readonly SuggestedAgency[] = [],
): AgencyGroupList[] {
  const words = fold(query).split(' ').filter(Boolean);
  const found = agencies
    .filter((agency) => agency.retiredAt === null)
    .map((agency) => ({ agency, ...pick(agency, now), score: score(agency, words, now) }))
    .filter((o) => o.score < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.score - b.score || a.short.localeCompare(b.short, 'id'));
  const groups: AgencyGroupList[] = [];
  const suggested =
    words.length === 0
      ? suggestions
          .flatMap(({ agencyId, because }) =>
            found.filter((o) => o.agency.id === agencyId).map((o) => ({ ...o, because })),
          )
          .slice(0, SUGGESTED)
      : [];
  const suggestedIds = new Set(suggested.map((o) => o.agency.id));
  const recent =
    words.length === 0
      ? found
          .filter((o) => o.agency.lastUsedAt > 0 && !suggestedIds.has(o.agency.id))
          .sort((a, b) => b.agency.lastUsedAt - a.agency.lastUsedAt)
          .slice(0, LAST_USED)
      : [];
  const recentIds = new Set(recent.map((o) => o.agency.id));
  const rest = found.filter((o) => !recentIds.has(o.agency.id) && !suggestedIds.has(o.agency.id));
  const push = (group: AgencyGroup, options: AgencyOption[]) => {
    if (options.length > 0)
      groups.push({
        group,
        options: options.map(({ agency, name, short, because }) => ({
          agency,
          name,
          short,
          ...(because ? { because } : {}),
        })),
      });
  };
  push('suggested', suggested);
  push('lastUsed', recent);
  push(
    'all',
    rest.filter((o) => !o.agency.outside),
  );
  push(
    'outside',
    rest.filter((o) => o.agency.outside),
  );
  return groups;
}

/** Whether an agency in use already goes by exactly this name, so that adding it again is not offered. */
export function knownByName(agencies: readonly Agency[], query: string, now: number): boolean {
  const wanted = fold(query);
  return agencies.some((agency) => {
    if (agency.retiredAt !== null) return false;
    const { name, short } = nameAt(agency, now);
    return [name, short, ...agency.aliases].some((n) => fold(n) === wanted);
  });
}

/** The pieces of `text`, those that match a word of the query marked. Joined they give `text` again. */
export function markMatches(text: string, query: string): { text: string; hit: boolean }[] {
  const words = fold(query).split(' ').filter(Boolean);
  if (words.length === 0) return [{ text, hit: false }];
  const pattern = new RegExp(
    `(${words.map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`,
    'gi',
  );
  return text
    .split(pattern)
    .filter(Boolean)
    .map((part) => ({ text: part, hit: words.includes(part.toLowerCase()) }));
}

function pick(agency: Agency, now: number): { name: string; short: string } {
  const { name, short } = nameAt(agency, now);
  return { name, short };
}

/** 0 is best; infinity = a word is found nowhere. */
function score(agency: Agency, words: string[], now: number): number {
  if (words.length === 0) return 0;
  const { name, short } = nameAt(agency, now);
  const shortFold = fold(short);
  const others = agency.aliases.map(fold);
  const nameFold = fold(name);
  const topics = agency.topics.map(fold);
  let total = 0;
  for (const word of words) {
    if (shortFold.startsWith(word)) continue;
    if (others.some((o) => o.startsWith(word))) total += 1;
    else if (startsWord(nameFold, word) || startsWord(shortFold, word)) total += 2;
    else if (topics.some((t) => startsWord(t, word))) total += 3;
    else if ([nameFold, shortFold, ...others, ...topics].some((t) => t.includes(word))) total += 4;
    else return Number.POSITIVE_INFINITY;
  }
  return total;
}

function startsWord(text: string, word: string): boolean {
  return text.startsWith(word) || text.includes(` ${word}`);
}
