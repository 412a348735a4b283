import { createContext, useContext } from 'react';
import { DEFAULT_SETTINGS, type Settings } from '../../complaints/settings.ts';

export const SettingsContext = createContext<Settings>(DEFAULT_SETTINGS);

/** The office's settings, live; the defaults until something was set up. */
export function useSettings(): Settings {
  return useContext(SettingsContext);
}
