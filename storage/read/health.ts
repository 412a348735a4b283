import { layoutChanged } from '../../complaints/health.ts';
import type { SiteId } from '../../complaints/reading.ts';
import type { HealthRow, TanggapDatabase } from '../database.ts';

/** All kept figures, oldest day first. */
export async function readHealth(db: TanggapDatabase): Promise<HealthRow[]> {
  return (await db.health.toArray()).sort((a, b) => a.day - b.day);
}

/** Surfaces of a site whose layout has changed under us, as far as the figures tell at `now` (epoch ms). */
export async function changedLayouts(db: TanggapDatabase, site: SiteId, now: number): Promise<string[]> {
  return layoutChanged(await readHealth(db), site, now);
}
