import { useMemo } from 'react';
import { termWords } from '../../channels/clock-words.ts';
import type { ComplaintCategory } from '../../complaints/category.ts';
import { promisedDue } from '../../complaints/deadlines/promised.ts';
import { presetPolicy } from '../../complaints/deadlines/rules.ts';
import type { PresetId } from '../../complaints/events.ts';
import { database } from '../../storage/database.ts';
import { readCalendarBook } from '../../storage/read/calendar-book.ts';
import { readRules } from '../../storage/read/rules.ts';
import { termLabel } from '../format.ts';
import { useLive } from './use-live.ts';
import { useSettings } from './use-settings.ts';

type To = { id: string; outside: boolean } | null;

/** Where no agency is chosen yet: what any of them would get. */
const ANY = { id: '', outside: false };

export interface Promised {
  /** Due time in epoch ms of a forwarding at `at` (epoch ms); null = never. `termMs` counts only for `custom`. */
  due: (to: To, preset: PresetId, termMs: number | null, at: number) => number | null;
  /** The term of a preset in short: `24 jam`, `2 hari kerja`. */
  label: (to: To, preset: Exclude<PresetId, 'custom'>) => string;
}

/**
 * What a message to an agency may promise for a complaint of this kind, by the policies and the calendar in force;
 * plain time until they are read.
 */
export function usePromised(category: ComplaintCategory): Promised {
  const { terms } = useSettings();
  const found = useLive(async () => {
    const [book, rules] = await Promise.all([readCalendarBook(database), readRules(database)]);
    return { book, rules };
  }, []);
  return useMemo(
    () => ({
      due(to, preset, termMs, at) {
        const ms = preset === 'custom' ? termMs : terms[preset];
        if (!found) return ms === null ? null : at + ms;
        const { id, outside } = to ?? ANY;
        const choice = { agencyId: id, outside, preset, termMs, category };
        return promisedDue(found.book, found.rules, terms, choice, at);
      },
      label(to, preset) {
        const { id, outside } = to ?? ANY;
        const choice = { agencyId: id, outside, preset, termMs: null, category };
        const policy = found ? presetPolicy(found.rules, terms, choice) : null;
        const term = policy?.terms.response ?? policy?.terms.followUp ?? policy?.terms.settlement;
        return !term || term.kind === 'clockHours' ? termLabel(term?.ms ?? terms[preset]) : termWords(term);
      },
    }),
    [found, terms, category],
  );
}
