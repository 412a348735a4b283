import { createRoot, hydrateRoot } from 'react-dom/client';
import { App } from './client/App.tsx';
import { takeIsland } from './client/islands.ts';
import { createEnvironment } from './client/relay.tsx';
import { startRouter } from './client/router.tsx';
import { current } from './client/session.ts';
import { sweepForeign } from './client/sweep.ts';

const environment = createEnvironment();

for (const island of document.querySelectorAll('script[type="application/json"][data-sjs]')) {
  takeIsland(environment, JSON.parse(island.textContent ?? 'null'), window.location.pathname);
  island.setAttribute('data-processed', '1');
}
startRouter();

setTimeout(() => {
  document.getElementById('splash-screen')?.remove();
  const mount = document.querySelector<HTMLElement>('[id^="mount_0_0"]');
  if (!mount) return;
  const app = <App environment={environment} />;
  if (current().hydrate) hydrateRoot(mount, app);
  else createRoot(mount).render(app);
  if (current().sweep) sweepForeign(mount);
}, current().wait);
