import type { Agency } from '../complaints/agency.ts';
import type { ComplaintEvent } from '../complaints/events.ts';
import { foldComplaint } from '../complaints/fold.ts';
import { purgeEvents } from '../complaints/purged.ts';
import type { Settings } from '../complaints/settings.ts';
import { TanggapError } from '../protocol/errors.ts';
import { type Backup, checkBackup, PHOTO_BATCH } from './backup/check.ts';
import { canonicalJson, PHOTOS } from './backup/format.ts';
import type { PhotoRow, TanggapDatabase } from './database.ts';
import { advance, deskName } from './desk.ts';
import type { Progress } from './export.ts';
import { sniff } from './photo-bytes.ts';
import { dropOrphanPhotos, hashesOf } from './photo-use.ts';
import { putProjections } from './project.ts';
import { readCalendarBook } from './read/calendar-book.ts';
import { transact } from './transact.ts';

/** So many events are written in one transaction; one complaint is never split. */
const CHUNK = 2_000;
/** So many ids are looked up at once. */
const LOOK_UP = 5_000;

export interface Imported {
  /** Events in the file, and those of them that were new here. */
  events: number;
  newEvents: number;
  /** Complaints that the new events belong to. */
  complaints: number;
  photos: number;
  agencies: number;
}

/**
 * Merges a backup into the store, by event id: importing twice changes nothing, and two stores that import each
 * other hold the same. Nothing is written before all of it has been checked. What was purged on either side is
 * purged on both. Photos go first, then whole complaints chunk by chunk, so that a worker killed on the way
 * leaves only whole complaints, and importing again completes them.
 * @param onPhotos Told the hashes of each batch of photos once it is kept: they have no thumbnails yet.
 * @param onProgress Told of photos and events written so far, of those that are new here; not while the file is checked.
 * @throws TanggapError `file-…` without any change; `storage-full`, `newer-version`.
 */
export async function importBackup(
  db: TanggapDatabase,
  file: Uint8Array,
  now: number = Date.now(),
  onPhotos: (hashes: string[]) => Promise<void> = async () => undefined,
  onProgress: (progress: Progress) => void = () => undefined,
): Promise<Imported> {
  const backup = await checkBackup(file);
  const groups = groupByComplaint(backup.events);
  const known = await knownEvents(db, groups);
  // First, since the lists are worked out with them.
  await mergeCalendars(db, backup);
  const todo = [...groups].filter(([, events]) => !events.every((event) => known.has(event.id)));
  const written = todo.reduce((sum, [, events]) => sum + events.length, 0);
  const wanted = await newPhotos(db, backup, groups);
  const total = written + wanted.length;
  let done = 0;
  const step = (by: number) => {
    done += by;
    onProgress({ done, total });
  };
  step(0);
  const photos = await putBackupPhotos(db, backup, wanted, now, async (hashes) => {
    await onPhotos(hashes);
    step(hashes.length);
  });
  const tally = { events: backup.events.length, newEvents: 0, complaints: 0, photos, agencies: 0 };
  let chunk: [string, ComplaintEvent[]][] = [];
  let size = 0;
  const flush = async () => {
    const merged = await mergeChunk(db, new Map(chunk));
    tally.newEvents += merged.newEvents;
    tally.complaints += merged.complaints;
    step(size);
    chunk = [];
    size = 0;
  };
  for (const entry of todo) {
    chunk.push(entry);
    size += entry[1].length;
    if (size >= CHUNK) await flush();
  }
  if (chunk.length > 0) await flush();
  tally.agencies = await mergeOffice(db, backup.agencies, backup.settings);
  return tally;
}

function groupByComplaint(events: readonly ComplaintEvent[]): Map<string, ComplaintEvent[]> {
  const groups = new Map<string, ComplaintEvent[]>();
  for (const event of events) {
    const group = groups.get(event.complaintId);
    if (group) group.push(event);
    else groups.set(event.complaintId, [event]);
  }
  return groups;
}

/**
 * Ids of the file's events that are here already. A complaint without its flag, or an id that is another
 * complaint's here, is not of a backup of ours.
 */
async function knownEvents(db: TanggapDatabase, groups: Map<string, ComplaintEvent[]>): Promise<Set<string>> {
  for (const [complaintId, events] of groups) {
    if (events.some((event) => event.type === 'captured')) continue;
    const here = await db.events.where('complaintId').equals(complaintId).first();
    if (!here) throw new TanggapError('file-damaged', 'complaint without its flag');
  }
  const known = new Set<string>();
  const incoming = [...groups.values()].flat();
  for (let i = 0; i < incoming.length; i += LOOK_UP) {
    const slice = incoming.slice(i, i + LOOK_UP);
    const here = await db.events.bulkGet(slice.map((event) => event.id));
    for (const [k, event] of here.entries()) {
      if (!event) continue;
      if (event.complaintId !== slice[k]?.complaintId)
        throw new TanggapError('file-damaged', 'event of another complaint');
      known.add(event.id);
    }
  }
  return known;
}

/** Names of the file's photos that belong to a complaint and are not here yet. */
async function newPhotos(
  db: TanggapDatabase,
  backup: Backup,
  groups: Map<string, ComplaintEvent[]>,
): Promise<string[]> {
  const purged = new Set<string>();
  const isRequest = (event: ComplaintEvent) => event.type === 'purged' && event.reason === 'request';
  for (const event of backup.events) if (isRequest(event)) purged.add(event.complaintId);
  await db.events.filter(isRequest).each((event) => purged.add(event.complaintId));
  const wanted = new Set<string>();
  for (const [id, events] of groups)
    if (!purged.has(id)) for (const hash of hashesOf(events)) wanted.add(hash);
  const known = new Set(await db.photos.toCollection().primaryKeys());
  return backup.archive.photoNames.filter((name) => {
    const hash = name.slice(PHOTOS.length);
    return wanted.has(hash) && !known.has(hash);
  });
}

async function putBackupPhotos(
  db: TanggapDatabase,
  backup: Backup,
  names: readonly string[],
  now: number,
  onPhotos: (hashes: string[]) => Promise<void>,
): Promise<number> {
  for (let i = 0; i < names.length; i += PHOTO_BATCH) {
    const rows: PhotoRow[] = [];
    for (const [name, bytes] of backup.archive.photos(names.slice(i, i + PHOTO_BATCH))) {
      const mime = sniff(bytes);
      if (!mime) continue;
      const copy = bytes.slice().buffer;
      rows.push({ hash: name.slice(PHOTOS.length), bytes: copy, mime, size: copy.byteLength, storedAt: now });
    }
    await transact(db, () => db.photos.bulkPut(rows));
    await onPhotos(rows.map((row) => row.hash));
  }
  return names.length;
}

async function mergeChunk(db: TanggapDatabase, groups: Map<string, ComplaintEvent[]>) {
  return transact(db, async () => {
    const desk = await deskName(db);
    const book = await readCalendarBook(db);
    const local = groupByComplaint(
      await db.events
        .where('complaintId')
        .anyOf([...groups.keys()])
        .toArray(),
    );
    const puts: ComplaintEvent[] = [];
    const folded = [];
    const orphans = new Set<string>();
    let newEvents = 0;
    let complaints = 0;
    let order = 0;
    let seq = 0;
    for (const [id, incoming] of groups) {
      const here = local.get(id) ?? [];
      const known = new Set(here.map((event) => event.id));
      const fresh = incoming.filter((event) => !known.has(event.id));
      for (const event of incoming) {
        order = Math.max(order, event.order);
        if (event.type === 'captured') seq = Math.max(seq, event.number.seq);
      }
      if (fresh.length === 0) continue;
      newEvents += fresh.length;
      complaints += 1;
      const before = [...here, ...fresh];
      const merged = purgeEvents(before);
      puts.push(...merged.filter((event, i) => i >= here.length || event !== before[i]));
      if (merged.some((event) => event.type === 'purged' && event.reason === 'request')) {
        for (const hash of hashesOf(merged)) orphans.add(hash);
      }
      const complaint = foldComplaint(merged, desk, book);
      if (complaint) folded.push(complaint);
    }
    await db.events.bulkPut(puts);
    await putProjections(db, folded);
    await dropOrphanPhotos(db, orphans);
    await advance(db, 'order', order);
    await advance(db, 'seq', seq);
    return { newEvents, complaints };
  });
}

/** Calendar versions that are new here; rules only where the office has never set any. */
async function mergeCalendars(db: TanggapDatabase, { calendars, rules }: Backup): Promise<void> {
  await transact(db, async () => {
    for (const calendar of calendars)
      if (!(await db.calendars.get(calendar.version))) await db.calendars.add(calendar);
    if (rules && !(await db.settings.get('rules'))) await db.settings.put({ key: 'rules', value: rules });
  });
}

/** Agencies by their newest change; settings only where the office has never set any. */
async function mergeOffice(
  db: TanggapDatabase,
  agencies: readonly Agency[],
  settings: Settings,
): Promise<number> {
  return transact(db, async () => {
    let changed = 0;
    for (const agency of agencies) {
      const known = await db.agencies.get(agency.id);
      const merged = known ? newerAgency(known, agency) : agency;
      if (known && canonicalJson(merged) === canonicalJson(known)) continue;
      await db.agencies.put(merged);
      changed += 1;
    }
    if (!(await db.settings.get('office'))) await db.settings.put({ key: 'office', value: settings });
    return changed;
  });
}

function newerAgency(a: Agency, b: Agency): Agency {
  const newer = a.updatedAt - b.updatedAt || (canonicalJson(a) < canonicalJson(b) ? -1 : 1);
  return { ...(newer > 0 ? a : b), lastUsedAt: Math.max(a.lastUsedAt, b.lastUsedAt) };
}
