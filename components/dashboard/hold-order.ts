/**
 * The rows in the order in which they stood before, new ones last: while the pointer is in the list nothing
 * moves under it. Rows that are gone leave.
 */
export function holdOrder<T extends { id: string }>(before: readonly string[], rows: readonly T[]): T[] {
  const place = new Map(before.map((id, at) => [id, at]));
  return rows
    .map((row, at) => ({ row, at: place.get(row.id) ?? before.length + at }))
    .sort((a, b) => a.at - b.at)
    .map((entry) => entry.row);
}
