import type { ComplaintRow, TanggapDatabase } from '../database.ts';

/** The new complaint that has waited longest for being forwarded, other than `exceptId`; null when there is none. */
export async function readNextNew(db: TanggapDatabase, exceptId: string): Promise<ComplaintRow | null> {
  const rows = await db.complaints.where('status').equals('new').toArray();
  return rows.filter((row) => row.id !== exceptId).sort((a, b) => a.capturedAt - b.capturedAt)[0] ?? null;
}
