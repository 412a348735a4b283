import { useCallback, useEffect, useRef, useState } from 'react';
import type { CorrectableField } from '../../complaints/events.ts';
import { useCommand } from '../hooks/use-command.ts';

/** Time without a keystroke after which a correction is saved, in ms. */
const PAUSE = 900;

export interface Correction {
  value: string;
  /** Typed but not saved yet. */
  dirty: boolean;
  set: (value: string) => void;
  /** Save what was typed; true when nothing is left unsaved. */
  flush: () => Promise<boolean>;
  error: string | null;
}

/**
 * One field that can be corrected: typed here, saved after a pause, when the field is left and before forwarding.
 * What comes from the store meanwhile (a later reading) is shown unless something was typed.
 */
export function useCorrection(complaintId: string, field: CorrectableField, stored: string): Correction {
  const [typed, setTyped] = useState<string | null>(null);
  const command = useCommand('complaint.correct');
  const latest = useRef<{ typed: string | null; stored: string }>({ typed, stored });
  latest.current.stored = stored;

  const flush = useCallback(async () => {
    const value = latest.current.typed;
    if (value === null) return true;
    if (value === latest.current.stored) {
      latest.current.typed = null;
      setTyped(null);
      return true;
    }
    const saved = await command.run({ complaintId, field, value });
    if (!saved) return false;
    // What was typed while saving stays unsaved.
    if (latest.current.typed === value) latest.current.typed = null;
    return latest.current.typed === null;
  }, [command.run, complaintId, field]);

  // The typed value is shown until the store's own has caught up, so that the field never jumps back.
  useEffect(() => {
    if (latest.current.typed === null && typed !== null && typed === stored) setTyped(null);
  }, [typed, stored]);

  useEffect(() => {
    if (typed === null || latest.current.typed === null) return;
    const timer = setTimeout(() => void flush(), PAUSE);
    return () => clearTimeout(timer);
  }, [typed, flush]);

  const flushOnLeave = useRef(flush);
  flushOnLeave.current = flush;
  useEffect(() => () => void flushOnLeave.current(), []);

  const set = useCallback((value: string) => {
    latest.current.typed = value;
    setTyped(value);
  }, []);
  return {
    value: typed ?? stored,
    dirty: typed !== null && typed !== stored,
    set,
    flush,
    error: command.error,
  };
}
