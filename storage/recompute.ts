import { freezeClocks } from '../complaints/deadlines/frozen.ts';
import { presetPolicy, scheduleOf } from '../complaints/deadlines/rules.ts';
import { runsOf } from '../complaints/deadlines/runs.ts';
import type { PresetId } from '../complaints/events.ts';
import { TanggapError } from '../protocol/errors.ts';
import { append } from './append.ts';
import type { TanggapDatabase } from './database.ts';
import { justNow } from './open-complaint.ts';
import { openClocks } from './read/clocks.ts';
import { readRules } from './read/rules.ts';
import { readSettings } from './read/settings.ts';
import { transact } from './transact.ts';

/**
 * *Hitung ulang*: the present agency's clocks from their start under the rules and the calendar in force now, with a
 * reason. `preset: null` keeps the preset of the forwarding;
 * its category stays.
 * @param now Epoch ms.
 * @throws TanggapError `not-found`; `clock` with the code of the refusal as its detail; `invalid` without a term.
 */
export async function recompute(
  db: TanggapDatabase,
  input: { complaintId: string; preset: PresetId | null; termMs: number | null; note: string },
  now: number,
): Promise<{ eventId: string }> {
  const { complaintId, note } = input;
  return transact(db, async () => {
    const { live, clocks, book } = await openClocks(db, complaintId, now);
    const last = justNow(live, 'recomputed', now);
    if (last && last.note === note) return { eventId: last.id };
    const run = runsOf(live).runs.at(-1);
    if (!run || !clocks.current) throw new TanggapError('clock', 'not-forwarded');
    if (run.ended) throw new TanggapError('clock', 'no-clock');
    if (note.trim() === '') throw new TanggapError('clock', 'reason-missing');
    const rules = await readRules(db);
    const { agencyId, outside, category } = run.forwarding;
    const preset = input.preset ?? run.forwarding.preset;
    const termMs = input.preset === null ? run.forwarding.termMs : input.termMs;
    const choice = { agencyId, outside, preset, termMs, category };
    const policy = presetPolicy(rules, (await readSettings(db)).terms, choice);
    if (!policy) throw new TanggapError('invalid', 'term');
    const agency = { id: agencyId, schedule: scheduleOf(rules, agencyId) };
    const result = freezeClocks(book, policy, agency, run.startedAt);
    if ('problem' in result) throw new TanggapError('clock', result.problem.code);
    const event = { type: 'recomputed', complaintId, at: now, frozen: result.frozen, note } as const;
    const { events } = await append(db, complaintId, [event], { now });
    return { eventId: events[0]?.id ?? '' };
  });
}
