import type { ComplaintEvent } from '../complaints/events.ts';
import { foldComplaint } from '../complaints/fold.ts';
import type { TanggapDatabase } from './database.ts';
import { deskName } from './desk.ts';
import { endsOf, type JoinRow } from './joins.ts';
import { countUsers, isShared } from './project.ts';
import { projectComplaint } from './project-row.ts';
import { readCalendarBook } from './read/calendar-book.ts';
import { readEvents } from './read/events.ts';
import { transact } from './transact.ts';

/** So many events are held at once: a log of half a million does not fit into a worker's memory. */
const STEP = 4_000;

/** Throws the lists away and makes them anew from the log. Returns how many complaints there are. */
export async function rebuild(db: TanggapDatabase): Promise<{ complaints: number }> {
  return transact(db, async () => {
    const desk = await deskName(db);
    const book = await readCalendarBook(db);
    await db.complaints.clear();
    const ties: JoinRow[] = [];
    const labels: string[][] = [];
    await eachLogs(db, async (logs) => {
      const folded = logs.map((log) => foldComplaint(log, desk, book));
      const rows = folded.filter((each) => each !== null).map((each) => projectComplaint(each, false));
      for (const { id, status, joinedInto, numbers } of rows) {
        ties.push({ id, status, ...(joinedInto === undefined ? {} : { joinedInto }) });
        labels.push(numbers);
      }
      await db.complaints.bulkAdd(rows);
    });
    // What a line needs to know of others is rare: those lines are made once more.
    const users = countUsers(labels);
    const ends = endsOf(ties);
    for (const [at, { id }] of ties.entries()) {
      const end = ends.get(id) ?? null;
      if (end === null && !labels[at]?.some((label) => (users.get(label) ?? 0) > 1)) continue;
      const complaint = foldComplaint(await readEvents(db, id), desk, book);
      if (complaint) await db.complaints.put(projectComplaint(complaint, isShared(complaint, users), end));
    }
    return { complaints: ties.length };
  });
}

/** Whole logs in the order of their complaints, some at a time. */
async function eachLogs(
  db: TanggapDatabase,
  take: (logs: ComplaintEvent[][]) => Promise<void>,
): Promise<void> {
  let from = '';
  let size = STEP;
  for (;;) {
    const read = await db.events.where('complaintId').above(from).limit(size).toArray();
    const logs = new Map<string, ComplaintEvent[]>();
    for (const event of read) {
      const log = logs.get(event.complaintId);
      if (log) log.push(event);
      else logs.set(event.complaintId, [event]);
    }
    const last = read.at(-1)?.complaintId;
    if (last === undefined) return;
    // The last log may go on beyond what was read.
    const whole = read.length < size;
    if (!whole) logs.delete(last);
    if (logs.size === 0) {
      size *= 2;
      continue;
    }
    await take([...logs.values()]);
    if (whole) return;
    from = [...logs.keys()].at(-1) ?? last;
    size = STEP;
  }
}
