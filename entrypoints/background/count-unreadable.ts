import type { Capture } from '../../complaints/reading.ts';
import { database } from '../../storage/database.ts';
import { recordUnreadable, WATCHED, type WatchedField } from '../../storage/unreadable.ts';

/** Counts the fields of a reading that the page did not give. Never fails: it is a figure, not the complaint. */
export async function countUnreadable(capture: Capture, now: number): Promise<void> {
  const { site, surface } = capture;
  if (!site) return;
  const lost = (field: WatchedField) =>
    field === 'identity' ? capture.identity === null : 'unreadable' in capture[field];
  const fields = WATCHED.filter(lost);
  await recordUnreadable(database, { site, surface, fields }, now).catch((error) =>
    console.warn('Tanggap: figures not kept', String(error)),
  );
}
