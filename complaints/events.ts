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
/** How the message left: never "sent", for no channel here can know that. */
export type ChannelOutcome = 'opened' | 'copied' | 'saved';
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
        /** Length of the term in ms and the due time in epoch ms, frozen here. */
        termMs: number;
        dueAt: number;
        photoHashes: string[];
        message: string;
      }
    | { type: 'reminded'; channel: string; outcome: ChannelOutcome; message: string }
    | { type: 'responded'; kind: ResponseKind; text: string; photoHashes: string[]; via: 'hand' | 'pasted' }
    | { type: 'resolved'; note: string; photoHashes: string[] }
    | { type: 'dismissed'; note: string }
    | { type: 'reopened'; note: string }
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
