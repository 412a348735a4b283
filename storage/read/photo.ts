import type { PhotoRow, TanggapDatabase } from '../database.ts';

/** A stored photo by its SHA-256 (lower-case hex), or null. */
export async function readPhoto(db: TanggapDatabase, hash: string): Promise<PhotoRow | null> {
  return (await db.photos.get(hash)) ?? null;
}
