import { useCallback, useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { PANEL_CHANGED, PANEL_KEY, type PanelTarget } from '../../protocol/panel.ts';

/**
 * What the panel shows: `?id=` in the address first, then whatever the worker keeps for the panel, live.
 * Undefined until known, null when nothing is chosen.
 */
export function usePanelTarget(): [PanelTarget | null | undefined, (target: PanelTarget | null) => void] {
  const [target, setTarget] = useState<PanelTarget | null | undefined>(() => {
    const id = new URLSearchParams(location.search).get('id');
    return id ? { complaintId: id } : undefined;
  });
  useEffect(() => {
    let gone = false;
    const take = (value: unknown) => {
      const read = readTarget(value);
      if (!gone && read) setTarget(read);
    };
    const session = browser.storage?.session;
    const first = session ? session.get(PANEL_KEY).catch(() => ({})) : Promise.resolve({});
    void first.then((found: Record<string, unknown>) => {
      const read = readTarget(found[PANEL_KEY]);
      // An address that names a complaint, and whatever was chosen meanwhile, go before what was kept.
      if (!gone) setTarget((now) => (now === undefined ? read : now));
    });
    const onChanged = (changes: Record<string, { newValue?: unknown }>, area: string) => {
      if (area === 'session' && PANEL_KEY in changes) take(changes[PANEL_KEY]?.newValue);
    };
    const onMessage = (message: unknown): undefined => {
      if (isRecord(message) && message.name === PANEL_CHANGED) take(message.panel);
    };
    browser.storage?.onChanged.addListener(onChanged);
    browser.runtime?.onMessage.addListener(onMessage);
    return () => {
      gone = true;
      browser.storage?.onChanged.removeListener(onChanged);
      browser.runtime?.onMessage.removeListener(onMessage);
    };
  }, []);
  const choose = useCallback((next: PanelTarget | null) => {
    setTarget(next);
    // Kept, so that a panel opened again shows the same.
    const session = browser.storage?.session;
    if (session) void (next ? session.set({ [PANEL_KEY]: next }) : session.remove(PANEL_KEY));
  }, []);
  return [target, choose];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** The target in a stored or sent value; null for anything else. */
export function readTarget(value: unknown): PanelTarget | null {
  if (!isRecord(value)) return null;
  return typeof value.complaintId === 'string' && value.complaintId !== ''
    ? { complaintId: value.complaintId }
    : null;
}
