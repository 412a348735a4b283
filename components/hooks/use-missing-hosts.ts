import { useCallback, useEffect, useState } from 'react';
import { browser } from 'wxt/browser';

/**
 * Addresses of the manifest that the official, or the browser, has taken away; null until asked. Asked again
 * whenever the window gets the focus: permissions change on the browser's own pages only.
 */
export function useMissingHosts(): { missing: string[] | null; again: () => void } {
  const [missing, setMissing] = useState<string[] | null>(null);
  const again = useCallback(() => {
    void missingHosts().then(setMissing);
  }, []);
  useEffect(() => {
    again();
    window.addEventListener('focus', again);
    return () => window.removeEventListener('focus', again);
  }, [again]);
  return { missing, again };
}

async function missingHosts(): Promise<string[]> {
  try {
    const wanted: string[] = browser.runtime.getManifest().host_permissions ?? [];
    const allowed = await Promise.all(
      wanted.map((origin) => browser.permissions.contains({ origins: [origin] })),
    );
    return wanted.filter((_origin, at) => !allowed[at]);
  } catch {
    // A browser that cannot say has not taken anything away.
    return [];
  }
}
