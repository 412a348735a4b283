import { liveEvents } from '../../complaints/live.ts';
import { type Accounts, ALIKE_SPAN, type Alike, accountsOf, LOUD_ACCOUNTS } from '../../complaints/loud.ts';
import { authorNames } from '../../complaints/loud-facts.ts';
import { similarLooks } from '../../complaints/photo-look.ts';
import { similarTexts } from '../../complaints/similar.ts';
import type { ComplaintRow, TanggapDatabase } from '../database.ts';

/** Newest complaints that are compared with each other; a desk that flags more in two weeks sees no less of today. */
const MOST = 3_000;

/**
 * Which complaints of the last two weeks several accounts brought forward: by the same photo, by nearly the same
 * words, or because the official joined them. Worked out when it is asked for, since it depends on other complaints;
 * a row holds only what its own log says. Authors are compared in memory and forgotten: nothing is told of them but
 * how many stand behind one matter.
 * @param now Epoch ms.
 */
export async function readLoudMatters(db: TanggapDatabase, now: number): Promise<Map<string, Accounts>> {
  const near = await db.complaints
    .where('capturedAt')
    .aboveOrEqual(now - ALIKE_SPAN)
    .reverse()
    .limit(MOST)
    .toArray();
  const rows = new Map(
    near.filter((row) => row.status !== 'void' && row.purged === 0).map((row) => [row.id, row]),
  );
  const alike = alikeOf(rows);
  const wanted = [...rows.keys()].filter((id) => (alike.get(id)?.size ?? 0) >= LOUD_ACCOUNTS);
  if (wanted.length === 0) return new Map();
  const authors = await readAuthors(
    db,
    new Set(wanted.flatMap((id) => [id, ...(alike.get(id)?.keys() ?? [])])),
  );
  const found = new Map<string, Accounts>();
  for (const id of wanted) {
    const others: Alike[] = [...(alike.get(id) ?? [])].map(([other, by]) => ({
      author: authors.get(other) ?? [],
      by,
      at: momentOf(rows.get(other)),
    }));
    const accounts = accountsOf({ author: authors.get(id) ?? [], alike: others, now });
    if (accounts) found.set(id, accounts);
  }
  return found;
}

/** For each complaint the others that are like it, and by what. */
function alikeOf(rows: ReadonlyMap<string, ComplaintRow>): Map<string, Map<string, Alike['by']>> {
  const byPhoto = Map.groupBy(rows.values(), (row) => row.photoHash);
  const alikePhoto = similarLooks(new Map([...rows].map(([id, row]) => [id, row.photoLook ?? ''])));
  const byEnd = Map.groupBy(rows.values(), (row) => row.joinedTo ?? row.id);
  const similar = similarTexts(new Map([...rows].map(([id, row]) => [id, row.gist])));
  return new Map(
    [...rows.values()].map((row) => {
      const others = new Map<string, Alike['by']>();
      for (const other of byEnd.get(row.joinedTo ?? row.id) ?? []) others.set(other.id, 'joined');
      for (const id of similar(row.id)) others.set(id, 'words');
      if (row.photoHash) for (const other of byPhoto.get(row.photoHash) ?? []) others.set(other.id, 'photo');
      for (const id of alikePhoto(row.id)) others.set(id, 'photo');
      others.delete(row.id);
      return [row.id, others];
    }),
  );
}

async function readAuthors(db: TanggapDatabase, ids: ReadonlySet<string>): Promise<Map<string, string[]>> {
  const events = await db.events
    .where('complaintId')
    .anyOf([...ids])
    .toArray();
  const byComplaint = Map.groupBy(events, (event) => event.complaintId);
  return new Map([...byComplaint].map(([id, log]) => [id, authorNames(liveEvents(log))]));
}

function momentOf(row: ComplaintRow | undefined): number {
  return row?.postedAt ?? row?.capturedAt ?? 0;
}
