import { repairSettings } from '../../complaints/repair-settings.ts';
import type { Settings } from '../../complaints/settings.ts';
import type { TanggapDatabase } from '../database.ts';

/** The office's settings, each missing or damaged field replaced by its default. */
export async function readSettings(db: TanggapDatabase): Promise<Settings> {
  return repairSettings((await db.settings.get('office'))?.value);
}
