import { type ErrorCode, TanggapError } from '../protocol/errors.ts';
import { SCHEMA_VERSION, type TanggapDatabase } from './database.ts';

/**
 * Runs `work` in one read-write transaction over the whole store: either all of it is written or nothing.
 * Nested calls join the outer transaction. Only database calls may be awaited inside.
 * @throws TanggapError `newer-version` when a later Tanggap wrote the store (reading stays possible),
 *   `storage-full` when the disk or quota is exhausted.
 */
export async function transact<T>(db: TanggapDatabase, work: () => Promise<T>): Promise<T> {
  try {
    if (!db.isOpen()) await db.open();
    if (writtenBy(db) > SCHEMA_VERSION) throw new TanggapError('newer-version', `schema ${writtenBy(db)}`);
    return await db.transaction('rw', db.tables, work);
  } catch (error) {
    throw (await isFull(error)) ? new TanggapError('storage-full', String(error)) : asTanggapError(error);
  }
}

/** With less room than this, in bytes, an unnamed failure of the engine is put down to the full disk. */
const NO_ROOM = 8_000_000;

/** On a full disk Chromium fails with `UnknownError` or `DataError` and never says why: the room left tells. */
async function isFull(error: unknown): Promise<boolean> {
  if (error instanceof TanggapError || !/UnknownError|DataError|AbortError/.test(String(error))) return false;
  const room = await globalThis.navigator?.storage?.estimate?.().catch(() => null);
  return room?.quota !== undefined && room.quota - (room.usage ?? 0) < NO_ROOM;
}

/** Version of the store as it is on disk; the library opens a later one without a word and counts in tens. */
function writtenBy(db: TanggapDatabase): number {
  return Math.floor(db.backendDB().version / 10);
}

/** An engine's error as one of ours where there is a sentence for it; anything else as it came. */
export function asTanggapError(error: unknown): unknown {
  if (error instanceof TanggapError) return error;
  const code = codeOf(error, 0);
  return code ? new TanggapError(code, String(error)) : error;
}

function codeOf(error: unknown, depth: number): ErrorCode | null {
  if (typeof error !== 'object' || error === null || depth > 4) return null;
  const { name, message, inner, failures } = error as {
    name?: unknown;
    message?: unknown;
    inner?: unknown;
    failures?: unknown;
  };
  if (name === 'QuotaExceededError' || /full disk|quota/i.test(String(message ?? ''))) return 'storage-full';
  if (name === 'VersionError') return 'newer-version';
  const first = Array.isArray(failures) ? failures[0] : undefined;
  return codeOf(inner, depth + 1) ?? codeOf(first, depth + 1);
}
