import { type RefObject, useMemo, useRef, useState } from 'react';
import { parsePhone, phoneSentence } from '../../channels/phone.ts';
import type { Agency } from '../../complaints/agency.ts';
import type { Complaint } from '../../complaints/complaint.ts';
import { type Suggestion, suggestAgencies } from '../../complaints/suggest.ts';
import { database } from '../../storage/database.ts';
import { readAgencies } from '../../storage/read/agencies.ts';
import { newAgency } from '../complaint-parts/new-agency.ts';
import { useCommand } from '../hooks/use-command.ts';
import { useLive } from '../hooks/use-live.ts';
import type { SourceKind } from '../ui/source-mark.tsx';
import { standingAgency } from './standing-agency.ts';

const NO_AGENCIES: readonly Agency[] = [];

export interface AgencyChoice {
  agencies: readonly Agency[];
  /** The chosen agency; until one is chosen by hand, the best suggestion. */
  agency: Agency | null;
  /** The agency that the official chose, null while the suggestion stands. */
  chosenId: string | null;
  suggestions: readonly Suggestion[];
  /** The text that the suggestions were made from. */
  words: string;
  /** Whether the agency was suggested, or chosen against the suggestion; undefined when there is nothing to say. */
  source: SourceKind | undefined;
  choose: (agencyId: string | null) => void;
  /** What an earlier visit left; a choice made meanwhile stays. Suggestions are held back until it is known. */
  takeKept: (agencyId: string | null) => void;
  add: (name: string) => void;
  error: string | null;
  ref: RefObject<HTMLButtonElement | null>;
  /** The number typed in place for an agency that has none. */
  phone: string;
  setPhone: (phone: string) => void;
  /** The agency with its number; null when the number is wrong or could not be saved. */
  savePhone: () => Promise<Agency | null>;
  phoneError: string | null;
  phoneRef: RefObject<HTMLInputElement | null>;
}

/**
 * To whom a complaint goes. `kept`: what an earlier visit left is known. In a transfer nothing is chosen beforehand,
 * and the agency that has it already is not suggested. `onSettled`: an agency, or its number, is there now.
 */
export function useAgencyChoice(
  complaint: Complaint,
  { kept, transfer, onSettled }: { kept: boolean; transfer: boolean; onSettled: () => void },
): AgencyChoice {
  const agencies = useLive(() => readAgencies(database), []) ?? NO_AGENCIES;
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [fresh, setFresh] = useState<Agency | null>(null);
  const [phone, setPhone] = useState('');
  const [phoneError, setPhoneError] = useState<string | null>(null);
  const [openedAt] = useState(() => Date.now());
  const save = useCommand('agency.save');
  const ref = useRef<HTMLButtonElement>(null);
  const phoneRef = useRef<HTMLInputElement>(null);

  // The stored text, not each keystroke: the agency must not jump while a word is being typed.
  const words = `${complaint.text || complaint.gist} ${complaint.place}`;
  const holder = transfer ? complaint.forwarding?.agencyId : undefined;
  const suggestions = useMemo(
    () =>
      suggestAgencies(
        words,
        agencies.filter((a) => a.id !== holder),
        openedAt,
      ),
    [words, agencies, holder, openedAt],
  );
  const standing = standingAgency({
    // A just added agency counts before the live read has caught up.
    agencies: fresh && !agencies.some((a) => a.id === fresh.id) ? [...agencies, fresh] : agencies,
    chosenId,
    suggestions,
    preselect: kept && !transfer,
  });

  const choose = (agencyId: string | null) => {
    setChosenId(agencyId);
    setPhone('');
    setPhoneError(null);
    onSettled();
  };
  return {
    agencies,
    ...standing,
    chosenId,
    suggestions,
    words,
    choose,
    takeKept: (agencyId) => setChosenId((now) => now ?? agencyId),
    add: (name) => {
      const made = newAgency(name, Date.now());
      void save.send({ agencies: [made] }).then((saved) => {
        if (!saved) return;
        setFresh(made);
        choose(made.id);
      });
    },
    error: save.error,
    ref,
    phone,
    setPhone: (value) => {
      setPhone(value);
      setPhoneError(null);
    },
    savePhone: async () => {
      const { agency } = standing;
      if (!agency) return null;
      const parsed = parsePhone(phone);
      if (!parsed.ok) {
        setPhoneError(phoneSentence(parsed));
        return null;
      }
      const changed = { ...agency, phone: parsed.digits, updatedAt: Date.now() };
      if (!(await save.send({ agencies: [changed] }))) return null;
      setPhone('');
      onSettled();
      return changed;
    },
    phoneError,
    phoneRef,
  };
}
