import { liveClock } from '../complaints/deadlines/live-clock.ts';
import type { ChannelOutcome, LetterStep } from '../complaints/events.ts';
import { ladderOf } from '../complaints/ladder/ladder.ts';
import { answerBy } from '../complaints/ladder/waiting.ts';
import { TanggapError } from '../protocol/errors.ts';
import { append } from './append.ts';
import type { TanggapDatabase } from './database.ts';
import { justNow, openComplaint } from './open-complaint.ts';
import { openClocks } from './read/clocks.ts';
import { transact } from './transact.ts';

export interface EscalateInput {
  step: LetterStep;
  /** Epoch ms until when the letter asks for an answer. */
  answerBy: number;
  channel: string;
  outcome: ChannelOutcome;
  /** Every complaint that the letter is about, with what of it concerns that one. */
  items: { complaintId: string; message: string }[];
}

/** Writing and sending a letter takes a while, in ms: its date may be this much older than the rule's of now. */
const WRITING = 86_400_000;

/**
 * Records a letter of the ladder, one event per complaint, all or none. Only the step that the ladder proposes at
 * `now` (epoch ms) is taken, for each of them; the same letter within seconds is one.
 * @throws TanggapError `not-found`; `conflict` when the step is not the proposed one, an answer is asked for earlier
 *   than the rule gives, or the complaints are not with one agency.
 */
export async function escalate(
  db: TanggapDatabase,
  input: EscalateInput,
  now: number,
): Promise<{ eventIds: string[] }> {
  const { step, channel, outcome } = input;
  return transact(db, async () => {
    const eventIds: string[] = [];
    const agencies = new Set<string>();
    for (const { complaintId, message } of input.items) {
      const { complaint, live } = await openComplaint(db, complaintId);
      const last = justNow(live, 'escalated', now);
      if (last && last.step === step && last.channel === channel) {
        eventIds.push(last.id);
        continue;
      }
      const { clocks, book } = await openClocks(db, complaintId, now);
      const clock = liveClock(clocks);
      if (!clock || ladderOf(complaint, live, clocks, book, now).proposed !== step)
        throw new TanggapError('conflict', `${complaintId}: ${step}`);
      if (input.answerBy < answerBy(clock, book, step, now) - WRITING)
        throw new TanggapError('conflict', `${complaintId}: answerBy`);
      agencies.add(clock.agencyId);
      if (agencies.size > 1) throw new TanggapError('conflict', 'agencies');
      const event = {
        type: 'escalated',
        complaintId,
        at: now,
        step,
        answerBy: input.answerBy,
        channel,
        outcome,
        message,
      } as const;
      const { events } = await append(db, complaintId, [event], { now });
      eventIds.push(events[0]?.id ?? '');
    }
    return { eventIds };
  });
}
