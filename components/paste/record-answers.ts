import type { ErrorCode } from '../../protocol/errors.ts';
import { errorCode, errorSentence } from '../error-text.ts';

/** Something an agency said that the official takes over. */
export interface Recordable {
  key: string;
  /** Epoch ms; the oldest is recorded first. */
  at: number;
  /** Puts its pictures into the inbox and gives their ids there. */
  pictures: () => Promise<string[]>;
  /** Records it with the pictures of these ids. */
  record: (inboxIds: string[]) => Promise<{ eventId: string }>;
}

export interface Recorded {
  /** Events to take back for an undo. */
  eventIds: string[];
  /** Keys of those that went through. */
  done: string[];
  /** Key → why it was refused, as a code and as a sentence. */
  failed: Map<string, { code: ErrorCode; sentence: string }>;
}

/**
 * Records answers one after the other, the oldest first; one that is refused does not stop the others.
 * @param drop Takes pictures out of the inbox that were not taken over.
 */
export async function recordAnswers(
  answers: readonly Recordable[],
  drop: (inboxIds: readonly string[]) => Promise<void>,
): Promise<Recorded> {
  const result: Recorded = { eventIds: [], done: [], failed: new Map() };
  for (const { key, pictures, record } of [...answers].sort((a, b) => a.at - b.at)) {
    let inboxIds: string[] = [];
    try {
      inboxIds = await pictures();
      const { eventId } = await record(inboxIds);
      result.eventIds.push(eventId);
      result.done.push(key);
    } catch (error) {
      result.failed.set(key, { code: errorCode(error), sentence: errorSentence(error) });
      await drop(inboxIds).catch(() => undefined);
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
