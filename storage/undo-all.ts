import type { TanggapDatabase } from './database.ts';
import { transact } from './transact.ts';
import { undo } from './undo.ts';

/**
 * Takes several events back, all or none: what one press recorded for several complaints.
 * @param now Epoch ms.
 * @throws TanggapError as `undo` does, for whichever of them.
 */
export async function undoAll(
  db: TanggapDatabase,
  { eventIds }: { eventIds: string[] },
  now: number,
): Promise<{ eventIds: string[] }> {
  return transact(db, async () => {
    const undone: string[] = [];
    for (const eventId of eventIds) undone.push((await undo(db, { eventId }, now)).eventId);
    return { eventIds: undone };
  });
}
