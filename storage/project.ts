import type { Complaint } from '../complaints/complaint.ts';
import { foldComplaint } from '../complaints/fold.ts';
import { numberLabel } from '../complaints/number.ts';
import type { ComplaintRow, TanggapDatabase } from './database.ts';
import { deskName } from './desk.ts';
import { settleJoins } from './joins.ts';
import { projectComplaint } from './project-row.ts';
import { readCalendarBook } from './read/calendar-book.ts';
import { readEvents } from './read/events.ts';

/** Writes the line of one complaint, inside the caller's transaction. */
export async function putProjection(db: TanggapDatabase, complaint: Complaint): Promise<ComplaintRow> {
  const [row] = await putProjections(db, [complaint]);
  if (!row) throw new Error('putProjection: nothing written');
  return row;
}

/**
 * Writes the lines of several complaints, inside the caller's transaction. Where two desks gave one number to
 * different complaints, both lines get their desk behind it.
 */
export async function putProjections(
  db: TanggapDatabase,
  complaints: readonly Complaint[],
): Promise<ComplaintRow[]> {
  const ids = new Set(complaints.map((complaint) => complaint.id));
  const labels = new Set(complaints.flatMap((complaint) => complaint.numbers.map(numberLabel)));
  const others = (
    await db.complaints
      .where('numbers')
      .anyOf([...labels])
      .distinct()
      .toArray()
  ).filter((row) => !ids.has(row.id));
  const users = countUsers([
    ...others.map((row) => row.numbers),
    ...complaints.map((c) => c.numbers.map(numberLabel)),
  ]);
  const rows = complaints.map((complaint) => projectComplaint(complaint, isShared(complaint, users)));
  const before = await db.complaints.bulkGet([...ids]);
  await db.complaints.bulkPut(rows);
  await settleJoins(
    db,
    [...ids],
    before.flatMap((row) => row?.joinedInto ?? []),
  );
  for (const other of others) if (labels.has(other.number)) await showDesk(db, other.id);
  const settled = await db.complaints.bulkGet([...rows.map((row) => row.id)]);
  return settled.map((row, i) => row ?? (rows[i] as ComplaintRow));
}

/** How many complaints each number label stands for. */
export function countUsers(labelsOfEach: readonly string[][]): Map<string, number> {
  const users = new Map<string, number>();
  for (const labels of labelsOfEach)
    for (const label of new Set(labels)) users.set(label, (users.get(label) ?? 0) + 1);
  return users;
}

export function isShared(complaint: Complaint, users: Map<string, number>): boolean {
  const number = complaint.numbers[0];
  return number !== undefined && (users.get(numberLabel(number)) ?? 0) > 1;
}

async function showDesk(db: TanggapDatabase, id: string): Promise<void> {
  const complaint = foldComplaint(await readEvents(db, id), await deskName(db), await readCalendarBook(db));
  const joinedTo = (await db.complaints.get(id))?.joinedTo ?? null;
  if (complaint) await db.complaints.put(projectComplaint(complaint, true, joinedTo));
}
