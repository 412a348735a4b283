import type { StoredStatus, ViewStatus } from '../../complaints/complaint.ts';
import type { SiteId } from '../../complaints/reading.ts';
import { STATUS_ORDER } from '../../complaints/status.ts';
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

/** Statuses as they are stored of which a complaint shown so may be. */
const STORED: Record<ViewStatus, StoredStatus> = {
  new: 'new',
  waiting: 'waiting',
  near: 'waiting',
  overdue: 'waiting',
  paused: 'waiting',
  responded: 'responded',
  outside: 'outside',
  done: 'done',
  dismissed: 'dismissed',
  joined: 'joined',
};
/** What is closed is most of an old store and stands last in every order: only it is read by parts. */
const CLOSED: readonly StoredStatus[] = ['done', 'dismissed', 'joined'];

/**
 * The list of complaints, filtered, most urgent first at `now` (epoch ms). Flags taken back are never in it.
 * @param enough So many rows do: fewer of the closed ones are read then, the newest first.
 */
export async function readRows(
  db: TanggapDatabase,
  filter: RowFilter,
  now: number,
  enough = Number.POSITIVE_INFINITY,
): Promise<ComplaintRow[]> {
  const words = (filter.query ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const keeps = (row: ComplaintRow) => {
    if (row.status === 'void') return false;
    if (filter.site && row.site !== filter.site) return false;
    if (filter.agencyId && row.agencyId !== filter.agencyId) return false;
    const status = rowStatus(row, now);
    if (filter.status && status !== filter.status) return false;
    if (filter.tab && !TABS[filter.tab].includes(status)) return false;
    return words.length === 0 || matches(row, words);
  };
  if (filter.agencyId) {
    const all = await db.complaints.where('agencyId').equals(filter.agencyId).toArray();
    return sortByUrgency(all.filter(keeps), now);
  }
  const shown = STATUS_ORDER.filter(
    (status) =>
      (!filter.status || filter.status === status) && (!filter.tab || TABS[filter.tab].includes(status)),
  );
  const stored = [...new Set(shown.map((status) => STORED[status]))];
  const open = stored.filter((status) => !CLOSED.includes(status));
  const read = await Promise.all(
    open.map((status) => db.complaints.where('status').equals(status).toArray()),
  );
  const kept = read.flat().filter(keeps);
  const closed = CLOSED.filter((status) => stored.includes(status));
  if (kept.length < enough) kept.push(...(await readClosed(db, closed, keeps, enough - kept.length)));
  return sortByUrgency(kept, now);
}

/** So many rows are read at once without a thought. */
const FEW = 2_000;
/** A search that has looked at so many of the newest rows in vain reads the rest in the order in which they lie. */
const MANY = 6_000;

/** Rows of closed statuses that fit, at least `enough` of them where there are as many: those that stand first. */
async function readClosed(
  db: TanggapDatabase,
  statuses: readonly StoredStatus[],
  keeps: (row: ComplaintRow) => boolean,
  enough: number,
): Promise<ComplaintRow[]> {
  const kept: ComplaintRow[] = [];
  for (const status of statuses) {
    if (kept.length >= enough) break;
    const found = await readNewest(db, status, keeps, enough - kept.length);
    if (!found) return readThrough(db, (row) => statuses.includes(row.status) && keeps(row));
    kept.push(...found);
  }
  return kept;
}

/** The newest rows of one status that fit; null when too many others would have to be looked at. */
async function readNewest(
  db: TanggapDatabase,
  status: StoredStatus,
  keeps: (row: ComplaintRow) => boolean,
  enough: number,
): Promise<ComplaintRow[] | null> {
  const these = db.complaints.where('status').equals(status);
  if ((await these.count()) <= FEW) return (await these.toArray()).filter(keeps);
  if (enough === Number.POSITIVE_INFINITY) return null;
  const kept: ComplaintRow[] = [];
  const first = (await db.complaints.orderBy('lastEventAt').first())?.lastEventAt ?? 0;
  let end = (await db.complaints.orderBy('lastEventAt').last())?.lastEventAt ?? 0;
  let span = 86_400_000;
  let looked = 0;
  // Backwards in time by whole spans: what happened at the same moment is never cut in two.
  while (end >= first && kept.length < enough) {
    if (looked > Math.max(MANY, enough * 3)) return null;
    const rows = await db.complaints
      .where('lastEventAt')
      .between(end - span, end, false, true)
      .toArray();
    kept.push(...rows.filter((row) => row.status === status && keeps(row)));
    looked += rows.length;
    end -= span;
    span = rows.length < FEW / 2 ? span * 2 : Math.max(1, Math.ceil(span / 2));
  }
  return kept;
}

/** All rows that fit, some thousands at a time: the quickest way through a whole store. */
async function readThrough(
  db: TanggapDatabase,
  keeps: (row: ComplaintRow) => boolean,
): Promise<ComplaintRow[]> {
  const kept: ComplaintRow[] = [];
  for (let from = ''; ; ) {
    const rows = await db.complaints
      .where('id')
      .above(from)
      .limit(FEW * 2)
      .toArray();
    for (const row of rows) if (keeps(row)) kept.push(row);
    const last = rows.at(-1);
    if (!last || rows.length < FEW * 2) return kept;
    from = last.id;
  }
}

function matches(row: ComplaintRow, words: string[]): boolean {
  const hay =
    `${row.number}\n${row.numbers.join('\n')}\n${row.gist}\n${row.place}\n${row.agencyShort}\n${row.agencyName}`.toLowerCase();
  return words.every((word) => hay.includes(word));
}
