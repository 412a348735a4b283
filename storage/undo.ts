import { undoneIds } from '../complaints/live.ts';
import { TanggapError } from '../protocol/errors.ts';
import { append } from './append.ts';
import type { TanggapDatabase } from './database.ts';
import { readEvents } from './read/events.ts';
import { transact } from './transact.ts';

/**
 * Takes one event back by an event of its own. Taking it back twice is once.
 * @param now Epoch ms.
 * @throws TanggapError `not-found`; `conflict` for an undoing, a purge, a flag that was acted on, a forwarding that
 *   was answered, or a letter that another one followed.
 */
export async function undo(
  db: TanggapDatabase,
  { eventId }: { eventId: string },
  now: number,
): Promise<{ eventId: string; complaintId: string }> {
  return transact(db, async () => {
    const target = await db.events.get(eventId);
    if (!target) throw new TanggapError('not-found', eventId);
    const { complaintId } = target;
    const events = await readEvents(db, complaintId);
    const earlier = events.find((event) => event.type === 'undone' && event.target === eventId);
    if (earlier) return { eventId: earlier.id, complaintId };
    if (target.type === 'undone' || target.type === 'purged') throw new TanggapError('conflict', target.type);
    const undone = undoneIds(events);
    const later = events
      .filter((event) => event.order > target.order && !undone.has(event.id))
      .map((e) => e.type);
    const blocks = BLOCKS[target.type] ?? [];
    if (later.some((type) => blocks.includes(type))) throw new TanggapError('conflict', target.type);
    const written = await append(
      db,
      complaintId,
      [{ type: 'undone', complaintId, at: now, target: eventId }],
      { now },
    );
    return { eventId: written.events[0]?.id ?? '', complaintId };
  });
}

const ANSWERS: string[] = ['responded', 'resolved'];
const ACTS: string[] = ['forwarded', 'dismissed', 'joined', ...ANSWERS];

/** What, coming later, keeps an event from being taken back. A letter holds up the letter after it. */
const BLOCKS: Partial<Record<string, string[]>> = {
  captured: ACTS,
  forwarded: ANSWERS,
  escalated: ['escalated'],
};
