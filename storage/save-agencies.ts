import type { Agency } from '../complaints/agency.ts';
import type { TanggapDatabase } from './database.ts';
import { transact } from './transact.ts';

/**
 * Adds agencies or changes those that are there. When an agency was last used is the store's own knowledge
 * and is never taken from a form.
 * @param now Epoch ms.
 */
export async function saveAgencies(
  db: TanggapDatabase,
  agencies: readonly Agency[],
  now: number,
): Promise<void> {
  await transact(db, async () => {
    for (const agency of agencies) {
      const known = await db.agencies.get(agency.id);
      await db.agencies.put({ ...agency, lastUsedAt: known?.lastUsedAt ?? 0, updatedAt: now });
    }
  });
}
