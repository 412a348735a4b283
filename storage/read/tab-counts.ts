import { rowStatus } from '../../complaints/urgency.ts';
import type { TanggapDatabase } from '../database.ts';
import { TABS, type Tab } from './rows.ts';

/** How many complaints each tab of the list holds at `now` (epoch ms). */
export async function readTabCounts(db: TanggapDatabase, now: number): Promise<Record<Tab, number>> {
  const counts: Record<Tab, number> = { open: 0, mine: 0, agency: 0, done: 0 };
  const tabs = Object.keys(TABS) as Tab[];
  await db.complaints.each((row) => {
    if (row.status === 'void') return;
    const status = rowStatus(row, now);
    for (const tab of tabs) if (TABS[tab].includes(status)) counts[tab] += 1;
  });
  return counts;
}
