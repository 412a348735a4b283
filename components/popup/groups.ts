import type { ViewStatus } from '../../complaints/complaint.ts';
import { rowStatus } from '../../complaints/urgency.ts';
import type { ComplaintRow } from '../../storage/database.ts';

/** The counters at the top, in their order. */
export const COUNTED = ['overdue', 'near', 'new', 'waiting'] as const satisfies readonly ViewStatus[];
export type Counted = (typeof COUNTED)[number];

/** One line of the popup's list. */
export type PopupLine =
  | { kind: 'head'; key: string; status: Counted; count: number }
  | { kind: 'row'; key: string; status: Counted; row: ComplaintRow }
  /** *Baru*, folded into one line. */
  | { kind: 'fresh'; key: string; count: number };

/**
 * The popup's lines at `now` (epoch ms), from pending rows in the order of urgency: overdue, near due, the new ones
 * folded into one line (all of them with `unfold`), waiting.
 * @param counts How many there are of each, where `rows` are only the first of them.
 */
export function popupLines(
  rows: readonly ComplaintRow[],
  now: number,
  unfold: boolean,
  counts: Record<Counted, number> | null = null,
): PopupLine[] {
  const groups = new Map<Counted, ComplaintRow[]>(COUNTED.map((status) => [status, []]));
  for (const row of rows) {
    const status = rowStatus(row, now);
    // A case with an outside body has its own, separate clock and is not waited for here.
    if (isCounted(status)) groups.get(status)?.push(row);
  }
  const lines: PopupLine[] = [];
  for (const status of COUNTED) {
    const group = groups.get(status) ?? [];
    const count = counts?.[status] ?? group.length;
    if (status === 'new' && count > 0 && (!unfold || counts)) {
      lines.push({ kind: 'fresh', key: 'fresh', count });
      continue;
    }
    if (group.length === 0) continue;
    lines.push({ kind: 'head', key: `head-${status}`, status, count });
    for (const row of group) lines.push({ kind: 'row', key: row.id, status, row });
  }
  return lines;
}

/** How many rows stand in each group at `now` (epoch ms). */
export function popupCounts(rows: readonly ComplaintRow[], now: number): Record<Counted, number> {
  const counts: Record<Counted, number> = { overdue: 0, near: 0, new: 0, waiting: 0 };
  for (const row of rows) {
    const status = rowStatus(row, now);
    if (isCounted(status)) counts[status] += 1;
  }
  return counts;
}

/** The next moment (epoch ms) at which a row changes its group, so that the popup turns with the badge. */
export function nextTurn(rows: readonly ComplaintRow[], now: number): number | null {
  let next: number | null = null;
  for (const { dueAt, nearAt, pausedUntil } of rows) {
    for (const at of [nearAt, dueAt, pausedUntil]) {
      if (at !== undefined && at >= now && (next === null || at < next)) next = at;
    }
  }
  return next;
}

function isCounted(status: ViewStatus): status is Counted {
  return (COUNTED as readonly ViewStatus[]).includes(status);
}
