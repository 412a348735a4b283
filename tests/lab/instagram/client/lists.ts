import type { Environment } from 'relay-runtime';
import { routeOf } from '../paths.ts';
import { normalise } from '../records.ts';
import { fetchJson } from './network.ts';
import { ask } from './queries.ts';
import { publish, publishAnswer, Reader } from './relay.tsx';

type Tree = Record<string, unknown>;

const REELS = 'client:root:__PolarisClipsTab_xdt_api__v1__clips__home__connection_v2_connection';
const gridId = (path: string): string => `client:root:__PolarisGrid_${path}`;

const list = (environment: Environment, id: string): Reader[] | null => {
  const record = Reader.at(environment, id);
  return record
    ? ((record.record.items as string[]) ?? []).flatMap((one) => Reader.at(environment, one) ?? [])
    : null;
};

/** Media objects wherever they stand in an answer, in order. */
function mediasIn(tree: unknown, found: Tree[] = []): Tree[] {
  if (typeof tree !== 'object' || tree === null) return found;
  const object = tree as Tree;
  if (typeof object.code === 'string' && 'image_versions2' in object) found.push(object);
  else for (const value of Object.values(object)) mediasIn(value, found);
  return found;
}

/** Keeps the posts of a page of tiles. */
export function takeGrid(environment: Environment, path: string, data: Tree): void {
  const medias = mediasIn(data);
  for (const media of medias) {
    const records = normalise({ media }, '');
    delete records['client:root'];
    publish(environment, records);
  }
  publish(environment, {
    [gridId(path)]: { __id: gridId(path), __typename: 'XDTGrid', items: medias.map(({ id }) => String(id)) },
  });
}

export const gridPosts = (environment: Environment, path: string): Reader[] | null =>
  list(environment, gridId(path));

const REST: Record<string, string> = {
  explore: '/api/v1/discover/web/explore_grid/',
  tag: '/api/v1/tags/web_info/',
  profile: '/api/v1/feed/saved/posts/',
};
const QUERIES: Record<string, string> = {
  location: 'PolarisLocationPageTabContentQuery',
  search: 'PolarisKeywordSearchExplorePageRelayQuery',
  tagged: 'PolarisProfileTaggedTabContentQuery_connection',
  reels: 'PolarisProfileReelsTabContentQuery_connection',
};

export async function loadGrid(environment: Environment, path: string): Promise<void> {
  const route = routeOf(path);
  const query = QUERIES[(route.kind === 'profile' && route.tab) || route.kind];
  const data = query
    ? await ask(environment, query, { path })
    : await fetchJson(`${REST[route.kind]}?path=${encodeURIComponent(path)}`);
  takeGrid(environment, path, data);
}

/** The reels that have come, in order, and whether there are more. */
export const reelsOf = (environment: Environment): { reels: Reader[]; more: boolean } => ({
  reels: list(environment, REELS) ?? [],
  more: Reader.at(environment, REELS)?.flag('has_next_page') ?? true,
});

export function takeReels(environment: Environment, data: Tree): void {
  const kept = reelsOf(environment).reels.map(({ id }) => id);
  const args = `after:"${kept.length}"`;
  publishAnswer(environment, data, args);
  const page = Reader.at(environment, 'client:root')?.one(`xdt_api__v1__clips__home__connection_v2(${args})`);
  const ids = page?.many('edges').flatMap((edge) => edge.one('node')?.one('media')?.id ?? []) ?? [];
  const info = page?.one('page_info');
  publish(environment, {
    [REELS]: {
      __id: REELS,
      __typename: 'XDTClipsConnection',
      items: [...kept, ...ids],
      end_cursor: info?.text('end_cursor') ?? '',
      has_next_page: info?.flag('has_next_page') ?? false,
    },
  });
}

let loading = false;

/** Asks for more reels; `opened` is the code at which the viewer was opened. */
export async function loadReels(environment: Environment, opened: string | null): Promise<void> {
  if (loading || !reelsOf(environment).more) return;
  loading = true;
  try {
    const after = Reader.at(environment, REELS)?.text('end_cursor') || '0';
    takeReels(
      environment,
      await ask(environment, 'PolarisClipsTabDesktopContainerQuery', { after, chaining_code: opened }),
    );
  } finally {
    loading = false;
  }
}
