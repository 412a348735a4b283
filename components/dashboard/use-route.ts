import { useMemo, useSyncExternalStore } from 'react';
import { formatRoute, parseRoute, type Route } from './route.ts';

function subscribe(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}

/** What the address says now; renders again whenever it changes. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  return useMemo(() => parseRoute(hash), [hash]);
}

/** Go there, with a step in the browser's history. */
export function go(route: Route): void {
  location.hash = formatRoute(route);
}

/** Change the address without a step in the history: for filters, so that *back* leaves the list. */
export function replaceRoute(route: Route): void {
  const hash = formatRoute(route);
  if (hash === location.hash) return;
  history.replaceState(null, '', hash || location.pathname);
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}
