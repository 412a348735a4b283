import { nameAt } from '../complaints/agency.ts';
import { dueAfter } from '../complaints/deadlines/due.ts';
import type { ChannelOutcome, EventOf, PresetId } from '../complaints/events.ts';
import { TanggapError } from '../protocol/errors.ts';
import { append } from './append.ts';
import type { TanggapDatabase } from './database.ts';
import { isClosed, justNow, openComplaint } from './open-complaint.ts';
import { readSettings } from './read/settings.ts';
import { transact } from './transact.ts';

export interface Forwarding {
  complaintId: string;
  agencyId: string;
  channel: string;
  outcome: ChannelOutcome;
  preset: PresetId;
  /** Ms; only for `custom`. */
  termMs: number | null;
  photoHashes: string[];
  message: string;
}

/**
 * Records that a complaint went to an agency, with its due time frozen in. The same forwarding again within
 * seconds (a double click, two panels) is one forwarding.
 * @param now Epoch ms of the forwarding.
 * @throws TanggapError `not-found` (complaint or agency), `invalid` (term, photo of another complaint),
 *   `conflict` (closed meanwhile, or another panel chose another agency just now).
 */
export async function forward(
  db: TanggapDatabase,
  input: Forwarding,
  now: number,
): Promise<{ eventId: string; dueAt: number; event: EventOf<'forwarded'> }> {
  return transact(db, async () => {
    const { complaint, live } = await openComplaint(db, input.complaintId);
    if (isClosed(complaint)) throw new TanggapError('conflict', complaint.status);
    const last = justNow(live, 'forwarded', now);
    if (last && last.agencyId !== input.agencyId) throw new TanggapError('conflict', 'forwarded just now');
    if (last && last.channel === input.channel) return { eventId: last.id, dueAt: last.dueAt, event: last };

    const agency = await db.agencies.get(input.agencyId);
    if (!agency || agency.retiredAt !== null) throw new TanggapError('not-found', input.agencyId);
    const known = new Set(
      complaint.photos.flatMap((photo) => (photo.state === 'stored' ? [photo.photo.hash] : [])),
    );
    if (input.photoHashes.some((hash) => !known.has(hash))) throw new TanggapError('invalid', 'photo');
    const termMs = input.preset === 'custom' ? input.termMs : (await readSettings(db)).terms[input.preset];
    if (termMs === null) throw new TanggapError('invalid', 'term');

    const name = nameAt(agency, now);
    const { events } = await append(
      db,
      complaint.id,
      [
        {
          type: 'forwarded',
          complaintId: complaint.id,
          at: now,
          agencyId: agency.id,
          agencyName: name.name,
          agencyShort: name.short,
          outside: agency.outside,
          channel: input.channel,
          outcome: input.outcome,
          preset: input.preset,
          termMs,
          dueAt: dueAfter(now, termMs),
          photoHashes: input.photoHashes,
          message: input.message,
        },
      ],
      { now },
    );
    await db.agencies.update(agency.id, { lastUsedAt: Math.max(now, agency.lastUsedAt) });
    const event = events[0] as EventOf<'forwarded'>;
    // The running clock may have been started by an earlier forwarding to the same agency.
    const after = await openComplaint(db, complaint.id);
    return { eventId: event.id, dueAt: after.complaint.clock?.dueAt ?? event.dueAt, event };
  });
}
