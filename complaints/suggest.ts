import { type Agency, nameAt } from './agency.ts';
import { findAny, findTogether, type Text, textOf } from './find-words.ts';
import { type Word, wordsOf } from './normalize.ts';
import { type Cue, cues } from './suggest-lexicon.ts';

/** An agency that the words speak for. A suggestion never chooses and never sends anything. */
export interface Suggestion {
  agencyId: string;
  /** Sum of weights; only for the order. */
  score: number;
  /** The citizen's words that led here, as written, in the order of the text. */
  because: string[];
}

const MOST = 3;
/** Below this the words are a hint at most, and silence is better. */
const LEAST = 2;

const inLexicon = new Set(cues.flatMap((cue) => cue.agencies));

interface Match {
  agencyId: string;
  weight: number;
  /** Indexes of the words. */
  at: number[];
}

/**
 * At most three agencies for a text, best first, each with the words that speak for it.
 * Pure; unknown and retired agencies are left out. An agency that is named in the text comes first.
 * @param now epoch ms that decides which names hold.
 */
export function suggestAgencies(text: string, agencies: readonly Agency[], now: number): Suggestion[] {
  const usable = agencies.filter((agency) => agency.retiredAt === null);
  const read = textOf(wordsOf(text));
  const known = new Set(usable.map((agency) => agency.id));
  const matches = [
    ...cues.flatMap((cue) => matchCue(cue, read, known)),
    ...usable.flatMap((agency) => matchNames(agency, read, now)),
    ...usable.flatMap((agency) => matchTopics(agency, read)),
  ];
  return rank(matches, read.words);
}

function rank(matches: Match[], words: Word[]): Suggestion[] {
  const byAgency = Map.groupBy(matches, (match) => match.agencyId);
  const all = [...byAgency].map(([agencyId, found]) => {
    // The strongest cue decides; others of the same agency only add a little, so that a long text wins nothing.
    const weights = found.map((match) => match.weight).sort((a, b) => b - a);
    const score = weights.reduce((sum, weight, index) => sum + (index === 0 ? weight : weight * 0.25), 0);
    const at = [...new Set(found.flatMap((match) => match.at))].sort((a, b) => a - b);
    return { agencyId, score, because: at.map((index) => words[index]?.written ?? '') };
  });
  return all
    .filter((suggestion) => suggestion.score >= LEAST)
    .sort((a, b) => b.score - a.score || (a.agencyId < b.agencyId ? -1 : 1))
    .slice(0, MOST);
}

function matchCue(cue: Cue, text: Text, known: Set<string>): Match[] {
  const agencyId = cue.agencies.find((id) => known.has(id));
  if (agencyId === undefined) return [];
  const together = findTogether(cue, text);
  return together ? [{ agencyId, weight: cue.weight, at: together.flat() }] : [];
}

/** The agency's own name, short name or alias in the text: someone has addressed it already. */
function matchNames(agency: Agency, text: Text, now: number): Match[] {
  const { name, short } = nameAt(agency, now);
  const names = [name, short, ...agency.aliases].filter((each) => each.replace(/[^\p{L}]/gu, '').length >= 3);
  return find(names, text, agency.id, 3);
}

/** The topics beside the agency's name. A single word is a hint only where the lexicon knows the agency already. */
function matchTopics(agency: Agency, text: Text): Match[] {
  const topics = agency.topics.filter((topic) => topic.length >= 4);
  const phrases = topics.filter((topic) => topic.includes(' ') || !inLexicon.has(agency.id));
  const hints = topics.filter((topic) => !phrases.includes(topic));
  return [...find(phrases, text, agency.id, 2), ...find(hints, text, agency.id, 1)];
}

function find(phrases: readonly string[], text: Text, agencyId: string, weight: number): Match[] {
  return findAny(phrases.map(plainPhrase), text).map((at) => ({ agencyId, weight, at }));
}

const plainPhrases = new Map<string, string>();

/** A name or topic in plain words; kept, for the same directory is asked about again and again. */
function plainPhrase(phrase: string): string {
  const known = plainPhrases.get(phrase);
  if (known !== undefined) return known;
  const plain = wordsOf(phrase)
    .map((word) => word.plain)
    .join(' ');
  if (plainPhrases.size > 5_000) plainPhrases.clear();
  plainPhrases.set(phrase, plain);
  return plain;
}
