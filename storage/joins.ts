import { foldComplaint } from '../complaints/fold.ts';
import { type JoinNode, joinedEnd } from '../complaints/joins.ts';
import type { ComplaintRow, TanggapDatabase } from './database.ts';
import { deskName } from './desk.ts';
import { joinMark, projectComplaint } from './project-row.ts';
import { readCalendarBook } from './read/calendar-book.ts';
import { readEvents } from './read/events.ts';

/** What of a row tells where a join ends. */
export type JoinRow = Pick<ComplaintRow, 'id' | 'status' | 'joinedInto'>;

/** The complaint under which a row goes on, or null: the join may not be in force. */
export function endsOf(rows: Iterable<JoinRow>): Map<string, string | null> {
  const nodes = new Map<string, JoinNode>();
  for (const row of rows) nodes.set(row.id, { into: row.joinedInto ?? null, alive: row.status !== 'void' });
  return new Map(
    [...nodes.keys()].map((id) => {
      const end = joinedEnd(id, nodes);
      return [id, end === id ? null : end];
    }),
  );
}

/**
 * Sets right the lines of all complaints that are tied to these by joins: a join counts only while its end is there,
 * wherever the two sides of it were written. Inside the caller's transaction.
 * @param formerTargets Ids that these complaints were joined into before.
 */
export async function settleJoins(
  db: TanggapDatabase,
  ids: readonly string[],
  formerTargets: readonly string[],
): Promise<void> {
  const tied = await tiedTo(db, [...ids, ...formerTargets]);
  const ends = endsOf(tied.values());
  for (const row of tied.values()) {
    const end = ends.get(row.id) ?? null;
    if (row.status === 'void' || (row.joinedTo ?? null) === end) continue;
    const complaint = foldComplaint(
      await readEvents(db, row.id),
      await deskName(db),
      await readCalendarBook(db),
    );
    if (complaint) await db.complaints.put(projectComplaint(complaint, row.number.includes('·'), end));
  }
}

/** The rows reached from these over joins in either direction. */
async function tiedTo(db: TanggapDatabase, ids: readonly string[]): Promise<Map<string, ComplaintRow>> {
  const found = new Map<string, ComplaintRow>();
  const seen = new Set<string>();
  let wanted = [...new Set(ids)];
  while (wanted.length > 0) {
    for (const id of wanted) seen.add(id);
    const rows = (await db.complaints.bulkGet(wanted)).filter((row) => row !== undefined);
    for (const row of rows) found.set(row.id, row);
    const pointing = await db.complaints.where('aliases').anyOf(wanted.map(joinMark)).primaryKeys();
    const next = [...pointing, ...rows.flatMap((row) => row.joinedInto ?? [])];
    wanted = [...new Set(next)].filter((id) => !seen.has(id));
  }
  return found;
}
