import type { JoinReason } from '../complaints/events.ts';
import { survivorOf } from '../complaints/joins.ts';
import { TanggapError } from '../protocol/errors.ts';
import { append } from './append.ts';
import type { TanggapDatabase } from './database.ts';
import { readRow } from './read/row.ts';
import { transact } from './transact.ts';

/**
 * *Gabungkan*: two complaints are one matter. The one that was forwarded first goes on, else the one flagged first;
 * the other keeps its own log and points there. Undone like any event.
 * @param now Epoch ms.
 * @throws TanggapError `not-found`; `conflict` when they are one already.
 */
export async function join(
  db: TanggapDatabase,
  { complaintId, withId, why }: { complaintId: string; withId: string; why: JoinReason },
  now: number,
): Promise<{ eventId: string; into: string }> {
  return transact(db, async () => {
    const [a, b] = [await endRow(db, complaintId), await endRow(db, withId)];
    if (a.id === b.id) throw new TanggapError('conflict', 'joined already');
    const into = survivorOf(a, b).id;
    const from = into === a.id ? b.id : a.id;
    const { events } = await append(db, from, [{ type: 'joined', complaintId: from, at: now, into, why }], {
      now,
    });
    return { eventId: events[0]?.id ?? '', into };
  });
}

async function endRow(db: TanggapDatabase, id: string) {
  const row = await readRow(db, id);
  const end = row?.joinedTo ? await readRow(db, row.joinedTo) : row;
  if (!end || end.status === 'void') throw new TanggapError('not-found', id);
  return end;
}
