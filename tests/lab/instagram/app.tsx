import { createRoot } from 'react-dom/client';
import { App } from './client/App.tsx';
import { takeFeed, takePost, takeProfile } from './client/queries.ts';
import { createEnvironment, publishAnswer } from './client/relay.tsx';
import { startRouter } from './client/router.tsx';
import { begin, current } from './client/session.ts';
import type { Session } from './page.ts';
import { routeOf } from './paths.ts';

type Tree = { [key: string]: unknown } | unknown[];

const environment = createEnvironment();

/** Walks an island for what it defines and what answers it carries. */
function take(tree: unknown): void {
  if (typeof tree !== 'object' || tree === null) return;
  if (Array.isArray(tree) && tree[0] === 'PolarisRuntimeConfig') begin(tree[2] as Session);
  const data = (tree as { result?: { data?: Record<string, unknown> } }).result?.data;
  if (data) takeAnswer(data);
  else for (const value of Object.values(tree as Tree)) take(value);
}

function takeAnswer(data: Record<string, unknown>): void {
  const route = routeOf(window.location.pathname);
  if (data.xdt_api__v1__feed__timeline__connection) takeFeed(environment, data, '');
  else if (route.kind === 'post') takePost(environment, data, route.code);
  else if (route.kind === 'profile' && data.xdt_api__v1__feed__user_timeline_graphql_connection)
    takeProfile(environment, data, route.user);
  else publishAnswer(environment, data, '');
}

for (const island of document.querySelectorAll('script[type="application/json"][data-sjs]')) {
  take(JSON.parse(island.textContent ?? 'null'));
  island.setAttribute('data-processed', '1');
}
startRouter();

setTimeout(() => {
  document.getElementById('splash-screen')?.remove();
  const mount = document.querySelector('[id^="mount_0_0"]');
  if (mount) createRoot(mount).render(<App environment={environment} />);
}, current().wait);
