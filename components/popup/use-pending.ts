import { useEffect, useState } from 'react';
import { type ComplaintRow, database } from '../../storage/database.ts';
import { readCounts } from '../../storage/read/counts.ts';
import { readFirstPending, readPending } from '../../storage/read/pending.ts';
import { useLive } from '../hooks/use-live.ts';
import type { Counted } from './groups.ts';

export interface Pending {
  rows: ComplaintRow[];
  /** How many there are of each kind while `rows` are only the first of them; null once they are all. */
  counts: Record<Counted, number> | null;
}

/** What is pending, live: the first rows at once, however many there are, and all of them when those are painted. */
export function usePending(): Pending | undefined {
  const [all, setAll] = useState(false);
  const found = useLive<Pending>(async () => {
    const now = Date.now();
    if (all) return { rows: await readPending(database, now), counts: null };
    const [rows, { overdue, near, fresh, waiting }] = await Promise.all([
      readFirstPending(database, now),
      readCounts(database, now),
    ]);
    return { rows, counts: { overdue, near, new: fresh, waiting } };
  }, [all]);
  const shown = found !== undefined;
  useEffect(() => {
    if (!shown) return;
    let later: ReturnType<typeof setTimeout> | undefined;
    // A frame does not come in a window that is not seen.
    const frame = requestAnimationFrame(() => {
      later = setTimeout(() => setAll(true), 0);
    });
    const anyway = setTimeout(() => setAll(true), 500);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(later);
      clearTimeout(anyway);
    };
  }, [shown]);
  return found;
}
