import { type ClockRules, DEFAULT_RULES } from '../../complaints/deadlines/rules.ts';
import type { TanggapDatabase } from '../database.ts';
import { rulesSchema } from '../schemas-clocks.ts';

/** The office's policies and schedules; the built-in ones until it has some, or where what is stored is damaged. */
export async function readRules(db: TanggapDatabase): Promise<ClockRules> {
  const parsed = rulesSchema.safeParse((await db.settings.get('rules'))?.value);
  return parsed.success ? parsed.data : DEFAULT_RULES;
}
