import type { ComplaintCategory } from './category.ts';
import type { FrozenClocks } from './deadlines/frozen.ts';
import type { PauseReason } from './deadlines/pauses.ts';
import type { ClockName } from './deadlines/policies.ts';
import type { Term } from './deadlines/term.ts';
import type { Capture } from './reading.ts';

/**
 * The append-only log. Everything that is shown is folded from these events.
 * Order is by `order` (a Lamport counter: one more than the highest the desk had seen), then by `id`,
 * so that a computer clock that runs backwards, or a merge of two desks, cannot reorder what happened.
 */
interface EventBase {
  /** uuidv7. */
  id: string;
  complaintId: string;
  /** Lamport counter, 1 and up. */
  order: number;
  /** Epoch ms at which it happened, as the official states it (a response may be recorded later). */
  at: number;
  /** Epoch ms at which it was recorded on this computer. */
  recordedAt: number;
  /** The desk (browser profile) that recorded it: 4 characters, no person. */
  desk: string;
}

export interface ComplaintNumber {
  /** The office's own letters, `ADU` until it has some. */
  prefix: string;
  seq: number;
  desk: string;
}

export type ResponseKind = 'initial' | 'followUp' | 'done';
/** Which comment an answer was, so that it is recorded once, and whose. */
export interface ReplySource {
  /** The agency's account, as the page has it: handle, else numeric id. */
  account: string;
  /** Every name of the comment. */
  names: string[];
  /** The page did not tell when it was written: `at` is when it was recorded. */
  timeUnread?: true;
}
/** How the message left: "sent" only where the receiving side confirmed it (the Telegram bot). */
export type ChannelOutcome = 'opened' | 'copied' | 'saved' | 'sent';
/** Why two complaints were taken for one: a name they share, the same bytes, the same words, or the official's word. */
export type JoinReason = 'same-post' | 'same-photo' | 'same-words' | 'chosen';
/** Letters of the ladder: *Permintaan Penjelasan*, *Surat Teguran I*, *Surat Teguran II*. */
export type LetterStep = 'explanation' | 'warning1' | 'warning2';
export type PresetId = 'emergency' | 'busy' | 'normal' | 'custom';
export type CorrectableField = 'gist' | 'text' | 'place' | 'permalink' | 'postedAt' | 'author';

export interface StoredPhotoRef {
  /** SHA-256 of the bytes, lower-case hex. */
  hash: string;
  /** Address it was fetched from; empty for a pasted one. */
  url: string;
  how: 'fetched' | 'pasted';
  kind: 'photo' | 'video-cover';
  mime: string;
  size: number;
  width?: number;
  height?: number;
  /** What it looks like, by `lookOf`; absent where it could not be drawn, or has no features. */
  look?: string;
}

export type ComplaintEvent = EventBase &
  (
    | { type: 'captured'; capture: Capture; number: ComplaintNumber; via: 'button' | 'menu' | 'manual' }
    /** Flagged again: adds what was missing, keeps both readings. */
    | { type: 'recaptured'; capture: Capture; via: 'button' | 'menu' }
    | { type: 'photoStored'; photo: StoredPhotoRef }
    | { type: 'photoFailed'; url: string; reason: PhotoFailure }
    | { type: 'corrected'; field: CorrectableField; value: string }
    | { type: 'markedSensitive'; sensitive: boolean }
    | {
        type: 'forwarded';
        agencyId: string;
        /** Names as they were then: an agency may be renamed later. */
        agencyName: string;
        agencyShort: string;
        outside: boolean;
        channel: string;
        outcome: ChannelOutcome;
        preset: PresetId;
        /** What kind of complaint it is; absent where nobody said: an ordinary one. */
        category?: ComplaintCategory;
        /** Length of the term in ms and the due time in epoch ms, frozen here. */
        termMs: number;
        dueAt: number;
        photoHashes: string[];
        message: string;
        /** Policy, calendar version and agency of the three clocks; absent in logs from before there were three. */
        frozen?: FrozenClocks;
      }
    | { type: 'reminded'; channel: string; outcome: ChannelOutcome; message: string }
    /** A letter of the ladder was handed over. `message`: what of it concerns this complaint. */
    | {
        type: 'escalated';
        step: LetterStep;
        /** Epoch ms until when the letter asks for an answer. */
        answerBy: number;
        channel: string;
        outcome: ChannelOutcome;
        message: string;
        photoHashes?: string[];
      }
    | {
        type: 'responded';
        kind: ResponseKind;
        text: string;
        photoHashes: string[];
        via: 'hand' | 'pasted' | 'telegram' | 'comment';
        /** The comment under the post; only with `via: 'comment'`. */
        source?: ReplySource;
        /** A ready-made sentence and nothing else: counts as *initial* whatever its kind. */
        template?: boolean;
      }
    | { type: 'resolved'; note: string; photoHashes: string[] }
    | { type: 'dismissed'; note: string }
    | { type: 'reopened'; note: string }
    /** The clocks stand still from `at` to `until` (epoch ms), or to an earlier `resumed`. */
    | { type: 'paused'; until: number; reason: PauseReason; note: string }
    | { type: 'resumed'; note: string }
    /** The agency asks for more of one term; what the office says to it names the asking event. */
    | { type: 'extensionAsked'; clock: ClockName; by: Term; reason: string; via?: 'telegram' | 'pasted' }
    | { type: 'extensionDecided'; target: string; granted: boolean; note: string }
    /** Bukan wewenang: the agency has nothing to do with it. `suggests`: whom it names instead, or empty. */
    | { type: 'notOurs'; suggests: string; note: string; via?: 'telegram' | 'pasted' }
    /** Hitung ulang: the present agency's clocks under another policy or calendar version, from their start. */
    | { type: 'recomputed'; frozen: FrozenClocks; note: string }
    /** The same matter as another complaint, which goes on alone from here. */
    | { type: 'joined'; into: string; why: JoinReason }
    /** The official found the post removed, or closed to the public. */
    | { type: 'postGone' }
    /** The citizen's data were removed (at request, or by retention); the anonymous event stays. */
    | { type: 'purged'; reason: 'request' | 'retention' }
    /** Undo is an event too. An `undone` cannot itself be undone. */
    | { type: 'undone'; target: string }
  );

export type EventType = ComplaintEvent['type'];
export type EventOf<T extends EventType> = Extract<ComplaintEvent, { type: T }>;
/** An event before the log gave it id, order, desk and recording time. */
export type NewEvent = ComplaintEvent extends infer E
  ? E extends ComplaintEvent
    ? Omit<E, 'id' | 'order' | 'desk' | 'recordedAt'>
    : never
  : never;

export type PhotoFailure =
  | 'expired'
  | 'too-large'
  | 'not-a-picture'
  | 'network'
  | 'timeout'
  | 'not-allowed'
  | 'storage';

/** Total order of the log; the same on every desk whatever the order of arrival. */
export function compareEvents(a: ComplaintEvent, b: ComplaintEvent): number {
  return a.order - b.order || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
