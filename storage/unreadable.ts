import type { SiteId } from '../complaints/reading.ts';
import type { TanggapDatabase } from './database.ts';
import { MAX_SURFACES } from './health.ts';
import { transact } from './transact.ts';

/** Fields that every post has: unreadable ones tell of a layout that has changed. */
export const WATCHED = ['identity', 'author', 'text', 'postedAt', 'photos'] as const;
export type WatchedField = (typeof WATCHED)[number];

/**
 * Counts what one flag could not read, under its day and surface. Figures only.
 * @param now Epoch ms.
 */
export async function recordUnreadable(
  db: TanggapDatabase,
  { site, surface, fields }: { site: SiteId; surface: string; fields: readonly WatchedField[] },
  now: number,
): Promise<void> {
  if (fields.length === 0 || !/^[a-z][a-z-]{0,19}$/.test(surface)) return;
  const day = Math.floor(now / 86_400_000);
  await transact(db, async () => {
    const before = await db.health.get([site, surface, day]);
    if (!before && (await db.health.filter((row) => row.day === day).count()) >= MAX_SURFACES) return;
    const unreadable = { ...before?.unreadable };
    for (const field of fields) unreadable[field] = (unreadable[field] ?? 0) + 1;
    const none = { visits: 0, seen: 0, placed: 0, named: 0, removed: 0, blind: 0, empty: 0 };
    await db.health.put({ ...none, ...before, site, surface, day, unreadable });
  });
}
