import { useEffect, useRef } from 'react';
import { browser } from 'wxt/browser';
import { COMPLAINT_CATEGORIES, type ComplaintCategory } from '../../complaints/category.ts';
import type { Deadline } from '../complaint-parts/deadline-picker.tsx';

/** What was chosen for a complaint that is not forwarded yet. No word of a citizen's is in it. */
export interface KeptChoice {
  agencyId: string | null;
  /** Null while what was proposed stands. */
  deadline: Deadline | null;
  category: ComplaintCategory | null;
}

/**
 * Keeps the choice until the browser closes, so that *Simpan dulu*, or a panel that was closed, loses nothing.
 * `take` gets the choice of an earlier visit, once; null when there is none.
 */
export function useKeptChoice(
  complaintId: string,
  choice: KeptChoice,
  take: (kept: KeptChoice | null) => void,
): void {
  const key = `choice:${complaintId}`;
  const ready = useRef(false);
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    let gone = false;
    const session = browser.storage?.session;
    if (!session) {
      latest.current(null);
      return;
    }
    session
      .get(key)
      .then((found: Record<string, unknown>) => {
        if (gone) return;
        latest.current(readChoice(found[key]));
        ready.current = true;
      })
      .catch(() => {
        if (!gone) latest.current(null);
      });
    return () => {
      gone = true;
    };
  }, [key]);
  const { agencyId, deadline, category } = choice;
  useEffect(() => {
    if (!ready.current) return;
    void browser.storage?.session?.set({ [key]: { agencyId, deadline, category } }).catch(() => undefined);
  }, [key, agencyId, deadline, category]);
}

/** A kept choice out of the session storage; null for anything else. */
export function readChoice(value: unknown): KeptChoice | null {
  if (typeof value !== 'object' || value === null || !('deadline' in value) || !('agencyId' in value))
    return null;
  const { agencyId, deadline } = value;
  if (agencyId !== null && typeof agencyId !== 'string') return null;
  const said = 'category' in value ? value.category : null;
  const category = COMPLAINT_CATEGORIES.find((each) => each === said) ?? null;
  if (deadline === null) return { agencyId, deadline, category };
  if (typeof deadline !== 'object' || !('preset' in deadline) || !('hours' in deadline)) return null;
  const { preset, hours } = deadline;
  if (typeof hours !== 'string') return null;
  if (preset !== 'emergency' && preset !== 'busy' && preset !== 'normal' && preset !== 'custom') return null;
  return { agencyId, deadline: { preset, hours }, category };
}
