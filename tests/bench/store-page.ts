import type { ComplaintEvent } from '../../complaints/events.ts';
import { database, type PhotoRow } from '../../storage/database.ts';
import { exportBackup } from '../../storage/export.ts';
import { sha256 } from '../../storage/photo-bytes.ts';
import { readCounts } from '../../storage/read/counts.ts';
import { readPending } from '../../storage/read/pending.ts';
import { readRows } from '../../storage/read/rows.ts';
import { readSettings } from '../../storage/read/settings.ts';
import { rebuild } from '../../storage/rebuild.ts';

/** Runs inside an extension page, on the real engine; `store.ts` bundles it and calls it. */
const HOUR = 3_600_000;
/** Bytes of each complaint's photo. Real ones weigh twenty times as much, which is left to the disk. */
const PHOTO = 8_192;
const WORDS = [
  'Lampu',
  'jalan',
  'padam',
  'di',
  'simpang',
  'Pelita',
  'sampai',
  'bundaran',
  'mohon',
  'perhatian',
];

function eventsOf(i: number, hash: string, now: number): ComplaintEvent[] {
  const code = `BENCH${String(i).padStart(6, '0')}`;
  const complaintId = `instagram:${code}`;
  // Of each hundred two are late, one is near its deadline, one waits, two are new; the rest is done, some time ago.
  const hours = { 1: 30, 2: 60, 3: 20, 4: 2 }[i % 100] ?? 24 + ((i * 37) % 1_000);
  const at = now - hours * HOUR - (i % 1_000) * 1_000;
  let step = 0;
  const base = () => {
    step += 1;
    const n = i * 5 + step;
    const id = `${n.toString(16).padStart(8, '0')}-0000-7000-8000-000000000000`;
    return { id, complaintId, order: n, at, recordedAt: at, desk: 'aaaa' };
  };
  const text = Array.from({ length: 30 }, (_, k) => WORDS[(i + k * 7) % WORDS.length]).join(' ');
  const url = `https://scontent.cdninstagram.com/v/${code}_1234567_n.jpg`;
  const termMs = 24 * HOUR;
  const events: ComplaintEvent[] = [
    {
      ...base(),
      type: 'captured',
      via: 'button',
      number: { prefix: 'KTM', seq: i + 1, desk: 'aaaa' },
      capture: {
        site: 'instagram',
        surface: 'feed',
        identity: {
          key: complaintId,
          aliases: [complaintId],
          permalink: `https://www.instagram.com/p/${code}/`,
        },
        author: { value: { handle: `warga${i}` }, source: 'dom' },
        text: { value: text, source: 'store' },
        postedAt: { value: at - HOUR, source: 'store' },
        place: { unreadable: 'not-on-page' },
        counts: { value: { likes: i % 90 }, source: 'store' },
        photos: { value: [{ url, kind: 'photo' }], source: 'store' },
        audience: { value: 'public', source: 'store' },
        readAt: at,
        pageUrl: 'https://www.instagram.com/',
        dropped: [],
      },
    },
    {
      ...base(),
      type: 'photoStored',
      photo: {
        hash,
        url,
        how: 'fetched',
        kind: 'photo',
        mime: 'image/jpeg',
        size: PHOTO,
        width: 1080,
        height: 1080,
      },
    },
  ];
  if (i % 50 !== 0) {
    events.push({
      ...base(),
      type: 'forwarded',
      agencyId: `opd${i % 30}`,
      agencyName: `Dinas ${i % 30}`,
      agencyShort: `D${i % 30}`,
      outside: false,
      channel: 'whatsapp',
      outcome: 'opened',
      preset: 'normal',
      termMs,
      dueAt: at + termMs,
      photoHashes: [hash],
      message: `Yth. Kepala Dinas ${i % 30}. ${text}`,
    });
    if (i % 100 > 4) {
      events.push({
        ...base(),
        type: 'responded',
        kind: 'initial',
        text: 'Petugas menuju lokasi',
        photoHashes: [],
        via: 'hand',
        at: at + HOUR,
      });
      events.push({ ...base(), type: 'resolved', note: 'Sudah selesai', photoHashes: [], at: at + 5 * HOUR });
    }
  }
  return events;
}

async function seed(count: number): Promise<number> {
  const now = Date.now();
  for (let from = 0; from < count; from += 500) {
    const events: ComplaintEvent[] = [];
    const photos: PhotoRow[] = [];
    for (let i = from; i < Math.min(count, from + 500); i += 1) {
      const bytes = crypto.getRandomValues(new Uint8Array(PHOTO));
      bytes.set([0xff, 0xd8, 0xff, 0xe0]);
      const hash = await sha256(bytes);
      photos.push({ hash, bytes: bytes.buffer, mime: 'image/jpeg', size: PHOTO, storedAt: now });
      events.push(...eventsOf(i, hash, now));
    }
    await database.transaction('rw', database.events, database.photos, async () => {
      await database.events.bulkAdd(events);
      await database.photos.bulkAdd(photos);
    });
  }
  // The log goes on behind what was put into it.
  await database.desk.bulkPut([
    { key: 'order', value: count * 5 },
    { key: 'seq', value: count },
  ]);
  await rebuild(database);
  return database.events.count();
}

async function timed<T>(work: () => Promise<T>): Promise<[number, T]> {
  const start = performance.now();
  const value = await work();
  return [performance.now() - start, value];
}

async function send<T>(name: string, input: object): Promise<T> {
  const answer = await chrome.runtime.sendMessage({ name, input });
  if (!answer?.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  return answer.value as T;
}

/** Reads of the lists, in ms each. */
async function reads(): Promise<Record<string, number>> {
  const now = Date.now();
  return {
    'count for the badge': (await timed(() => readCounts(database, now)))[0],
    'read for the popup': (await timed(() => readPending(database, now)))[0],
    'read of the list': (await timed(() => readRows(database, { tab: 'open' }, now)))[0],
    'search in all': (await timed(() => readRows(database, { query: 'bundaran d7' }, now)))[0],
  };
}

/** Asks the toolbar until its title tells so many late ones; gives the time it took, in ms. */
async function untilTitle(late: number): Promise<number> {
  const start = performance.now();
  for (;;) {
    const title = await chrome.action.getTitle({});
    if (Number(/(\d+) lewat/.exec(title)?.[1] ?? 0) === late) return performance.now() - start;
    if (performance.now() - start > 20_000) throw new Error(`${late} are late, and the title stays ${title}`);
  }
}

/** From a decision of the official until the toolbar's title says so, in ms: there and back. */
async function badge(): Promise<number[]> {
  const now = Date.now();
  const [row] = await readPending(database, now);
  const { overdue } = await readCounts(database, now);
  if (!row || overdue === 0) throw new Error('nothing is late');
  // Wakes the worker, which looks at the store when it starts.
  await send('settings.save', { settings: await readSettings(database) });
  await untilTitle(overdue);
  const input = { complaintId: row.id, kind: 'initial', text: 'Siap', at: now, inboxIds: [], via: 'hand' };
  let start = performance.now();
  const { eventId } = await send<{ eventId: string }>('complaint.respond', input);
  await untilTitle(overdue - 1);
  const there = performance.now() - start;
  start = performance.now();
  await send('complaint.undo', { eventId });
  await untilTitle(overdue);
  return [there, performance.now() - start];
}

/** The whole store out and, into an emptied one, in again by the worker; `twice`: the same file once more. */
async function roundTrip(twice: boolean): Promise<Record<string, number>> {
  const [exported, file] = await timed(() => exportBackup(database, { now: Date.now() }));
  const bytes = await file.arrayBuffer();
  const merge = async () => {
    const id = crypto.randomUUID();
    await database.inbox.add({ id, bytes, mime: 'application/zip', at: Date.now() });
    return send<{ newEvents: number }>('backup.import', { inboxId: id });
  };
  await Promise.all(database.tables.map((table) => table.clear()));
  const [imported, summary] = await timed(merge);
  if (summary.newEvents !== (await database.events.count())) throw new Error('not all came back');
  const figures = { export: exported, import: imported, 'file, MB': bytes.byteLength / 1e6 };
  if (!twice) return figures;
  const [again, nothing] = await timed(merge);
  if (nothing.newEvents !== 0) throw new Error('something was new the second time');
  return { ...figures, 'import again': again };
}

Object.assign(globalThis, { bench: { seed, reads, badge, roundTrip } });
