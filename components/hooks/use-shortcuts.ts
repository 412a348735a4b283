import { useEffect, useRef } from 'react';
import { inTextField } from '../ui/typing.ts';
import { useSettings } from './use-settings.ts';

/** `'j'`, `'Enter'`, `'Escape'`, `'ctrl+Enter'` … → what it does. Return false to let the key through. */
export type Shortcuts = Record<string, (event: KeyboardEvent) => unknown>;

/**
 * Keys of a page. Single letters never fire inside a text field and can be switched off (WCAG 2.1.4); nothing fires
 * while a menu or dialog is open; Enter and Space on a control belong to the control. `ctrl+` also takes ⌘.
 */
export function useShortcuts(map: Shortcuts): void {
  const { shortcuts: letters } = useSettings();
  const latest = useRef(map);
  latest.current = map;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.isComposing) return;
      const chord = event.ctrlKey || event.metaKey;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const action = latest.current[chord ? `ctrl+${key}` : key];
      if (!action) return;
      if (!chord && key.length === 1 && !letters) return;
      if (!chord && inTextField(event.target)) return;
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (target?.closest('[role="menu"],[role="dialog"],[role="listbox"]')) return;
      if (
        !chord &&
        (key === 'Enter' || key === ' ') &&
        target?.closest('button,a,[role="radio"],[role="checkbox"]')
      )
        return;
      if (action(event) !== false) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [letters]);
}
