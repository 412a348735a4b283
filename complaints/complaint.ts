import type { Term } from './deadlines/term.ts';
import type { ComplaintNumber, EventOf, PhotoFailure, PresetId, StoredPhotoRef } from './events.ts';
import type { Sighting } from './loud.ts';
import type { Capture } from './reading.ts';
import type { Wording } from './wordings.ts';

/** Status as the log gives it, without the clock. */
export type StoredStatus =
  | 'new'
  | 'waiting'
  | 'responded'
  | 'outside'
  | 'done'
  | 'dismissed'
  /** Goes on as another complaint. */
  | 'joined'
  | 'void';

/** Status as it is shown at a given moment (design: shape + word + colour). */
export type ViewStatus =
  | 'new'
  | 'waiting'
  | 'near'
  | 'overdue'
  | 'responded'
  | 'paused'
  | 'outside'
  | 'done'
  | 'dismissed'
  | 'joined';

/** A photo that the page offered: stored, failed, or not fetched yet. */
export type PhotoState =
  | { state: 'stored'; url: string; photo: StoredPhotoRef }
  | { state: 'failed'; url: string; reason: PhotoFailure }
  | { state: 'pending'; url: string };

/** The one running first-response clock. */
export interface Clock {
  /** Epoch ms of the forwarding that started it. */
  startedAt: number;
  dueAt: number;
  termMs: number;
  /** The term as the policy gives it, with granted extensions; absent where the log tells only its length. */
  term?: Term;
  preset: PresetId;
  /** Epoch ms at which the first response stopped it. */
  stoppedAt: number | null;
  /** Epoch ms from which it is near its due time; a quarter of the term before it where it is not given. */
  nearAt?: number;
  /** The last time the clock stood still, or stands still now; epoch ms. */
  pause?: ClockPause;
}

export interface ClockPause {
  from: number;
  to: number;
  /** Ms by which it was late already when the pause began; 0 when it was not. */
  lateBefore: number;
}

/** What the agency still owes after its first response: the follow-up report, then the settlement. */
export interface NextTerm {
  clock: 'followUp' | 'settlement';
  /** Epoch ms. */
  dueAt: number;
}

/** One complaint, folded from its events. */
export interface Complaint {
  id: string;
  status: StoredStatus;
  /** Every number it was given, own desk's first flag first; usually one. */
  numbers: ComplaintNumber[];
  aliases: string[];
  permalink: string;
  /** The merged reading: the first capture, filled by later ones where it was unreadable. */
  capture: Capture;
  /** One line that names the matter: corrected, or the beginning of the citizen's text. */
  gist: string;
  /** Corrected or captured; empty when unreadable. */
  text: string;
  place: string;
  sensitive: boolean;
  photos: PhotoState[];
  /** Epoch ms of the first flag. */
  capturedAt: number;
  /** The forwarding in force (the first to the present agency), all forwardings in order. */
  forwarding: EventOf<'forwarded'> | null;
  forwardings: EventOf<'forwarded'>[];
  clock: Clock | null;
  /** First year without SKB on which a clock that runs depends; null when none does. */
  incompleteYear: number | null;
  /** End of the last pause of a clock that is not stopped, epoch ms; null when there was none. */
  pausedUntil: number | null;
  /** The agency that has it last says that it is not its matter, and nobody else has got it yet. */
  notOurs: boolean;
  /** The next term once the first response is there; null while that is awaited, and when nothing runs. */
  nextTerm: NextTerm | null;
  responses: EventOf<'responded'>[];
  reminders: EventOf<'reminded'>[];
  /** Letters of the ladder, to whichever agency, in order. */
  escalations: EventOf<'escalated'>[];
  resolvedAt: number | null;
  /** Every wording in which the whole text was read, oldest first; more than one when the post was edited. */
  wordings: Wording[];
  /** When the post was seen with which figures; growth between two of them may make it loud. */
  sightings: Sighting[];
  /** The standing remark that the post is gone; null when it was seen again since. */
  postGone: EventOf<'postGone'> | null;
  /** The standing decision that this goes on as another complaint; in force unless that one is not there. */
  joined: EventOf<'joined'> | null;
  purged: boolean;
  /** The newest event that still counts. */
  lastEventAt: number;
  lastEventType: string;
}
