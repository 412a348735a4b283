import { renderToString } from 'react-dom/server';
import { App } from './client/App.tsx';
import { takeIsland } from './client/islands.ts';
import { createEnvironment } from './client/relay.tsx';
import { startRouterAt } from './client/router.tsx';

/** Draws the page of `path` out of what its islands bring. */
export function draw(islands: unknown[], path: string): string {
  const environment = createEnvironment();
  startRouterAt(path);
  for (const island of islands) takeIsland(environment, island, path);
  return renderToString(<App environment={environment} />);
}
