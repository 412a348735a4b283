import { isPrefix } from '../../complaints/number.ts';
import type { Settings } from '../../complaints/settings.ts';
import { suggestPrefix, suggestSignatory } from '../setup/office-suggest.ts';

export type OfficeDraft = Pick<Settings, 'office' | 'prefix' | 'signatory' | 'zone'>;

/** Whether the letters are still the ones that nobody chose. */
const UNCHOSEN = 'ADU';

/**
 * The draft after the office's name was typed: prefix and signatory follow it as long as they are empty or still
 * what the name before suggested.
 */
export function withOfficeName(draft: OfficeDraft, office: string): OfficeDraft {
  const follows = (value: string, suggested: string) => value === '' || value === suggested;
  const prefix =
    follows(draft.prefix, suggestPrefix(draft.office)) || draft.prefix === UNCHOSEN
      ? suggestPrefix(office) || UNCHOSEN
      : draft.prefix;
  const signatory = follows(draft.signatory, suggestSignatory(draft.office))
    ? suggestSignatory(office)
    : draft.signatory;
  return { ...draft, office, prefix, signatory };
}

/** What is wrong with the draft, by field; empty when it can be kept. An office without a name is allowed. */
export function officeProblems(draft: OfficeDraft): Partial<Record<keyof OfficeDraft, 'prefix'>> {
  return isPrefix(draft.prefix) ? {} : { prefix: 'prefix' };
}
