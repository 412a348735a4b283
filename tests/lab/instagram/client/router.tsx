import { type MouseEvent, type ReactNode, useSyncExternalStore } from 'react';
import { type Route, routeOf } from '../paths.ts';
import { OPTIONS } from '../session.ts';

export interface Place {
  path: string;
  route: Route;
  /** The path of the page that stays visible behind a dialog. */
  over: string | null;
}

const listeners = new Set<() => void>();
const read = (): Place => {
  const { pathname } = window.location;
  const over = (window.history.state as { over?: string } | null)?.over ?? null;
  return { path: pathname, route: routeOf(pathname), over };
};
let place: Place = { path: '/', route: { kind: 'feed' }, over: null };

function changed(): void {
  place = read();
  for (const listener of [...listeners]) listener();
}

/** Takes the address of the document as it is; a hard load never opens a dialog. */
export function startRouter(): void {
  const { pathname, searchParams } = new URL(window.location.href);
  for (const name of OPTIONS) searchParams.delete(name);
  window.history.replaceState(null, '', searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname);
  window.history.scrollRestoration = 'manual';
  window.addEventListener('popstate', changed);
  changed();
}

/** Takes a path where there is no window. */
export function startRouterAt(path: string): void {
  place = { path, route: routeOf(path), over: null };
}

export function go(path: string, over: string | null = null): void {
  const previous = place;
  window.history.pushState(over ? { over } : null, '', path);
  changed();
  if (!over && previous.over !== path) window.scrollTo(0, 0);
}

/** Changes the query of the present address without a step in the history. */
export function note(search: string): void {
  window.history.replaceState(window.history.state, '', `${window.location.pathname}${search}`);
}

/** Names what is in view in the address, without a step in the history and without drawing anything anew. */
export function rename(path: string): void {
  if (window.location.pathname !== path) window.history.replaceState(window.history.state, '', path);
}

export const closeDialog = (): void => {
  if (place.over) go(place.over);
};

export function usePlace(): Place {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => place,
    () => place,
  );
}

export function Link(props: { to: string; className?: string; children?: ReactNode; over?: string }) {
  const follow = (event: MouseEvent): void => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(props.to, props.over ?? null);
  };
  return (
    <a href={props.to} className={props.className} role="link" tabIndex={0} onClick={follow}>
      {props.children}
    </a>
  );
}
