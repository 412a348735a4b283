import { HEALTH_DAYS, isBlind } from '../complaints/health.ts';
import type { SiteId } from '../complaints/reading.ts';
import type { HealthRow, TanggapDatabase } from './database.ts';
import { transact } from './transact.ts';

/** What one page reports of one surface since its last report. */
export type HealthReport = Pick<HealthRow, 'surface' | 'visits' | 'seen' | 'placed' | 'named' | 'removed'>;

/** No site has so many; what a page makes up beyond them is not kept. */
export const MAX_SURFACES = 40;

/**
 * Adds a report to the figures of its day; figures older than HEALTH_DAYS go.
 * @param now Epoch ms.
 */
export async function recordHealth(
  db: TanggapDatabase,
  report: HealthReport,
  site: SiteId,
  now: number,
): Promise<void> {
  const day = Math.floor(now / 86_400_000);
  const { surface, visits, seen, placed, named, removed } = report;
  await transact(db, async () => {
    const before = await db.health.get([site, surface, day]);
    if (!before) {
      await db.health.filter((row) => row.day <= day - HEALTH_DAYS).delete();
      if ((await db.health.filter((row) => row.day === day).count()) >= MAX_SURFACES) return;
    }
    await db.health.put({
      ...before,
      site,
      surface,
      day,
      visits: (before?.visits ?? 0) + visits,
      seen: (before?.seen ?? 0) + seen,
      placed: (before?.placed ?? 0) + placed,
      named: (before?.named ?? 0) + named,
      removed: (before?.removed ?? 0) + removed,
      blind: seen > 0 && !isBlind(seen, named) ? 0 : (before?.blind ?? 0) + seen,
      empty: seen > 0 ? 0 : (before?.empty ?? 0) + visits,
    });
  });
}
