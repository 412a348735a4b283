import type { ViewStatus } from '../../complaints/complaint.ts';
import type { SiteId } from '../../complaints/reading.ts';
import { rowStatus, sortByUrgency } from '../../complaints/urgency.ts';
import type { ComplaintRow, TanggapDatabase } from '../database.ts';

/** `mine`: what asks for the official (new, near, overdue). `agency`: calmly waiting. `done`: done or dismissed. */
export type Tab = 'open' | 'mine' | 'agency' | 'done';

export interface RowFilter {
  status?: ViewStatus;
  agencyId?: string;
  site?: SiteId | 'none';
  tab?: Tab;
  /** Words, all of which must occur in number, gist, place or agency; never in a citizen's name. */
  query?: string;
}

export const TABS: Record<Tab, readonly ViewStatus[]> = {
  open: ['overdue', 'near', 'new', 'waiting', 'responded', 'paused', 'outside'],
  mine: ['overdue', 'near', 'new'],
  agency: ['waiting'],
  done: ['done', 'dismissed', 'joined'],
};

/** The list of complaints, filtered, most urgent first at `now` (epoch ms). Flags taken back are never in it. */
export async function readRows(db: TanggapDatabase, filter: RowFilter, now: number): Promise<ComplaintRow[]> {
  const words = (filter.query ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const rows = filter.agencyId
    ? await db.complaints.filter((row) => row.agencyId === filter.agencyId).toArray()
    : await db.complaints.toArray();
  const kept = rows.filter((row) => {
    if (row.status === 'void') return false;
    if (filter.site && row.site !== filter.site) return false;
    const status = rowStatus(row, now);
    if (filter.status && status !== filter.status) return false;
    if (filter.tab && !TABS[filter.tab].includes(status)) return false;
    return words.length === 0 || matches(row, words);
  });
  return sortByUrgency(kept, now);
}

function matches(row: ComplaintRow, words: string[]): boolean {
  const hay =
    `${row.number}\n${row.numbers.join('\n')}\n${row.gist}\n${row.place}\n${row.agencyShort}\n${row.agencyName}`.toLowerCase();
  return words.every((word) => hay.includes(word));
}
