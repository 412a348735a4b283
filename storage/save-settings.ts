import type { Settings } from '../complaints/settings.ts';
import type { TanggapDatabase } from './database.ts';
import { transact } from './transact.ts';

/** Keeps the office's settings. `now` is epoch ms. */
export async function saveSettings(db: TanggapDatabase, settings: Settings, now: number): Promise<void> {
  await transact(db, async () => {
    await db.settings.put({ key: 'office', value: { ...settings, updatedAt: now } });
  });
}
