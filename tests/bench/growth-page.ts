import type { Complaint } from '../../complaints/complaint.ts';
import { foldComplaint } from '../../complaints/fold.ts';
import { rowStatus } from '../../complaints/urgency.ts';
import { isImportProgress } from '../../protocol/broadcast.ts';
import { type ComplaintRow, database, type PhotoRow } from '../../storage/database.ts';
import { exportBackup } from '../../storage/export.ts';
import { sha256 } from '../../storage/photo-bytes.ts';
import { projectComplaint } from '../../storage/project-row.ts';
import { PROJECTION_VERSION } from '../../storage/projection.ts';
import { readCalendarBook } from '../../storage/read/calendar-book.ts';
import { readComplaint } from '../../storage/read/complaint.ts';
import { readCounts } from '../../storage/read/counts.ts';
import { readFirstPending, readPending } from '../../storage/read/pending.ts';
import { readRows } from '../../storage/read/rows.ts';
import { readTabCounts } from '../../storage/read/tab-counts.ts';
import { median } from './figures.ts';
import { logOf } from './growth-shapes.ts';

/** Runs inside an extension page, on the real engine; `growth.ts` bundles it and calls it. */
const CHUNK = 1_000;
/** As many rows as the list asks for at first. */
const SHOWN = 300;

/** Fills the store past the operations, whose time is not what is asked for here; gives the number of events. */
async function fill(count: number): Promise<number> {
  const now = Date.now();
  const book = await readCalendarBook(database);
  for (let from = 0; from < count; from += CHUNK) {
    const logs = Array.from({ length: Math.min(CHUNK, count - from) }, (_, k) =>
      logOf(from + k, count, now, book),
    );
    const complaints = logs
      .map((log) => foldComplaint(log, 'aaaa', book))
      .filter((c): c is Complaint => c !== null);
    await database.transaction('rw', database.events, database.complaints, async () => {
      await database.events.bulkAdd(logs.flat());
      await database.complaints.bulkAdd(complaints.map((complaint) => projectComplaint(complaint, false)));
    });
  }
  await database.desk.bulkPut([
    { key: 'order', value: count * 8 },
    { key: 'seq', value: count },
    { key: 'projection', value: PROJECTION_VERSION },
  ]);
  return database.events.count();
}

async function timed<T>(work: () => Promise<T>): Promise<[number, T]> {
  const start = performance.now();
  const value = await work();
  return [performance.now() - start, value];
}

const done = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

let raw: IDBDatabase | undefined;

/** The engine itself, without any of our code or the library's. */
async function rawStore(): Promise<IDBObjectStore> {
  raw ??= await done(indexedDB.open('tanggap'));
  return raw.transaction('complaints').objectStore('complaints');
}

/** The counts of the badge as the engine makes them. */
async function rawCounts(now: number): Promise<number[]> {
  const store = await rawStore();
  const range = (from: number, to: number) => IDBKeyRange.bound([1, from], [1, to]);
  const { MAX_VALUE } = Number;
  return Promise.all([
    done(store.index('[open+dueAt]').count(range(-MAX_VALUE, now))),
    done(store.index('[open+nearAt]').count(range(-MAX_VALUE, now))),
    done(store.index('[open+dueAt]').count(range(-MAX_VALUE, MAX_VALUE))),
    done(store.index('status').count('new')),
    done(store.index('[open+pausedUntil]').count(range(now, MAX_VALUE))),
  ]);
}

/** The counts are too quick for one look at the clock: in turns, so many times, the median in ms. */
async function badgeCounts(now: number): Promise<Record<string, number>> {
  const ways = {
    'badge: raw count': () => rawCounts(now),
    'badge: raw count again': () => rawCounts(now),
    'badge: our count': () => readCounts(database, now),
  };
  const samples: [string, number[]][] = Object.keys(ways).map((name) => [name, []]);
  for (let i = 0; i < 50; i += 1)
    for (const [at, work] of Object.values(ways).entries())
      samples[at]?.[1].push((await timed<unknown>(work))[0]);
  return Object.fromEntries(samples.map(([name, times]) => [name, median(times)]));
}

/** Reads of one round, in ms each, and how many there were of what. */
async function reads(): Promise<Record<string, number>> {
  const now = Date.now();
  const some = (await database.complaints.where('status').equals('done').first())?.id ?? '';
  const figures: Record<string, number> = {};
  const measure = async (what: string, work: () => Promise<unknown>) => {
    [figures[what]] = await timed(work);
  };
  Object.assign(figures, await badgeCounts(now));
  await measure('all rows, raw', async () => done((await rawStore()).getAll()));
  await measure('popup: first rows', () => readFirstPending(database, now));
  await measure('popup: all rows', () => readPending(database, now));
  await measure('list: open', () => readRows(database, { tab: 'open' }, now, SHOWN));
  await measure('list: done', () => readRows(database, { tab: 'done' }, now, SHOWN));
  await measure('list: counts', () => readTabCounts(database, now));
  await measure('search: many found', () => readRows(database, { query: 'lampu pasar' }, now, SHOWN));
  await measure('search: none found', () => readRows(database, { query: 'zzz tak ada' }, now, SHOWN));
  await measure('complaint: read', () => readComplaint(database, some));
  await measure('states of all', async () => {
    const tally = new Map<string, number>();
    for (const row of await database.complaints.toArray()) {
      const status = rowStatus(row as ComplaintRow, now);
      tally.set(status, (tally.get(status) ?? 0) + 1);
    }
  });
  return figures;
}

/** A complaint that is done, as most are. */
async function anyone(): Promise<string> {
  return (await database.complaints.where('status').equals('done').first())?.id ?? '';
}

/** Photos of the size that real ones have: kept, read back, and what they take. */
async function photos(count: number): Promise<Record<string, number>> {
  const rows: PhotoRow[] = [];
  for (let i = 0; i < count; i += 1) {
    const bytes = new Uint8Array(180_000);
    for (let from = 0; from < bytes.length; from += 60_000)
      crypto.getRandomValues(bytes.subarray(from, from + 60_000));
    rows.push({
      hash: await sha256(bytes),
      bytes: bytes.buffer,
      mime: 'image/jpeg',
      size: bytes.length,
      storedAt: 1,
    });
  }
  const before = (await navigator.storage.estimate()).usage ?? 0;
  const figures: Record<string, number> = {};
  [figures[`photos: keep ${count}`]] = await timed(() => database.photos.bulkAdd(rows));
  [figures['photos: read one']] = await timed(() => database.photos.get(rows[count >> 1]?.hash ?? ''));
  figures[`photos: ${count} take, MB`] =
    ((await navigator.storage.estimate()).usage ?? 0) / 1e6 - before / 1e6;
  await database.photos.clear();
  return figures;
}

/** The whole store into a file and, once it is emptied, in again by the worker; how often it told how far it is. */
async function importAgain(): Promise<{ ms: number; told: number }> {
  const bytes = await (await exportBackup(database, { now: Date.now() })).arrayBuffer();
  const events = await database.events.count();
  await Promise.all(database.tables.map((table) => table.clear()));
  await database.inbox.add({ id: 'growth', bytes, mime: 'application/zip', at: Date.now() });
  let told = 0;
  const hear = (message: unknown) => {
    if (isImportProgress(message)) told += 1;
  };
  chrome.runtime.onMessage.addListener(hear);
  const [ms, answer] = await timed(() =>
    chrome.runtime.sendMessage({ name: 'backup.import', input: { inboxId: 'growth' } }),
  );
  chrome.runtime.onMessage.removeListener(hear);
  if (!answer?.ok || answer.value.newEvents !== events) throw new Error(`import: ${JSON.stringify(answer)}`);
  return { ms, told };
}

Object.assign(globalThis, { bench: { fill, reads, anyone, photos, importAgain } });
