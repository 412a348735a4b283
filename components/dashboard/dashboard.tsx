import { useEffect, useRef } from 'react';
import { m } from '../../i18n/index.ts';
import { database } from '../../storage/database.ts';
import { ComplaintPage } from '../complaint/complaint-page.tsx';
import { useLive } from '../hooks/use-live.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { PastePage } from '../paste/paste-page.tsx';
import { AgenciesPage } from '../settings/agencies-page.tsx';
import { SettingsPage } from '../settings/settings-page.tsx';
import { Setup } from '../setup/setup.tsx';
import { Frame } from './frame.tsx';
import { ListPage } from './list-page.tsx';
import { NO_FILTER, type Route } from './route.ts';
import { replaceRoute, useRoute } from './use-route.ts';

/** The full tab: list, one complaint, agencies, settings, first run; which of them stands in the address. */
export function Dashboard() {
  const route = useRoute();
  useTitle(route);
  useFocusOnArrival(route);
  if (route.page === 'start') return <Start />;
  if (route.page === 'setup') return <Setup step={route.step} />;
  return (
    <Frame route={route}>
      {route.page === 'list' && <ListPage filter={route.filter} />}
      {route.page === 'complaint' && <ComplaintPage key={route.id} id={route.id} filter={route.filter} />}
      {route.page === 'agencies' && <AgenciesPage agencyId={route.agencyId} />}
      {route.page === 'paste' && <PastePage key={route.complaintId} complaintId={route.complaintId} />}
      {route.page === 'settings' && <SettingsPage section={route.section} />}
    </Frame>
  );
}

/** No address yet: the first run when nothing was set up and nothing was flagged, else the list. */
function Start() {
  const { setup } = useSettings();
  const flagged = useLive(() => database.complaints.limit(1).count(), []);
  useEffect(() => {
    if (flagged === undefined) return;
    replaceRoute(
      setup === 'new' && flagged === 0
        ? { page: 'setup', step: 'kantor' }
        : { page: 'list', filter: NO_FILTER },
    );
  }, [setup, flagged]);
  return null;
}

const TITLE: Record<Exclude<Route['page'], 'start'>, () => string> = {
  list: m.dash_complaints,
  complaint: m.dash_complaints,
  agencies: m.dash_agencies,
  paste: m.paste_title,
  settings: m.dash_settings,
  setup: m.set_setup_title,
};

function useTitle(route: Route) {
  const { language } = useSettings();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words follow the language
  useEffect(() => {
    document.title = route.page === 'start' ? 'Tanggap' : `${TITLE[route.page]()} · Tanggap`;
  }, [route.page, language]);
}

/** After a change of page the heading gets the focus, as it would on a page that was loaded anew. */
function useFocusOnArrival(route: Route) {
  const place =
    route.page === 'complaint' ? route.id : route.page === 'setup' ? `setup-${route.step}` : route.page;
  const before = useRef(place);
  useEffect(() => {
    if (before.current === place) return;
    before.current = place;
    // A page that begins with a field to fill in has put the focus there already.
    if (document.activeElement?.closest('main input')) return;
    document.querySelector<HTMLElement>('h1[tabindex="-1"]')?.focus();
  }, [place]);
}
