import type { ComplaintRow, TanggapDatabase } from '../database.ts';

/** Complaints known by any of these names (`instagram:CODE`, …), flags taken back left out. */
export async function findByNames(db: TanggapDatabase, names: string[]): Promise<ComplaintRow[]> {
  return (await findAnyByNames(db, names)).filter((row) => row.status !== 'void');
}

/** The same, with flags taken back: a post flagged again keeps its first number. */
export async function findAnyByNames(db: TanggapDatabase, names: string[]): Promise<ComplaintRow[]> {
  if (names.length === 0) return [];
  return db.complaints.where('aliases').anyOf(names).distinct().toArray();
}
