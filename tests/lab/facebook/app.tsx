import { StrictMode, startTransition, useEffect, useState } from 'react';
import { hydrateRoot } from 'react-dom/client';
import type { Environment } from 'relay-runtime';
import { CometRelayEnvironmentProvider, createEnvironment } from './client/environment.tsx';
import { CometApp } from './client/Frame.tsx';
import { readIslands } from './client/islands.ts';
import { begin, current } from './client/look.ts';
import { NavigationProvider } from './client/navigation.tsx';
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
        <Shell salt={current().salt} />
      )}
    </CometRelayEnvironmentProvider>
  );
}

const mount = document.querySelector('[id^="mount_0_0_"]');
if (mount) {
  const environment = createEnvironment();
  begin(readIslands(environment, document));
  hydrateRoot(
    mount,
    <StrictMode>
      <CometRoot environment={environment} />
    </StrictMode>,
  );
}
