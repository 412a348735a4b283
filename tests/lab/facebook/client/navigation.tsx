import {
  createContext,
  type MouseEvent,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react';
import { type Route, routeOf } from '../paths.ts';
import { WHIM_NAMES } from '../whims.ts';

interface Place {
  /** The page itself. */
  base: Route;
  basePath: string;
  /** A post opened over the page. */
  dialog: Route | null;
}

interface Navigation extends Place {
  go(url: string): void;
  open(url: string): void;
  /** To the neighbour of what is open, in the same boxes. */
  turn(url: string, how?: 'push' | 'replace'): void;
  close(): void;
}

const NavigationContext = createContext<Navigation | null>(null);

const pathOf = (url: URL): string => url.pathname + url.search;

/** Addresses change by pushState only; going back is the browser's own. */
export function NavigationProvider(props: { children: ReactNode }) {
  const [place, setPlace] = useState<Place>(() => {
    const here = new URL(location.href);
    for (const name of WHIM_NAMES) here.searchParams.delete(name);
    // What was asked of the lab is not the site's address.
    if (here.href !== location.href) history.replaceState(null, '', pathOf(here));
    return { base: routeOf(here), basePath: pathOf(here), dialog: null };
  });
  useEffect(() => {
    const onPop = (): void => {
      const here = new URL(location.href);
      const under = (history.state as { under?: string } | null)?.under;
      setPlace(
        under
          ? { base: routeOf(new URL(under, here)), basePath: under, dialog: routeOf(here) }
          : { base: routeOf(here), basePath: pathOf(here), dialog: null },
      );
    };
    addEventListener('popstate', onPop);
    return () => removeEventListener('popstate', onPop);
  }, []);
  const value = useMemo<Navigation>(
    () => ({
      ...place,
      go(url) {
        const to = new URL(url, location.href);
        history.pushState(null, '', pathOf(to));
        setPlace({ base: routeOf(to), basePath: pathOf(to), dialog: null });
        scrollTo(0, 0);
      },
      open(url) {
        const to = new URL(url, location.href);
        for (const name of [...to.searchParams.keys()])
          if (name.startsWith('__')) to.searchParams.delete(name);
        history.pushState({ under: place.basePath }, '', pathOf(to));
        setPlace({ ...place, dialog: routeOf(to) });
      },
      turn(url, how = 'push') {
        const to = new URL(url, location.href);
        const state = place.dialog ? { under: place.basePath } : null;
        if (how === 'push') history.pushState(state, '', pathOf(to));
        else history.replaceState(state, '', pathOf(to));
        setPlace(place.dialog ? { ...place, dialog: routeOf(to) } : { ...place, base: routeOf(to) });
      },
      close() {
        history.back();
      },
    }),
    [place],
  );
  return <NavigationContext value={value}>{props.children}</NavigationContext>;
}

export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext);
  if (!navigation) throw new Error('no navigation above this component');
  return navigation;
}

/** Only a plain left click is the app's; the rest is the browser's. */
export const isPlainClick = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
