import { useCallback } from 'react';
import type { Settings } from '../../complaints/settings.ts';
import { database } from '../../storage/database.ts';
import { readSettings } from '../../storage/read/settings.ts';
import { useCommand } from '../hooks/use-command.ts';

export interface SaveSettings {
  /** Saves the given fields over what is stored now; true when it went through. */
  save: (change: Partial<Settings>) => Promise<boolean>;
  pending: boolean;
  error: string | null;
}

/** Keeps some of the settings; the rest is read anew first, so that two open pages do not undo each other. */
export function useSaveSettings(): SaveSettings {
  const { send, pending, error } = useCommand('settings.save');
  const save = useCallback(
    async (change: Partial<Settings>) => send({ settings: { ...(await readSettings(database)), ...change } }),
    [send],
  );
  return { save, pending, error };
}
