import { Dexie } from 'dexie';
import type { Complaint } from '../../complaints/complaint.ts';
import type { CalendarBook } from '../../complaints/deadlines/calendar-book.ts';
import { clocksOf } from '../../complaints/deadlines/clocks.ts';
import { type ClockExplanation, explain } from '../../complaints/deadlines/parts.ts';
import type { ComplaintEvent, LetterStep } from '../../complaints/events.ts';
import { foldComplaint } from '../../complaints/fold.ts';
import { type Ladder, ladderOf } from '../../complaints/ladder/ladder.ts';
import { liveEvents } from '../../complaints/live.ts';
import { rowStatus } from '../../complaints/urgency.ts';
import type { ComplaintRow, TanggapDatabase } from '../database.ts';
import { readCalendarBook } from './calendar-book.ts';

/** A complaint with a clock that runs, and where it stands on the ladder. */
export interface OnLadder {
  row: ComplaintRow;
  complaint: Complaint;
  ladder: Ladder;
  /** The clock that the ladder follows, with its sum. */
  explanation: ClockExplanation;
}

/** What one agency can be reminded of. */
export interface ReminderGroup {
  agencyId: string;
  agencyShort: string;
  /** Overdue or near, most urgent first. */
  items: OnLadder[];
  /** Still well within its time; empty unless asked for. */
  inTime: OnLadder[];
  /** How many more wait within their time, are answered, or stand paused: they are left out. */
  waiting: number;
  answered: number;
  paused: number;
}

/**
 * All that agencies can be reminded of at `now` (epoch ms), one group per agency, the one with the oldest deadline
 * first. What is paused or answered is only counted.
 * @param withInTime Read those that are well within their time too.
 */
export async function readReminders(
  db: TanggapDatabase,
  now: number,
  withInTime = false,
): Promise<ReminderGroup[]> {
  const [running, outside, responded] = await Promise.all([
    db.complaints.where('[open+dueAt]').between([1, Dexie.minKey], [1, Dexie.maxKey]).toArray(),
    db.complaints.where('status').equals('outside').toArray(),
    db.complaints.where('status').equals('responded').toArray(),
  ]);
  const groups = new Map<string, ReminderGroup>();
  const groupOf = ({ agencyId, agencyShort }: ComplaintRow): ReminderGroup => {
    const known = groups.get(agencyId);
    if (known) return known;
    const made = { agencyId, agencyShort, items: [], inTime: [], waiting: 0, answered: 0, paused: 0 };
    groups.set(agencyId, made);
    return made;
  };
  const wanted: ComplaintRow[] = [...outside];
  for (const row of running) {
    const status = rowStatus(row, now);
    if (status === 'paused') groupOf(row).paused += 1;
    else if (status === 'overdue' || status === 'near') wanted.push(row);
    else {
      groupOf(row).waiting += 1;
      if (withInTime) wanted.push(row);
    }
  }
  for (const row of responded) groupOf(row).answered += 1;
  for (const found of await readOnLadder(db, wanted, now)) {
    const { state } = found.explanation.clock;
    const group = groupOf(found.row);
    if (state === 'near' || state === 'late') group.items.push(found);
    else if (state === 'paused') group.paused += 1;
    else if (withInTime) group.inTime.push(found);
    else group.waiting += 1;
  }
  const first = (group: ReminderGroup) => group.items[0]?.explanation.clock.due ?? Number.MAX_SAFE_INTEGER;
  return [...groups.values()]
    .filter((group) => group.items.length + group.inTime.length > 0)
    .sort((a, b) => first(a) - first(b) || (a.agencyId < b.agencyId ? -1 : 1));
}

/** Complaints of one agency for which the ladder proposes this letter at `now` (epoch ms), oldest deadline first. */
export async function readSameStep(
  db: TanggapDatabase,
  { agencyId, step }: { agencyId: string; step: LetterStep },
  now: number,
): Promise<OnLadder[]> {
  const rows = await db.complaints.where('agencyId').equals(agencyId).toArray();
  const open = rows.filter(
    (row) => row.status === 'responded' || (row.status === 'waiting' && rowStatus(row, now) === 'overdue'),
  );
  return (await readOnLadder(db, open, now)).filter((found) => found.ladder.proposed === step);
}

/** Where these complaints stand at `now` (epoch ms), oldest deadline first; those without a running clock are left out. */
export async function readOnLadder(
  db: TanggapDatabase,
  rows: readonly ComplaintRow[],
  now: number,
): Promise<OnLadder[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const [events, desk, book] = await Promise.all([
    db.events.where('complaintId').anyOf(ids).toArray(),
    db.desk.get('desk'),
    readCalendarBook(db),
  ]);
  const logs = new Map<string, ComplaintEvent[]>(ids.map((id) => [id, []]));
  for (const event of events) logs.get(event.complaintId)?.push(event);
  const found = rows.flatMap((row) => {
    const log = logs.get(row.id) ?? [];
    const complaint = foldComplaint(log, String(desk?.value ?? ''), book);
    return complaint ? (onLadder(row, complaint, log, book, now) ?? []) : [];
  });
  return found.sort((a, b) => dueOf(a) - dueOf(b) || (a.row.id < b.row.id ? -1 : 1));
}

function onLadder(
  row: ComplaintRow,
  complaint: Complaint,
  events: readonly ComplaintEvent[],
  book: CalendarBook,
  now: number,
): OnLadder | null {
  const live = liveEvents(events);
  const standing = row.joinedTo === undefined ? complaint : { ...complaint, status: 'joined' as const };
  const ladder = ladderOf(standing, live, clocksOf(live, book, now), book, now);
  if (!ladder.clock) return null;
  return { row, complaint, ladder, explanation: explain(ladder.clock, book) };
}

const dueOf = (found: OnLadder) => found.explanation.clock.due ?? 0;
