import type { Complaint } from '../../complaints/complaint.ts';
import type { JoinReason } from '../../complaints/events.ts';
import { isMedia } from '../../complaints/identity.ts';
import { nearlySameWords } from '../../complaints/similar.ts';
import type { ComplaintRow, TanggapDatabase } from '../database.ts';
import { joinMark } from '../project-row.ts';

/** A complaint that is, or may be, the same as another one. */
export interface Twin {
  row: ComplaintRow;
  /** `same-post` is proved by a name that only that post has; the others are hints. */
  why: Exclude<JoinReason, 'chosen'>;
}

const DAY = 86_400_000;
/** Hints are looked for among complaints flagged so near in time, in days. */
const NEAR_DAYS = 60;
const MOST = 3;

/** Complaints that may be the same as this one, the proved first; none that is joined, taken back or purged. */
export async function readTwins(db: TanggapDatabase, complaint: Complaint): Promise<Twin[]> {
  if (complaint.purged || complaint.status === 'joined') return [];
  const sound = (row: ComplaintRow) =>
    row.id !== complaint.id && row.status !== 'void' && row.status !== 'joined' && row.purged === 0;
  const named = await db.complaints.where('aliases').anyOf(complaint.aliases).distinct().toArray();
  const hashes = new Set(complaint.photos.flatMap((p) => (p.state === 'stored' ? [p.photo.hash] : [])));
  const near = await db.complaints
    .where('capturedAt')
    .between(complaint.capturedAt - NEAR_DAYS * DAY, complaint.capturedAt + NEAR_DAYS * DAY)
    .toArray();
  const twins = new Map<string, Twin>();
  const add = (row: ComplaintRow, why: Twin['why']) => {
    if (sound(row) && !twins.has(row.id)) twins.set(row.id, { row, why });
  };
  const proves = (row: ComplaintRow) =>
    complaint.aliases.some((name) => !isMedia(name) && row.aliases.includes(name));
  for (const row of named) if (proves(row)) add(row, 'same-post');
  for (const row of near) if (hashes.has(row.photoHash)) add(row, 'same-photo');
  for (const row of near) if (nearlySameWords(row.gist, complaint.gist)) add(row, 'same-words');
  return [...twins.values()].slice(0, MOST);
}

/** The complaints that go on as this one, oldest first. */
export async function readJoined(db: TanggapDatabase, id: string): Promise<ComplaintRow[]> {
  const direct = await db.complaints.where('aliases').equals(joinMark(id)).toArray();
  const found = direct.filter((row) => row.joinedTo !== undefined && row.id !== id);
  for (const row of found) {
    const further = await db.complaints.where('aliases').equals(joinMark(row.id)).toArray();
    for (const next of further)
      if (next.joinedTo === id && next.id !== id && !found.some((each) => each.id === next.id))
        found.push(next);
  }
  return found.sort((a, b) => a.capturedAt - b.capturedAt);
}
