import type { TanggapDatabase } from './database.ts';
import { rebuild } from './rebuild.ts';
import { transact } from './transact.ts';

/** Goes up by one whenever a row is worked out otherwise than before: the lists on disk are then made anew, once. */
export const PROJECTION_VERSION = 3;

/**
 * Makes the lists anew from the log when another release made those on disk. All or nothing: a worker that dies in
 * between leaves the old lists, and the next start tries again. Returns whether anything was done.
 */
export async function ensureProjection(db: TanggapDatabase): Promise<boolean> {
  if (!db.isOpen()) await db.open();
  if (await isCurrent(db)) return false;
  return transact(db, async () => {
    if (await isCurrent(db)) return false;
    await rebuild(db);
    await db.desk.put({ key: 'projection', value: PROJECTION_VERSION });
    return true;
  });
}

async function isCurrent(db: TanggapDatabase): Promise<boolean> {
  return (await db.desk.get('projection'))?.value === PROJECTION_VERSION;
}
