import type { Channel, DeliverEnv, DeliveryStep, Draft, Readied } from '../../channels/channel.ts';
import { failureSentence } from '../../channels/words.ts';
import { errorCode, errorText } from '../error-text.ts';
import { TelegramRefusal } from './send-telegram.ts';

export type HandOver =
  | { ok: true; eventId: string; steps: DeliveryStep[] }
  /** Nothing is recorded (any more); `sentence` says why. */
  | { ok: false; sentence: string; unsure?: boolean };

/**
 * Hand one draft over, so that the log never claims more than happened: first what needs the click (clipboard,
 * file), then the record, then the tab; when that last step fails, the record is undone.
 */
export async function handOver(work: {
  channel: Channel;
  draft: Draft;
  env: DeliverEnv;
  /** Writes the event and gives its id. */
  record: (ready: Readied) => Promise<{ eventId: string }>;
  undo: (eventId: string) => Promise<unknown>;
}): Promise<HandOver> {
  const { channel, draft, env } = work;
  try {
    const before = await channel.beforeRecord(draft, env);
    if ('failed' in before) return { ok: false, sentence: failureSentence(before.failed) };
    const { eventId } = await work.record(before.ready);
    const after = await channel
      .afterRecord(draft, env, before.ready)
      .catch(() => ({ failed: 'tab' as const }));
    if ('failed' in after) {
      await work.undo(eventId);
      return { ok: false, sentence: failureSentence(after.failed) };
    }
    return { ok: true, eventId, steps: after.steps };
  } catch (error) {
    if (error instanceof TelegramRefusal)
      return { ok: false, sentence: error.sentence, unsure: error.problem === 'unsure' };
    return { ok: false, sentence: errorText(errorCode(error)) };
  }
}
