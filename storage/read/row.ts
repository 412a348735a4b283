import type { ComplaintRow, TanggapDatabase } from '../database.ts';

/** One line of the list, or null when there is no such complaint. */
export async function readRow(db: TanggapDatabase, id: string): Promise<ComplaintRow | null> {
  return (await db.complaints.get(id)) ?? null;
}
