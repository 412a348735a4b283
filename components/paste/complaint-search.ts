import type { ComplaintRow } from '../../storage/database.ts';

/** So many are listed at once; words narrow the rest. */
export const MAX_LISTED = 50;

/** The likely ones first, then the others as they stand, narrowed by words that must all occur. */
export function searchComplaints(
  rows: readonly ComplaintRow[],
  likely: readonly string[],
  query: string,
): ComplaintRow[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const first = new Set(likely);
  const fits = (row: ComplaintRow) => {
    const hay = [...row.numbers, row.number, row.gist, row.place, row.agencyShort, row.agencyName]
      .join('\n')
      .toLowerCase();
    return words.every((word) => hay.includes(word));
  };
  const kept = words.length === 0 ? [...rows] : rows.filter(fits);
  return [...kept.filter((row) => first.has(row.id)), ...kept.filter((row) => !first.has(row.id))].slice(
    0,
    MAX_LISTED,
  );
}
