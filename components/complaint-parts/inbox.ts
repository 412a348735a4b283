import { uuidv7 } from 'uuidv7';
import { TanggapError } from '../../protocol/errors.ts';
import { database } from '../../storage/database.ts';

/** Largest picture that can be added by hand, in bytes; the same bound as for fetched photos. */
export const MAX_PICTURE = 25 * 1024 * 1024;

const KINDS = ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif'];

/** Whether the file is a picture that can be kept. */
export function isPicture(file: Blob): boolean {
  return KINDS.includes(file.type) && file.size > 0 && file.size <= MAX_PICTURE;
}

/** Pictures of a paste or a drop, in order; texts and other files are left alone. */
export function picturesOf(data: DataTransfer | null): File[] {
  return [...(data?.files ?? [])].filter((file) => file.type.startsWith('image/'));
}

/**
 * Put a picture where the worker takes it over, and give its id there.
 * @throws TanggapError `file-too-large` or `invalid` for what cannot be kept, `storage-full` when the disk is full.
 */
export async function putInInbox(file: Blob, now: number): Promise<string> {
  if (file.size > MAX_PICTURE) throw refuse('file-too-large');
  if (!isPicture(file)) throw refuse('invalid');
  const id = uuidv7();
  try {
    await database.inbox.add({ id, bytes: await file.arrayBuffer(), mime: file.type, at: now });
  } catch (error) {
    throw refuse(
      error instanceof Error && error.name === 'QuotaExceededError' ? 'storage-full' : 'unexpected',
    );
  }
  return id;
}

/** Take back what was put there and will not be used. */
export async function dropFromInbox(ids: readonly string[]): Promise<void> {
  await database.inbox.bulkDelete([...ids]);
}

function refuse(code: TanggapError['code']): TanggapError {
  return new TanggapError(code);
}
