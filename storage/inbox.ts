import type { InboxRow, TanggapDatabase } from './database.ts';

/** A row that was never taken over is thrown away after this many ms. */
export const INBOX_KEEP_MS = 24 * 3_600_000;

/** Bytes that an extension page left for the worker, in the order asked for; ids that are gone are left out. */
export async function readInbox(db: TanggapDatabase, ids: readonly string[]): Promise<InboxRow[]> {
  return (await db.inbox.bulkGet([...ids])).filter((row) => row !== undefined);
}

/** Takes rows out once they are stored elsewhere; inside the caller's transaction. */
export async function dropInbox(db: TanggapDatabase, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await db.inbox.bulkDelete([...ids]);
}

/** Throws away what no command came to fetch. `now` is epoch ms. */
export async function sweepInbox(db: TanggapDatabase, now: number): Promise<number> {
  return db.inbox.filter((row) => row.at < now - INBOX_KEEP_MS).delete();
}
