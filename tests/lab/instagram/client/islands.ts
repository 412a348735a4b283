import type { Environment } from 'relay-runtime';
import { routeOf } from '../paths.ts';
import type { Session } from '../session.ts';
import { takeGrid, takeReels } from './lists.ts';
import { takeFeed, takeLoggedOut, takePost, takeProfile } from './queries.ts';
import { publishAnswer } from './relay.tsx';
import { begin } from './session.ts';

type Tree = { [key: string]: unknown } | unknown[];

/** Walks an island for what it defines and what answers it carries. */
export function takeIsland(environment: Environment, tree: unknown, path: string): void {
  if (typeof tree !== 'object' || tree === null) return;
  if (Array.isArray(tree) && tree[0] === 'PolarisRuntimeConfig') begin(tree[2] as Session);
  const result = (tree as { result?: { data?: Record<string, unknown>; response?: string } }).result;
  if (result?.data) takeAnswer(environment, result.data, path);
  else if (result?.response) takeGrid(environment, path, JSON.parse(result.response));
  else for (const value of Object.values(tree as Tree)) takeIsland(environment, value, path);
}

function takeAnswer(environment: Environment, data: Record<string, unknown>, path: string): void {
  const route = routeOf(path);
  if (data.xdt_api__v1__feed__timeline__connection) takeFeed(environment, data, '');
  else if (data.xdt_api__v1__clips__home__connection_v2) takeReels(environment, data);
  else if (data.xig_polaris_media && route.kind === 'post') takeLoggedOut(environment, data, route.code);
  else if (route.kind === 'post') takePost(environment, data, route.code);
  else if (route.kind === 'profile' && data.xdt_api__v1__feed__user_timeline_graphql_connection)
    takeProfile(environment, data, route.user);
  else if (data.user || data.xdt_api__v1__feed__reels_tray) publishAnswer(environment, data, '');
  else takeGrid(environment, path, data);
}
