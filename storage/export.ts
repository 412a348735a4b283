import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import {
  AGENCIES,
  CALENDARS,
  canonicalJson,
  EVENTS,
  FORMAT,
  FORMAT_VERSION,
  MANIFEST,
  type Manifest,
  PHOTOS,
  RULES,
  SETTINGS,
} from './backup/format.ts';
import type { TanggapDatabase } from './database.ts';
import { sha256 } from './photo-bytes.ts';
import { readSettings } from './read/settings.ts';

/** So many log positions are read at once. */
const STEP = 2_000;
/** Any fixed time will do: entries' dates must not make two equal stores differ. */
const MTIME = new Date(1980, 0, 2);

export interface Progress {
  done: number;
  total: number;
}

/**
 * The whole store as one file. Events stand in the order of the log and keys in one order, so that stores that
 * hold the same events write the same lines. Reads only; works on a store that is full or of a newer version.
 * @param now Epoch ms, written into the manifest.
 * @param onProgress told of photos and lines written so far.
 */
export async function exportBackup(
  db: TanggapDatabase,
  { now, onProgress }: { now: number; onProgress?: (progress: Progress) => void },
): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, chunk) => {
    if (error) failure = error;
    else parts.push(chunk as Uint8Array<ArrayBuffer>);
  });
  const add = (name: string, bytes: Uint8Array, packed: boolean) => {
    const entry = packed ? new ZipDeflate(name, { level: 6 }) : new ZipPassThrough(name);
    entry.mtime = MTIME;
    zip.add(entry);
    entry.push(bytes, true);
    if (failure) throw failure;
  };

  const hashes = (await db.photos.toCollection().primaryKeys()).sort();
  const total = (await db.events.count()) + hashes.length;
  let done = 0;
  const progress = (by: number) => {
    done += by;
    onProgress?.({ done, total });
  };

  const events = await eventLines(db, progress);
  const agencies = encode((await db.agencies.orderBy('id').toArray()).map(canonicalJson));
  const settings = encode([canonicalJson(await readSettings(db))]);
  const own = await db.calendars.orderBy('version').toArray();
  const calendars = own.length > 0 ? encode(own.map(canonicalJson)) : null;
  const rulesRow = await db.settings.get('rules');
  const rules = rulesRow ? encode([canonicalJson(rulesRow.value)]) : null;
  const manifest: Manifest = {
    format: FORMAT,
    version: FORMAT_VERSION,
    madeAt: now,
    events: events.count,
    agencies: await db.agencies.count(),
    photos: hashes.length,
    sha256: {
      events: await sha256(events.bytes),
      agencies: await sha256(agencies),
      settings: await sha256(settings),
      ...(calendars ? { calendars: await sha256(calendars) } : {}),
      ...(rules ? { rules: await sha256(rules) } : {}),
    },
  };
  add(MANIFEST, encode([canonicalJson(manifest)]), true);
  add(EVENTS, events.bytes, true);
  add(AGENCIES, agencies, true);
  add(SETTINGS, settings, true);
  if (calendars) add(CALENDARS, calendars, true);
  if (rules) add(RULES, rules, true);
  for (const hash of hashes) {
    const photo = await db.photos.get(hash);
    // Pictures are packed already.
    if (photo) add(`${PHOTOS}${hash}`, new Uint8Array(photo.bytes), false);
    progress(1);
  }
  zip.end();
  if (failure) throw failure;
  return new Blob(parts, { type: 'application/zip' });
}

async function eventLines(db: TanggapDatabase, progress: (by: number) => void) {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let count = 0;
  let from = 0;
  for (;;) {
    const next = await db.events.where('order').aboveOrEqual(from).first();
    if (!next) break;
    // An index keeps entries of one order by id: the order of the log.
    const events = await db.events
      .where('order')
      .between(next.order, next.order + STEP, true, false)
      .toArray();
    chunks.push(encode(events.map(canonicalJson)));
    count += events.length;
    from = next.order + STEP;
    progress(events.length);
  }
  return { count, bytes: new Uint8Array(await new Blob(chunks).arrayBuffer()) };
}

function encode(lines: string[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(lines.map((line) => `${line}\n`).join(''));
}
