import { type Agency, nameAt } from '../complaints/agency.ts';
import type { ComplaintCategory } from '../complaints/category.ts';
import { freezeClocks } from '../complaints/deadlines/frozen.ts';
import { MAX_TERM, MIN_TERM } from '../complaints/deadlines/policy.ts';
import { presetPolicy, scheduleOf } from '../complaints/deadlines/rules.ts';
import type { ChannelOutcome, EventOf, PresetId } from '../complaints/events.ts';
import { TanggapError } from '../protocol/errors.ts';
import { append } from './append.ts';
import type { TanggapDatabase } from './database.ts';
import { isClosed, justNow, openComplaint } from './open-complaint.ts';
import { readCalendarBook } from './read/calendar-book.ts';
import { readRules } from './read/rules.ts';
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
  /** Absent where nobody said: an ordinary complaint. */
  category?: ComplaintCategory;
  photoHashes: string[];
  message: string;
}

/**
 * Records that a complaint went to an agency, with its clocks frozen in. The same forwarding again within
 * seconds (a double click, two panels) is one forwarding.
 * @param now Epoch ms of the forwarding.
 * @throws TanggapError `not-found` (complaint or agency), `invalid` (term, photo of another complaint),
 *   `clock` (a term that would never come due),
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
    const { frozen, dueAt, termMs } = await freeze(db, agency, input, now);

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
          ...(input.category ? { category: input.category } : {}),
          termMs,
          dueAt,
          photoHashes: input.photoHashes,
          message: input.message,
          frozen,
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

/** Policy, calendar version and due times as they stand now. A body without a term for its response has none of ours. */
async function freeze(
  db: TanggapDatabase,
  agency: Agency,
  { preset, termMs, category }: Forwarding,
  now: number,
) {
  const rules = await readRules(db);
  const { terms } = await readSettings(db);
  const choice = { agencyId: agency.id, outside: agency.outside, preset, termMs, category };
  const policy = presetPolicy(rules, terms, choice);
  if (!policy) throw new TanggapError('invalid', 'term');
  const book = await readCalendarBook(db);
  const result = freezeClocks(book, policy, { id: agency.id, schedule: scheduleOf(rules, agency.id) }, now);
  if ('problem' in result) throw new TanggapError('clock', result.problem.code);
  const { frozen } = result;
  const due = frozen.due.response ?? frozen.due.followUp ?? frozen.due.settlement;
  if (due === null) throw new TanggapError('clock', 'no-clock');
  const { response } = frozen.terms;
  const span = response?.kind === 'clockHours' ? response.ms : due - now;
  return { frozen, dueAt: due, termMs: Math.min(MAX_TERM, Math.max(MIN_TERM, span)) };
}
