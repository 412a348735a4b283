import { type AnsweringAgency, agencyIn } from './agency-words.ts';
import { type AskedTime, askedTime } from './asked-time.ts';
import { type AnswerKind, guessKind, ownWords } from './kind.ts';
import { namedBody } from './named-body.ts';
import { numbersIn } from './numbers.ts';
import type { Pasted, PastedMessage } from './paste.ts';

/** A complaint that waits for an answer, as far as matching needs it. */
export interface WaitingComplaint {
  id: string;
  /** Every label it is known by, without desk: `KTM-0131`. */
  numbers: string[];
  agencyId: string;
  /** Epoch ms of the forwarding from which an answer counts. */
  forwardedAt: number;
  /** Ended: an answer to it counts when it names the number, and is not offered otherwise. */
  closed?: boolean;
}

/** Why a message cannot stop a clock. */
export type Refusal = 'before-forwarding' | 'future' | 'no-such-number' | 'not-forwarded';

export interface FoundAnswer {
  message: PastedMessage;
  kind: AnswerKind;
  /** The complaints it may answer, the likeliest first; more than one = the official chooses. */
  complaintIds: string[];
  /** `number`: it names the complaint; `agency`: its sender is the agency; `none`: neither. */
  by: 'number' | 'agency' | 'none';
  /** Epoch ms at which the clock would stop; null = the message bears no time, the official gives it. */
  at: number | null;
  refused: Refusal | null;
  /** The agency that its sender is, null = not known. */
  senderId: string | null;
  /** Pictures of this message and of those without words beside it: how many, and the files that are named. */
  pictures: number;
  files: string[];
  /** How long it asks for; null where it asks for no time, or does not say how much. */
  asked: AskedTime | null;
  /** Whose matter it is instead, as it says: an agency of the directory, or words; null = nobody is named. */
  instead: { agencyId: string } | { words: string } | null;
}

export interface MatchInput {
  pasted: Pasted;
  waiting: readonly WaitingComplaint[];
  agencies: readonly AnsweringAgency[];
  /** The office's letters, its own and those of imported complaints. */
  prefixes: readonly string[];
  /** Numbers of complaints that nobody was asked about yet. */
  notForwarded?: readonly string[];
  /** The agency with which the whole conversation was held, as the official says. */
  chatWith?: string;
  /** Epoch ms. */
  now: number;
}

export interface MatchResult {
  answers: FoundAnswer[];
  /** Messages that are none: our own, system lines, forwarded ones, those taken back. */
  skipped: { ours: number; system: number; forwarded: number; deleted: number; other: number };
}

/** Our own messages begin so; whoever sent one is us. */
const OURS = /^[*_]*(?:ADUAN WARGA|PENGINGAT ADUAN|DAFTAR ADUAN)\b/;
/** Whether a text is one that this office sends. */
export function isOurs(text: string): boolean {
  return OURS.test(text);
}
const MINUTE = 60_000;
const SLACK = 2 * MINUTE;

/** A picture without words belongs to the message of the same sender that stands within this time of it, ms. */
const NEAR = 30 * MINUTE;
/** Pictures of one sender in a row, without words, that are kept in mind. */
const MAX_LOOSE = 30;

/**
 * Which messages of a paste answer which complaints. A message that names a number answers that complaint; one whose
 * sender is an agency is offered for that agency's complaints; a picture without words goes with the answer of the
 * same sender before it, else after it. In a single pasted message everything is offered.
 */
export function matchAnswers(input: MatchInput): MatchResult {
  const { messages } = input.pasted;
  const skipped = { ours: 0, system: 0, forwarded: 0, deleted: 0, other: 0 };
  const sender = senders(input);
  // An agency that was asked may have passed our own message on; it does not become us by that.
  const asked = new Set(input.waiting.map((one) => one.agencyId));
  const us = new Set(
    messages.filter((one) => isOurs(one.text) && !asked.has(sender(one)?.id ?? '')).map((one) => one.author),
  );
  us.delete('');
  const answers: FoundAnswer[] = [];
  const take = (message: PastedMessage, single = false) => {
    const found = answerOf(message, input, sender(message), single);
    if (found) answers.push(found);
    else skipped.other++;
    return found;
  };
  const last = new Map<string, FoundAnswer | null>();
  const loose = new Map<string, PastedMessage[]>();
  for (const message of messages) {
    const { author } = message;
    if (message.kind === 'system') skipped.system++;
    else if (message.kind === 'deleted') skipped.deleted++;
    else if (isOurs(message.text) || us.has(author)) skipped.ours++;
    else if (message.forwarded) skipped.forwarded++;
    else if (message.kind === 'media' && messages.length > 1) {
      const before = last.get(author);
      if (before && beside(before.message, message)) addPicture(before, message);
      else loose.set(author, [...(loose.get(author) ?? []).slice(-MAX_LOOSE), message]);
    } else {
      const found = take(message, messages.length === 1);
      for (const picture of loose.get(author) ?? []) {
        if (found && beside(picture, message)) addPicture(found, picture);
        else take(picture);
      }
      loose.delete(author);
      last.set(author, found);
    }
  }
  for (const pictures of loose.values()) for (const picture of pictures) take(picture);
  const place = new Map(messages.map((message, index) => [message, index]));
  answers.sort((a, b) => (place.get(a.message) ?? 0) - (place.get(b.message) ?? 0));
  return { answers, skipped };
}

function beside(one: PastedMessage, other: PastedMessage): boolean {
  if (one.author !== other.author) return false;
  return one.at === null || other.at === null || Math.abs(one.at - other.at) <= NEAR;
}

function addPicture(answer: FoundAnswer, message: PastedMessage): void {
  answer.pictures += 1;
  answer.files.push(...message.files);
}

/** The agency that sent a message; each name is looked up once. */
function senders(input: MatchInput): (message: PastedMessage) => AnsweringAgency | null {
  const known = new Map<string, AnsweringAgency | null>();
  return ({ author }) => {
    if (!known.has(author)) known.set(author, senderOf(author, input.agencies));
    return known.get(author) ?? null;
  };
}

function answerOf(
  message: PastedMessage,
  input: MatchInput,
  sender: AnsweringAgency | null,
  single: boolean,
): FoundAnswer | null {
  const named = numbersIn(message.text, input.prefixes);
  const words = ownWords(message.text);
  const kind = guessKind(words);
  const pictures = message.files.length || (message.kind === 'media' ? 1 : 0);
  const senderId = input.chatWith || sender?.id || null;
  const asked = kind === 'askTime' ? askedTime(words) : null;
  const instead = kind === 'notOurs' ? namedBody(words, input.agencies, senderId) : null;
  const base = { message, kind, senderId, pictures, files: [...message.files], asked, instead };
  if (named.length > 0) {
    const byNumber = input.waiting.filter((one) => one.numbers.some((number) => named.includes(number)));
    if (byNumber.length > 0) return settled({ ...base, by: 'number' }, byNumber, input.now);
    const fresh = named.some((number) => input.notForwarded?.includes(number));
    const refused = fresh ? 'not-forwarded' : 'no-such-number';
    return { ...base, complaintIds: [], by: 'none', at: message.at, refused };
  }
  const open = input.waiting.filter((one) => !one.closed);
  const theirs = senderId ? open.filter((one) => one.agencyId === senderId) : [];
  if (theirs.length > 0) return settled({ ...base, by: 'agency' }, theirs, input.now);
  return single ? settled({ ...base, by: 'none' }, open, input.now) : null;
}

/**
 * Complaints that the message's time allows: it cannot answer what was forwarded after it. Written times are cut to
 * the minute, so an answer in the minute of the forwarding counts from the forwarding.
 */
function settled(
  found: Pick<
    FoundAnswer,
    'message' | 'kind' | 'by' | 'senderId' | 'pictures' | 'files' | 'asked' | 'instead'
  >,
  complaints: WaitingComplaint[],
  now: number,
): FoundAnswer {
  const { at, exact } = found.message;
  const newest = [...complaints].sort((a, b) => b.forwardedAt - a.forwardedAt);
  const base = { ...found, complaintIds: newest.map((one) => one.id), at, refused: null };
  if (at === null) return base;
  if (at > now + SLACK) return { ...base, refused: 'future' };
  const until = at + (exact ? 999 : MINUTE - 1);
  const possible = newest.filter((one) => one.forwardedAt <= until);
  if (possible.length === 0) return { ...base, refused: 'before-forwarding' };
  return {
    ...base,
    complaintIds: possible.map((one) => one.id),
    at: Math.min(now, possible.length === 1 ? Math.max(at, possible[0]?.forwardedAt ?? at) : at),
  };
}

/** The agency that wrote under this name or number; null when none or several fit. */
export function senderOf(author: string, agencies: readonly AnsweringAgency[]): AnsweringAgency | null {
  const digits = digitsOf(author);
  const byPhone = digits.length >= 9 ? agencies.filter((one) => digitsOf(one.phone) === digits) : [];
  if (byPhone.length === 1) return byPhone[0] ?? null;
  // A head of a dinas is saved as *Kadishub*, *Kadisdik*.
  return agencyIn(`${author} ${author.replace(/(?<!\p{L})ka(?=dis\p{L})/giu, '')}`, agencies);
}

/** `+62 812-5555-0142` and `0812…` are one number. */
function digitsOf(text: string): string {
  if (/[^\d\s()+\-.~\u00a0\u2011]/.test(text)) return '';
  return text.replace(/\D/g, '').replace(/^0(?=8)/, '62');
}
