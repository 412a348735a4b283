import type { TanggapDatabase } from '../database.ts';

/** The first year without SKB on which some running clock depends, or null. */
export async function readIncompleteYear(db: TanggapDatabase): Promise<number | null> {
  return (await db.complaints.orderBy('incompleteYear').first())?.incompleteYear ?? null;
}

/** That year and how many complaints depend on it, by counting the index alone; null when none does. */
export async function readIncompleteCount(db: TanggapDatabase): Promise<{ year: number; n: number } | null> {
  const year = await readIncompleteYear(db);
  if (year === null) return null;
  return { year, n: await db.complaints.where('incompleteYear').equals(year).count() };
}

/** A complaint whose running clocks depend on a year without SKB, in the calendar frozen into it. */
export interface IncompleteRow {
  id: string;
  number: string;
  agencyShort: string;
  year: number;
}

/** All of them, the nearest year first. */
export async function readIncompleteRows(db: TanggapDatabase): Promise<IncompleteRow[]> {
  const rows = await db.complaints.orderBy('incompleteYear').toArray();
  return rows.map(({ id, number, agencyShort, incompleteYear }) => ({
    id,
    number,
    agencyShort,
    year: incompleteYear ?? 0,
  }));
}
