import type { TanggapDatabase } from '../database.ts';

/** The first year without SKB on which some running clock depends, or null. */
export async function readIncompleteYear(db: TanggapDatabase): Promise<number | null> {
  return (await db.complaints.orderBy('incompleteYear').first())?.incompleteYear ?? null;
}
