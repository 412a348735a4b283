import type { Complaint } from '../complaints/complaint.ts';
import { nearAt } from '../complaints/deadlines/due.ts';
import { numberLabel, numberLabelWithDesk } from '../complaints/number.ts';
import { isReadable } from '../complaints/reading.ts';
import { factsOf } from '../complaints/status.ts';
import type { ComplaintRow, TanggapDatabase } from './database.ts';
import { readComplaint } from './read/complaint.ts';

/** The line of the lists for one complaint. `shared`: its number stands for another complaint too. */
export function projectComplaint(complaint: Complaint, shared: boolean): ComplaintRow {
  const { capture, clock, forwarding, photos } = complaint;
  const number = complaint.numbers[0];
  const facts = factsOf(complaint);
  const stored = photos.filter((photo) => photo.state === 'stored');
  const running =
    facts.dueAt !== null && facts.termMs !== null
      ? { dueAt: facts.dueAt, nearAt: nearAt(facts.dueAt, facts.termMs) }
      : null;
  return {
    id: complaint.id,
    aliases: complaint.aliases,
    number: number ? (shared ? numberLabelWithDesk(number) : numberLabel(number)) : '',
    numbers: [...new Set(complaint.numbers.map(numberLabel))],
    seq: number?.seq ?? 0,
    site: capture.site ?? 'none',
    surface: capture.surface,
    permalink: complaint.permalink,
    status: complaint.status,
    open: running ? 1 : 0,
    ...(running ?? {}),
    ...(clock ? { preset: clock.preset } : {}),
    // An answered one keeps its term, for the share of it that the answer took; with dueAt it would count as open.
    ...(clock && (running || clock.stoppedAt !== null) ? { termMs: clock.termMs } : {}),
    agencyId: forwarding?.agencyId ?? '',
    agencyShort: forwarding?.agencyShort ?? '',
    agencyName: forwarding?.agencyName ?? '',
    gist: complaint.gist,
    place: complaint.place,
    sensitive: complaint.sensitive ? 1 : 0,
    photoHash: stored[0]?.photo.hash ?? '',
    photoCount: stored.length,
    photoMissing: photos.length - stored.length,
    reminders: complaint.reminders.length,
    ...(isReadable(capture.postedAt) ? { postedAt: capture.postedAt.value } : {}),
    capturedAt: complaint.capturedAt,
    ...(clock ? { forwardedAt: clock.startedAt } : {}),
    ...(clock?.stoppedAt != null ? { respondedAt: clock.stoppedAt } : {}),
    ...(complaint.resolvedAt !== null ? { resolvedAt: complaint.resolvedAt } : {}),
    lastEventAt: complaint.lastEventAt,
    lastEventType: complaint.lastEventType,
    purged: complaint.purged ? 1 : 0,
  };
}

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
  await db.complaints.bulkPut(rows);
  for (const other of others) if (labels.has(other.number)) await showDesk(db, other.id);
  return rows;
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
  const found = await readComplaint(db, id);
  if (found) await db.complaints.put(projectComplaint(found.complaint, true));
}
