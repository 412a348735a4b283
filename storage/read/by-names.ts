import type { ComplaintRow, TanggapDatabase } from '../database.ts';

/**
 * Complaints known by any of these names (`instagram:CODE`, …), flags taken back left out. One that goes on as another
 * complaint is answered by that one's line, under its own names.
 */
export async function findByNames(db: TanggapDatabase, names: string[]): Promise<ComplaintRow[]> {
  const rows = (await findAnyByNames(db, names)).filter((row) => row.status !== 'void');
  const ends = await db.complaints.bulkGet(rows.map((row) => row.joinedTo ?? row.id));
  return rows.map((row, i) => ({ ...(ends[i] ?? row), aliases: row.aliases }));
}

/** The same, with flags taken back: a post flagged again keeps its first number. */
export async function findAnyByNames(db: TanggapDatabase, names: string[]): Promise<ComplaintRow[]> {
  if (names.length === 0) return [];
  return db.complaints.where('aliases').anyOf(names).distinct().toArray();
}
