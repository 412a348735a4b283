import { DANGER_WORDS, NOT_DANGER, NOT_DANGER_BEFORE } from './loud-words.ts';
import { wordsOf } from './normalize.ts';
import type { Counts } from './reading.ts';

/** The preset that is proposed; a term that runs is never touched. */
export type Alarm = 'emergency' | 'busy';

/** One time the post was seen with its figures. */
export interface Sighting {
  /** Epoch ms. */
  at: number;
  counts: Counts;
}

/** Another complaint with the same photo, with nearly the same words, or joined by the official. */
export interface Alike {
  /** Names by which its author is told from others, for this comparison alone; none = unknown, and not counted. */
  author: readonly string[];
  by: 'photo' | 'words' | 'joined';
  /** Epoch ms of the posting, or of the flag. */
  at: number;
}

/** Reactions, comments and shares grew by `perHour` between two sightings. */
export interface Growth {
  kind: 'growth';
  from: number;
  to: number;
  perHour: number;
  /** Epoch ms of the two sightings. */
  fromAt: number;
  toAt: number;
}

/** How many accounts complain, its own among them; `matter`: for more than one reason, or joined by the official. */
export interface Accounts {
  kind: 'accounts';
  accounts: number;
  by: 'photo' | 'words' | 'matter';
}

export type LoudReason = Growth | Accounts | { kind: 'danger'; word: string; alarm: Alarm };

export interface Loudness {
  /** Ramai: many people look at it, by growth or by several accounts. Danger alone is urgent, not loud. */
  loud: boolean;
  /** Null = the usual preset. */
  preset: Alarm | null;
  /** Why, strongest first; shown to the official. */
  reasons: LoudReason[];
}

export interface AccountsInput {
  /** As in `Alike.author`. */
  author: readonly string[];
  alike: readonly Alike[];
  /** Epoch ms. */
  now: number;
}

/** Below an hour between two sightings the rate is an accident. */
const LEAST_SPAN = 3_600_000;
/** Editable defaults: growth of so many reactions, comments and shares an hour, and so many in all. */
export const LOUD_PER_HOUR = 30;
export const LOUD_GROWTH = 60;
/** Accounts besides the author's own. */
export const LOUD_ACCOUNTS = 2;
/** Alike complaints older than this say nothing about today, in ms. */
export const ALIKE_SPAN = 14 * 86_400_000;

/**
 * What becomes loud: from figures at two sightings or more, from several accounts with the same photo or nearly the
 * same words, and from words of danger. One person's many posts are not loud. Pure.
 */
export function loudness(facts: {
  growth: Growth | null;
  accounts: Accounts | null;
  /** The citizen's words. */
  text: string;
}): Loudness {
  const { growth, accounts } = facts;
  const danger = dangerIn(facts.text);
  const reasons = [danger, growth, accounts].filter((reason) => reason !== null);
  const loud = growth !== null || accounts !== null;
  const preset = danger?.alarm === 'emergency' ? 'emergency' : loud || danger ? 'busy' : null;
  return { loud, preset, reasons };
}

/** The steepest growth that ends at the newest sighting. Rounded figures count only beyond their rounding. */
export function growthOf(sightings: readonly Sighting[]): Growth | null {
  const sorted = [...sightings].sort((a, b) => a.at - b.at);
  const last = sorted.at(-1);
  if (!last) return null;
  let best: Growth | null = null;
  for (const first of sorted) {
    const span = last.at - first.at;
    if (span < LEAST_SPAN) continue;
    const keys = (['likes', 'comments', 'shares'] as const).filter(
      (key) => first.counts[key] !== undefined && last.counts[key] !== undefined,
    );
    const sum = (counts: Counts) => keys.reduce((total, key) => total + (counts[key] ?? 0), 0);
    const [from, to] = [sum(first.counts), sum(last.counts)];
    const doubt = first.counts.approximate || last.counts.approximate ? to * 0.1 : 0;
    const perHour = (to - from - doubt) / (span / 3_600_000);
    if (to - from - doubt < LOUD_GROWTH || perHour < LOUD_PER_HOUR) continue;
    if (!best || perHour > best.perHour)
      best = { kind: 'growth', from, to, perHour: Math.round(perHour), fromAt: first.at, toAt: last.at };
  }
  return best;
}

/**
 * Several accounts with one matter. Two posts are one person's when any name of their authors agrees, so that a doubt
 * counts against *ramai*.
 */
export function accountsOf({ alike, author, now }: AccountsInput): Accounts | null {
  const recent = alike.filter((one) => one.author.length > 0 && now - one.at <= ALIKE_SPAN);
  for (const by of ['photo', 'words'] as const) {
    const accounts = accountsIn(
      recent.filter((one) => one.by === by),
      author,
    );
    if (accounts > LOUD_ACCOUNTS) return { kind: 'accounts', accounts, by };
  }
  const accounts = accountsIn(recent, author);
  return accounts > LOUD_ACCOUNTS ? { kind: 'accounts', accounts, by: 'matter' } : null;
}

/** How many accounts stand behind these and the author's own post; an unknown author may be any of them. */
function accountsIn(alike: readonly Alike[], author: readonly string[]): number {
  let persons: Set<string>[] = [new Set(author)];
  for (const one of alike) {
    const same = persons.filter((person) => one.author.some((name) => person.has(name)));
    const merged = new Set([...same.flatMap((person) => [...person]), ...one.author]);
    // The first stays the author's own, whoever turns out to be the same.
    persons = same.includes(persons[0] as Set<string>)
      ? [merged, ...persons.filter((person) => !same.includes(person))]
      : [...persons.filter((person) => !same.includes(person)), merged];
  }
  return author.length > 0 ? persons.length : persons.length - 1;
}

function dangerIn(text: string): Extract<LoudReason, { kind: 'danger' }> | null {
  const words = wordsOf(text);
  for (const alarm of ['emergency', 'busy'] as const) {
    for (const phrase of DANGER_WORDS[alarm]) {
      const parts = phrase.split(' ');
      for (let at = 0; at + parts.length <= words.length; at++) {
        if (!parts.every((part, index) => words[at + index]?.plain === part)) continue;
        if (NOT_DANGER.includes(words[at - 1]?.plain ?? '')) continue;
        if (NOT_DANGER_BEFORE.includes(words[at + parts.length]?.plain ?? '')) continue;
        const written = words.slice(at, at + parts.length).map((word) => word.written);
        return { kind: 'danger', word: written.join(' '), alarm };
      }
    }
  }
  return null;
}
