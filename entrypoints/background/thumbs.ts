import { browser } from 'wxt/browser';
import { addThumb } from '../../storage/add-thumb.ts';
import { database } from '../../storage/database.ts';
import type { Shrink } from '../../storage/photo-bytes.ts';
import { shrink } from './thumb.ts';

/** Each batch of photos without thumbnails has its own key, so that none is written twice; outlives the worker. */
const KEY = 'thumbsOwed:';
/** Photos at a time; after each, what is left is known again. */
const BATCH = 8;

/** Remembers photos that came with a backup, which has no thumbnails. Never throws: without them lists only draw slower. */
export async function oweThumbs(hashes: string[]): Promise<void> {
  try {
    for (let i = 0; i < hashes.length; i += BATCH)
      await browser.storage.local.set({ [KEY + hashes[i]]: hashes.slice(i, i + BATCH) });
  } catch (error) {
    console.warn('Tanggap: thumbnails not remembered', String(error));
  }
}

let running: Promise<unknown> = Promise.resolve();

/** Makes the thumbnails that are owed, one run after the other; a killed worker goes on at its next start. */
export function makeThumbs(draw: Shrink = shrink, db = database): Promise<void> {
  const run = running.then(() => work(draw, db));
  running = run.catch(() => undefined);
  return run.catch((error) => console.warn('Tanggap: thumbnails not made', String(error)));
}

async function work(draw: Shrink, db: typeof database): Promise<void> {
  const owed = Object.entries(await browser.storage.local.get(null)).filter(([key]) => key.startsWith(KEY));
  for (const [key, hashes] of owed) {
    for (const hash of Array.isArray(hashes) ? hashes : []) await addThumb(db, String(hash), draw);
    await browser.storage.local.remove(key);
  }
}
