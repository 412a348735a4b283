import type { PhotoRow, TanggapDatabase } from './database.ts';
import { type Shrink, sniff } from './photo-bytes.ts';
import { transact } from './transact.ts';

/**
 * Gives a kept photo the thumbnail that it has not got; its bytes stay as they are. A photo that is gone, or that
 * cannot be drawn, is left as it is.
 * @param hash SHA-256 in lower-case hex.
 * @returns whether it got one now.
 * @throws TanggapError `storage-full`, `newer-version`.
 */
export async function addThumb(db: TanggapDatabase, hash: string, shrink: Shrink): Promise<boolean> {
  const photo = await db.photos.get(hash);
  const mime = photo && !photo.thumb ? sniff(new Uint8Array(photo.bytes)) : null;
  if (!photo || !mime) return false;
  const small = await shrink(photo.bytes, mime).catch(() => null);
  if (!small?.thumb) return false;
  const { thumb, width, height } = small;
  const change: Partial<PhotoRow> = width > 0 && height > 0 ? { thumb, width, height } : { thumb };
  // Removed meanwhile, there is nothing that this would change.
  return (await transact(db, () => db.photos.update(hash, change))) > 0;
}
