import { addsTo } from '../complaints/adds.ts';
import { isIdentity, isMedia, manualKey } from '../complaints/identity.ts';
import type { Capture, Identity } from '../complaints/reading.ts';
import { TanggapError } from '../protocol/errors.ts';
import { append } from './append.ts';
import type { ComplaintRow, PhotoRow, TanggapDatabase } from './database.ts';
import { takeNumber } from './desk.ts';
import { findAnyByNames } from './read/by-names.ts';
import { readComplaint } from './read/complaint.ts';
import { transact } from './transact.ts';

export interface Flagged {
  row: ComplaintRow;
  /** False when the post was a complaint already. */
  fresh: boolean;
  /** The event that recorded it; null when nothing new was recorded. */
  eventId: string | null;
}

/**
 * Records a post as a complaint, or finds the complaint it already is: by any of its names, so that another
 * surface, another tab or a restart never makes a second one. A flag that was taken back comes to life again
 * under its first number. A complaint whose data were removed takes no new ones.
 * @param now Epoch ms.
 * @throws TanggapError `unidentified` for a post without identity, unless it was noted by hand or by the menu.
 */
export async function flag(
  db: TanggapDatabase,
  {
    capture,
    via,
    photos = [],
    now,
  }: { capture: Capture; via: 'button' | 'menu' | 'manual'; photos?: PhotoRow[]; now: number },
): Promise<Flagged> {
  if (!capture.identity && via === 'button') throw new TanggapError('unidentified');
  const { identity } = capture;
  return transact(db, async () => {
    const known = identity ? await findKnown(db, identity) : null;
    const complaintId = known?.id ?? identity?.key ?? manualKey(crypto.randomUUID());
    const added = photos.map((photo) => photoEvent(complaintId, photo, now));
    if (known && known.status !== 'void') {
      const found = await readComplaint(db, known.id);
      const tells = found !== null && !found.complaint.purged && addsTo(found.complaint, capture);
      if (!tells && added.length === 0)
        return { row: await shownRow(db, known), fresh: false, eventId: null };
      const reading = {
        type: 'recaptured',
        complaintId,
        at: now,
        capture,
        via: via === 'manual' ? 'menu' : via,
      } as const;
      const written = await append(db, complaintId, [...(tells ? [reading] : []), ...added], { now, photos });
      return { row: await shownRow(db, written.row), fresh: false, eventId: written.events[0]?.id ?? null };
    }
    const earlier = known && (await readComplaint(db, known.id))?.complaint.numbers[0];
    const number = earlier ?? (await takeNumber(db));
    const captured = { type: 'captured', complaintId, at: now, capture, number, via } as const;
    const written = await append(db, complaintId, [captured, ...added], { now, photos });
    return { row: written.row, fresh: true, eventId: written.events[0]?.id ?? null };
  });
}

/**
 * The complaint that a post already is. The same photo or film in two posts is not enough where both have an
 * identity of their own: then they are two.
 */
async function findKnown(db: TanggapDatabase, { key, aliases }: Identity): Promise<ComplaintRow | null> {
  const names = [key, ...aliases];
  const found = await findAnyByNames(db, names);
  const rows = found.filter(
    (row) => !isIdentity(row.id) || names.some((name) => !isMedia(name) && row.aliases.includes(name)),
  );
  const byAge = rows.sort((a, b) => a.capturedAt - b.capturedAt || (a.id < b.id ? -1 : 1));
  // Its very own complaint first: a reading of one post never goes into that of another it was joined with.
  const own = byAge.find((row) => row.id === key && row.status !== 'void');
  return own ?? byAge.find((row) => row.status !== 'void') ?? byAge[0] ?? null;
}

/** The line that is shown for a complaint: of the one it was joined into, when it was. */
async function shownRow(db: TanggapDatabase, row: ComplaintRow): Promise<ComplaintRow> {
  return (row.joinedTo && (await db.complaints.get(row.joinedTo))) || row;
}

/** The event of a picture that the official added himself. */
export function photoEvent(complaintId: string, photo: PhotoRow, now: number) {
  const { hash, mime, size, width, height, look } = photo;
  return {
    type: 'photoStored',
    complaintId,
    at: now,
    photo: {
      hash,
      url: '',
      how: 'pasted',
      kind: 'photo',
      mime,
      size,
      ...(width && height ? { width, height } : {}),
      ...(look ? { look } : {}),
    },
  } as const;
}
