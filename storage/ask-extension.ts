import { checkExtension } from '../complaints/deadlines/check-changes.ts';
import type { ClockName } from '../complaints/deadlines/policies.ts';
import type { Term } from '../complaints/deadlines/term.ts';
import { TanggapError } from '../protocol/errors.ts';
import { append } from './append.ts';
import type { TanggapDatabase } from './database.ts';
import { justNow } from './open-complaint.ts';
import { openClocks } from './read/clocks.ts';
import { saidAt } from './said-at.ts';
import { transact } from './transact.ts';

export interface ExtensionInput {
  complaintId: string;
  clock: ClockName;
  by: Term;
  reason: string;
  /** The office grants it at once; null when it still has to decide. */
  granted: boolean | null;
  /** Epoch ms at which it asked, by its own message; now when left out. */
  at?: number;
  via?: 'pasted';
}

/**
 * *Perpanjangan*: the agency asks for more of one term; decided in the same step where the office has decided.
 * @param now Epoch ms.
 * @throws TanggapError `not-found`; `before-forwarding`, `in-future` for the message's time; `clock` with the code of
 *   the refusal as its detail.
 */
export async function askExtension(
  db: TanggapDatabase,
  input: ExtensionInput,
  now: number,
): Promise<{ eventId: string }> {
  const { complaintId, clock, by, reason, granted, via } = input;
  return transact(db, async () => {
    const { live, clocks, maxExtensions } = await openClocks(db, complaintId, now);
    const at = saidAt(input.at, clocks.current?.clocks.response.startedAt, now);
    const last = justNow(live, 'extensionAsked', now);
    if (last && last.clock === clock && last.reason === reason) return { eventId: last.id };
    const problem = checkExtension(clocks, { clock, by, reason }, maxExtensions, at);
    if (problem) throw new TanggapError('clock', problem);
    const asked = {
      type: 'extensionAsked',
      complaintId,
      at,
      clock,
      by,
      reason,
      ...(via ? { via } : {}),
    } as const;
    const { events } = await append(db, complaintId, [asked], { now });
    const eventId = events[0]?.id ?? '';
    if (granted !== null) {
      const decided = {
        type: 'extensionDecided',
        complaintId,
        at: now,
        target: eventId,
        granted,
        note: '',
      } as const;
      await append(db, complaintId, [decided], { now });
    }
    return { eventId };
  });
}
