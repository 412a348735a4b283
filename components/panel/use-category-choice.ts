import { useMemo, useState } from 'react';
import {
  type CategoryHint,
  type ComplaintCategory,
  DEFAULT_CATEGORY,
  suggestCategory,
} from '../../complaints/category.ts';
import type { Complaint } from '../../complaints/complaint.ts';

export interface CategoryChoice {
  /** What stands in the field. */
  value: ComplaintCategory;
  /** What the official chose; null while the proposal stands. */
  chosen: ComplaintCategory | null;
  /** What the words speak for; null where they say nothing, or an earlier forwarding has said it already. */
  hint: CategoryHint | null;
  choose: (category: ComplaintCategory) => void;
  /** What an earlier visit left; a choice made meanwhile stays. */
  takeKept: (category: ComplaintCategory | null) => void;
}

/** The kind of a complaint that is to be forwarded: the official's choice, else that of the last forwarding, else by its words. */
export function useCategoryChoice({ forwarding, text, gist }: Complaint): CategoryChoice {
  const [chosen, setChosen] = useState<ComplaintCategory | null>(null);
  const before = forwarding?.category ?? null;
  // The stored text, not each keystroke: as for the agency.
  const words = text || gist;
  const hint = useMemo(() => (before ? null : suggestCategory(words)), [before, words]);
  return {
    value: chosen ?? before ?? hint?.category ?? DEFAULT_CATEGORY,
    chosen,
    hint,
    choose: setChosen,
    takeKept: (category) => setChosen((now) => now ?? category),
  };
}
