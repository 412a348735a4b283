import { StrictMode, startTransition, useEffect, useState } from 'react';
import { hydrateRoot } from 'react-dom/client';
import type { Environment } from 'relay-runtime';
import { CometRelayEnvironmentProvider, createEnvironment } from './client/environment.tsx';
import { CometApp } from './client/Frame.tsx';
import { sweep } from './client/hostile.ts';
import { readIslands } from './client/islands.ts';
import { begin, current } from './client/look.ts';
import { NavigationProvider } from './client/navigation.tsx';
import { openToTests } from './client/shown.ts';
import { Shell } from './shell.ts';

/** The shell is taken over first; the posts come some time after it. */
function CometRoot(props: { environment: Environment }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => setLate(true)), current().wait);
    return () => clearTimeout(timer);
  }, []);
  return (
    <CometRelayEnvironmentProvider environment={props.environment}>
      {late ? (
        <NavigationProvider>
          <CometApp />
        </NavigationProvider>
      ) : (
        <Shell lang={current().lang} salt={current().salt} />
      )}
    </CometRelayEnvironmentProvider>
  );
}

const mount = document.querySelector('[id^="mount_0_0_"]');
if (mount) {
  const environment = createEnvironment();
  begin(readIslands(environment, document));
  openToTests();
  if (current().hostile === 'sweep') sweep(mount);
  hydrateRoot(
    mount,
    <StrictMode>
      <CometRoot environment={environment} />
    </StrictMode>,
  );
}
