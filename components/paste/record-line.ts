import { termOfAsked } from '../../complaints/answers/asked-time.ts';
import type { ClockView, ComplaintClocks } from '../../complaints/deadlines/clocks.ts';
import { CLOCK_NAMES } from '../../complaints/deadlines/policies.ts';
import type { Term } from '../../complaints/deadlines/term.ts';
import { call } from '../../protocol/client.ts';
import { TanggapError } from '../../protocol/errors.ts';
import { database } from '../../storage/database.ts';
import { openClocks } from '../../storage/read/clocks.ts';
import { type Line, viaOf } from './lines.ts';

/**
 * Records what one line says: a response, the wish for more time (still to be decided), or *Bukan wewenang*. The
 * pictures go with a response; the two others have none.
 * @throws TanggapError As the worker refuses it.
 */
export async function recordLine(line: Line, inboxIds: string[]): Promise<{ eventId: string }> {
  const { complaintId, kind } = line;
  const { text } = line.proposal.found.message;
  const at = Math.min(line.at ?? 0, Date.now());
  const via = viaOf(line);
  const said = { at, ...(via === 'pasted' ? { via } : {}) };
  if (kind === 'notOurs')
    return call('complaint.notOurs', { complaintId, suggests: line.suggests.trim(), note: text, ...said });
  if (kind !== 'askTime') return call('complaint.respond', { complaintId, kind, text, at, via, inboxIds });
  const { clocks } = await openClocks(database, complaintId, Date.now());
  const asks = extensionOf(line, clocks);
  if (!asks) throw new TanggapError('clock', 'no-clock');
  const { name: clock } = asks.clock;
  return call('complaint.askExtension', {
    complaintId,
    clock,
    by: asks.by,
    reason: text,
    granted: null,
    ...said,
  });
}

/** Which clock is to run longer and by how much: the first that runs. Null when none does. */
export function extensionOf(
  { asked }: Pick<Line, 'asked'>,
  { current }: ComplaintClocks,
): { clock: ClockView; by: Term } | null {
  const clock = CLOCK_NAMES.map((name) => current?.clocks[name]).find(
    (view) => view && view.state !== 'notApplicable' && view.stoppedAt === null && view.term !== null,
  );
  return clock?.term && asked ? { clock, by: termOfAsked(asked, clock.term.kind) } : null;
}
