import { TanggapError } from '../protocol/errors.ts';
import type { TanggapDatabase } from './database.ts';
import { transact } from './transact.ts';

/**
 * Deletes an agency that no complaint ever named; one that was named is retired instead.
 * @param now Epoch ms.
 * @returns `removed: false` when it was retired.
 * @throws TanggapError `not-found`.
 */
export async function removeAgency(
  db: TanggapDatabase,
  { agencyId }: { agencyId: string },
  now: number,
): Promise<{ removed: boolean }> {
  return transact(db, async () => {
    const agency = await db.agencies.get(agencyId);
    if (!agency) throw new TanggapError('not-found', agencyId);
    const named = await db.events
      .filter((event) => event.type === 'forwarded' && event.agencyId === agencyId)
      .first();
    if (!named) {
      await db.agencies.delete(agencyId);
      return { removed: true };
    }
    await db.agencies.update(agencyId, { retiredAt: agency.retiredAt ?? now, updatedAt: now });
    return { removed: false };
  });
}
