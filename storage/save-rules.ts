import { checkRules } from '../complaints/deadlines/check-rules.ts';
import { type ClockRules, SETTINGS_PRESETS } from '../complaints/deadlines/rules.ts';
import { TanggapError } from '../protocol/errors.ts';
import type { TanggapDatabase } from './database.ts';
import { readCalendarBook } from './read/calendar-book.ts';
import { readSettings } from './read/settings.ts';
import { transact } from './transact.ts';

/**
 * Keeps the office's policies and schedules; clocks that run keep what was frozen into them. The settings' terms of
 * the first response follow.
 * @param now Epoch ms.
 * @throws TanggapError `clock` with the code of the refusal as its detail.
 */
export async function saveRules(db: TanggapDatabase, rules: ClockRules, now: number): Promise<void> {
  await transact(db, async () => {
    const { current } = await readCalendarBook(db);
    const [problem] = checkRules(rules, current, now);
    if (problem) throw new TanggapError('clock', problem.code);
    await db.settings.put({ key: 'rules', value: rules });
    const settings = await readSettings(db);
    const terms = { ...settings.terms };
    for (const id of SETTINGS_PRESETS) {
      const response = rules.policies.find((policy) => policy.id === id)?.terms.response;
      if (response?.kind === 'clockHours') terms[id] = response.ms;
    }
    if (SETTINGS_PRESETS.some((id) => terms[id] !== settings.terms[id]))
      await db.settings.put({ key: 'office', value: { ...settings, terms, updatedAt: now } });
  });
}
