import type { ResponseKind } from '../events.ts';
import { type AskedTime, isAskable } from './asked-time.ts';
import type { AnswerKind } from './kind.ts';
import type { FoundAnswer, MatchResult, WaitingComplaint } from './match.ts';

/** One answer for one complaint, as it is proposed to the official; nothing is recorded until he says so. */
export interface Proposal {
  /** Stable while the paste stays the same. */
  key: string;
  found: FoundAnswer;
  /** Empty = the official chooses. */
  complaintId: string;
  /** What is recorded: a response, the wish for more time, or *Bukan wewenang*. */
  kind: AnswerKind;
  /** Epoch ms; null = the message bears no time. */
  at: number | null;
  /** Proposed for recording without further ado. */
  ticked: boolean;
  /** Why it may be no answer though it names the complaint. */
  doubt: 'question' | 'other-sender' | null;
}

/** Why a proposal cannot be recorded as it stands. */
export type Obstacle = 'no-complaint' | 'no-time' | 'future' | 'before-forwarding' | 'no-amount' | 'recorded';

/** Proposals shown at most; the rest of a long chat is counted. */
export const MAX_PROPOSALS = 300;
/** So many numbers in one message are a list, not an answer. */
const FEW_NUMBERS = 3;
const MINUTE = 60_000;
const SLACK = 2 * MINUTE;

/**
 * What to propose for the answers found. A message that names several complaints is proposed for each. What names one
 * number, or can be meant for one complaint only, is ticked.
 * @param only The complaint that the official is looking at; taken where a message may mean it.
 */
export function propose(
  answers: MatchResult['answers'],
  waiting: readonly WaitingComplaint[],
  only: string | null,
): Proposal[] {
  const byId = new Map(waiting.map((one) => [one.id, one]));
  const proposals: Proposal[] = [];
  for (const [index, found] of answers.entries()) {
    const { complaintIds, by, refused, at } = found;
    const kind = proposedKind(found);
    if (by === 'number') {
      for (const id of complaintIds) {
        const complaint = byId.get(id);
        const meant = (only === null || id === only) && complaint?.closed !== true;
        const doubt = doubtOf(found, complaint);
        // That the clocks no longer apply to an agency is not taken over out of a whole chat unseen.
        const calm = kind !== 'notOurs' || answers.length === 1;
        const few = complaintIds.length <= FEW_NUMBERS;
        const ticked = refused === null && meant && doubt === null && few && calm;
        proposals.push({ key: `${index}-${id}`, found, complaintId: id, kind, at, ticked, doubt });
      }
      continue;
    }
    const fits = only !== null && complaintIds.includes(only);
    const complaintId = fits ? only : complaintIds.length === 1 ? (complaintIds[0] ?? '') : '';
    // A whole chat holds greetings too: there only what names a number is ticked.
    const ticked = refused === null && complaintId !== '' && answers.length === 1;
    proposals.push({ key: `${index}`, found, complaintId, kind, at, ticked, doubt: null });
  }
  return proposals;
}

/** Whoever asks after a complaint names its number too, and so does an agency that is not the one asked. */
function doubtOf(found: FoundAnswer, complaint: WaitingComplaint | undefined): Proposal['doubt'] {
  if (found.senderId !== null && complaint && found.senderId !== complaint.agencyId) return 'other-sender';
  return /\?[\s)\]"'*_]*$/.test(found.message.text.slice(-200)) ? 'question' : null;
}

/** A wish for time that does not say how much is a first response, until the official fills it in. */
function proposedKind({ kind, asked }: FoundAnswer): AnswerKind {
  return kind === 'askTime' && !asked ? 'initial' : kind;
}

/** What of a guess a response can be: asking for time and "not ours" are a first response. */
export function responseKind(kind: FoundAnswer['kind']): ResponseKind {
  return kind === 'done' || kind === 'followUp' ? kind : 'initial';
}

/**
 * What stands in the way of recording it, null = nothing. Written times are cut to the minute.
 * @param recorded Keys of the answers that are in the log, by `answerKey`.
 * @param now Epoch ms.
 */
export function obstacleOf(
  proposal: Pick<Proposal, 'complaintId' | 'at' | 'found' | 'kind'> & { asked: AskedTime | null },
  waiting: ReadonlyMap<string, WaitingComplaint>,
  recorded: ReadonlySet<string>,
  now: number,
): Obstacle | null {
  const { complaintId, at, found, kind, asked } = proposal;
  const complaint = waiting.get(complaintId);
  if (!complaint) return 'no-complaint';
  if (at === null) return 'no-time';
  if (at > now + SLACK) return 'future';
  if (Math.floor(at / MINUTE) < Math.floor(complaint.forwardedAt / MINUTE)) return 'before-forwarding';
  if (kind === 'askTime' && !(asked && isAskable(asked))) return 'no-amount';
  return recorded.has(answerKey(complaintId, at, found.message.text)) ? 'recorded' : null;
}

/** Two records are one answer when complaint, minute and words agree. */
export function answerKey(complaintId: string, at: number, text: string): string {
  return `${complaintId}|${Math.floor(at / MINUTE)}|${text.trim()}`;
}
