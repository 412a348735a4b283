import { TanggapError } from '../../protocol/errors.ts';
import { database, type PhotoRow } from '../../storage/database.ts';
import { readInbox } from '../../storage/inbox.ts';
import { photoRow } from '../../storage/photo-bytes.ts';
import { shrink } from './thumb.ts';

/** Largest picture that an official may add, in bytes. */
const MAX_PASTED = 25 * 1024 * 1024;

/**
 * Pictures that an extension page left in the inbox, checked by their bytes and ready to be stored.
 * @throws TanggapError `not-found` when one is gone, `invalid` when one is not a picture, `file-too-large`.
 */
export async function takePasted(ids: readonly string[], now: number): Promise<PhotoRow[]> {
  const rows = await readInbox(database, ids);
  if (rows.length !== ids.length) throw new TanggapError('not-found', 'inbox');
  const photos: PhotoRow[] = [];
  for (const row of rows) {
    if (row.bytes.byteLength > MAX_PASTED) throw new TanggapError('file-too-large');
    const photo = await photoRow(row.bytes, now, shrink);
    if (!photo) throw new TanggapError('invalid', 'not a picture');
    photos.push(photo);
  }
  return photos;
}
