import type { Input, Output } from '../../protocol/contract.ts';
import type { ErrorCode } from '../../protocol/errors.ts';
import { errorCode } from '../error-text.ts';

/** An answer that the official takes over. */
export interface Recordable {
  key: string;
  complaintId: string;
  kind: Input<'complaint.respond'>['kind'];
  text: string;
  /** Epoch ms. */
  at: number;
  via: 'hand' | 'pasted';
  /** Puts its pictures into the inbox and gives their ids there. */
  pictures: () => Promise<string[]>;
}

export interface Recorded {
  /** Events to take back for an undo. */
  eventIds: string[];
  /** Keys of those that went through. */
  done: string[];
  /** Key → why it was refused. */
  failed: Map<string, ErrorCode>;
}

export interface Recorder {
  respond: (input: Input<'complaint.respond'>) => Promise<Output<'complaint.respond'>>;
  /** Takes pictures out of the inbox that were not taken over. */
  drop: (inboxIds: readonly string[]) => Promise<void>;
}

/** Records answers one after the other, the oldest first; one that is refused does not stop the others. */
export async function recordAnswers(answers: readonly Recordable[], recorder: Recorder): Promise<Recorded> {
  const result: Recorded = { eventIds: [], done: [], failed: new Map() };
  for (const answer of [...answers].sort((a, b) => a.at - b.at)) {
    const { key, complaintId, kind, text, at, via } = answer;
    let inboxIds: string[] = [];
    try {
      inboxIds = await answer.pictures();
      const { eventId } = await recorder.respond({ complaintId, kind, text, at, via, inboxIds });
      result.eventIds.push(eventId);
      result.done.push(key);
    } catch (error) {
      result.failed.set(key, errorCode(error));
      await recorder.drop(inboxIds).catch(() => undefined);
    }
  }
  return result;
}

/** Takes recorded answers back, the newest first. True when all are. */
export async function undoAnswers(
  eventIds: readonly string[],
  undo: (eventId: string) => Promise<unknown>,
): Promise<boolean> {
  let all = true;
  for (const eventId of [...new Set(eventIds)].reverse()) {
    all =
      (await undo(eventId)
        .then(() => true)
        .catch(() => false)) && all;
  }
  return all;
}
