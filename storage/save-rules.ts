import { checkPolicy } from '../complaints/deadlines/check-calendar.ts';
import { type ClockRules, scheduleOf } from '../complaints/deadlines/rules.ts';
import { TanggapError } from '../protocol/errors.ts';
import type { TanggapDatabase } from './database.ts';
import { readCalendarBook } from './read/calendar-book.ts';
import { transact } from './transact.ts';

/**
 * Keeps the office's policies and schedules; clocks that run keep what was frozen into them.
 * @param now Epoch ms.
 * @throws TanggapError `clock` with the code of the refusal as its detail.
 */
export async function saveRules(db: TanggapDatabase, rules: ClockRules, now: number): Promise<void> {
  await transact(db, async () => {
    const { current } = await readCalendarBook(db);
    const known = new Set(current.schedules.map((schedule) => schedule.id));
    const used = new Set(['office', ...Object.keys(rules.schedules).map((id) => scheduleOf(rules, id))]);
    for (const schedule of used) if (!known.has(schedule)) throw new TanggapError('clock', 'schedule-id');
    for (const policy of rules.policies)
      for (const schedule of used) {
        const [problem] = checkPolicy(policy, current, schedule, now);
        if (problem) throw new TanggapError('clock', problem.code);
      }
    await db.settings.put({ key: 'rules', value: rules });
  });
}
