import { uuidv7 } from 'uuidv7';
import { browser } from 'wxt/browser';
import type { Zone } from '../../complaints/when.ts';
import { isImportProgress } from '../../protocol/broadcast.ts';
import { call } from '../../protocol/client.ts';
import type { ImportSummary } from '../../protocol/contract.ts';
import { TanggapError } from '../../protocol/errors.ts';
import { toCsv } from '../../storage/csv.ts';
import { database } from '../../storage/database.ts';
import { exportBackup, type Progress } from '../../storage/export.ts';
import { readRows } from '../../storage/read/rows.ts';
import { readSettings } from '../../storage/read/settings.ts';
import { deliverEnv } from '../complaint-parts/deliver-env.ts';
import { toLocalInput } from '../format.ts';

/** Largest file that is handed over for merging, in bytes; the worker has bounds of its own for what is in it. */
const LARGEST = 2_000_000_000;

/** Makes the backup and lets the browser download it; gives its size in bytes. `now` in epoch ms. */
export async function saveBackup(now: number, onProgress: (progress: Progress) => void): Promise<number> {
  const file = await exportBackup(database, { now, onProgress });
  const { zone, prefix } = await readSettings(database);
  await deliverEnv.download(file, `tanggap-${prefix}-${stamp(now, zone)}.zip`);
  return file.size;
}

/**
 * Hands a backup to the worker for merging.
 * @param onProgress told how far it is once the file was found to be sound.
 * @throws TanggapError `file-…` when it is none or damaged (nothing was changed then), `storage-full`.
 */
export async function importBackupFile(
  file: File,
  now: number,
  onProgress: (progress: Progress) => void,
): Promise<ImportSummary> {
  if (file.size > LARGEST) throw new TanggapError('file-too-large');
  const id = uuidv7();
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    throw new TanggapError('file-damaged');
  }
  await database.inbox.add({ id, bytes, mime: 'application/zip', at: now });
  const hear = (message: unknown) => {
    if (isImportProgress(message) && message.job === id) onProgress(message);
  };
  browser.runtime.onMessage.addListener(hear);
  try {
    return await call('backup.import', { inboxId: id });
  } finally {
    browser.runtime.onMessage.removeListener(hear);
    // The worker takes it out itself; this is for when it never heard of it.
    await database.inbox.delete(id);
  }
}

/** The whole list as a table for a spreadsheet; gives the number of lines. `now` in epoch ms. */
export async function saveCsv(zone: Zone, now: number): Promise<number> {
  const rows = await readRows(database, {}, now);
  const file = new Blob([toCsv(rows, { zone, now })], { type: 'text/csv;charset=utf-8' });
  await deliverEnv.download(file, `aduan-${stamp(now, zone)}.csv`);
  return rows.length;
}

/** `2026-11-24-1305`. */
function stamp(now: number, zone: Zone): string {
  return toLocalInput(now, zone).replace('T', '-').replace(':', '');
}

/** `812 kB`, `3,4 MB`, with the decimal comma of the page's language left to the number's own format. */
export function bytesWord(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB'] as const;
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit >= 2 && value < 100 ? 1 : 0;
  return `${value.toLocaleString(document.documentElement.lang || 'id', { maximumFractionDigits: digits })} ${units[unit]}`;
}
