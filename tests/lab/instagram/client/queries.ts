import type { Environment } from 'relay-runtime';
import { publish, publishAnswer, Reader } from './relay.tsx';

const FEED = 'client:root:__PolarisFeedRoot_xdt_api__v1__feed__timeline__connection_connection';

async function ask(
  environment: Environment,
  name: string,
  variables: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  const request = {
    id: '24710437411886811',
    cacheID: name,
    name,
    operationKind: 'query' as const,
    text: null,
    metadata: {},
  };
  return new Promise((resolve, reject) => {
    environment
      .getNetwork()
      .execute(request, variables, { force: true })
      .subscribe({
        next: (answer) => resolve((answer as unknown as { data: Record<string, unknown> }).data),
        error: reject,
      });
  });
}

/** The ids of the feed's items in order, and whether there are more. */
export function feedOf(environment: Environment): { items: string[]; more: boolean } {
  const list = Reader.at(environment, FEED);
  return {
    items: (list?.record.items as string[] | undefined) ?? [],
    more: list ? list.flag('has_next_page') : true,
  };
}

export function takeFeed(environment: Environment, data: Record<string, unknown>, after: string): void {
  const args = `after:${JSON.stringify(after)},first:6`;
  publishAnswer(environment, data, args);
  const page = Reader.at(environment, 'client:root')?.one(`xdt_api__v1__feed__timeline__connection(${args})`);
  if (!page) return;
  const nodes = page.many('edges').flatMap((edge) => edge.one('node')?.id ?? []);
  const info = page.one('page_info');
  publish(environment, {
    [FEED]: {
      __id: FEED,
      __typename: 'XDTFeedConnection',
      items: [...feedOf(environment).items, ...nodes],
      end_cursor: info?.text('end_cursor') ?? '',
      has_next_page: info?.flag('has_next_page') ?? false,
    },
  });
}

let loading = false;

export async function loadFeed(environment: Environment): Promise<void> {
  if (loading || !feedOf(environment).more) return;
  loading = true;
  try {
    const after = Reader.at(environment, FEED)?.text('end_cursor') ?? '';
    takeFeed(
      environment,
      await ask(environment, 'PolarisFeedRootPaginationCachedQuery_subscribe', {
        after,
        first: 6,
        before: null,
      }),
      after,
    );
  } finally {
    loading = false;
  }
}

export const takePost = (environment: Environment, data: Record<string, unknown>, code: string): void =>
  publishAnswer(environment, data, `shortcode:"${code}"`);

const rootLink = (environment: Environment, field: string): Reader | null =>
  Reader.at(environment, 'client:root')?.one(field) ?? null;

/** The media record of an opened post, once its answer is there. */
export const openedPost = (environment: Environment, code: string): Reader | null =>
  rootLink(environment, `xdt_api__v1__media__shortcode__web_info(shortcode:"${code}")`)?.many('items')[0] ??
  null;

export const commentsOf = (environment: Environment, code: string): Reader[] =>
  (
    rootLink(environment, `xdt_api__v1__media__media_id__comments__connection(shortcode:"${code}")`)?.many(
      'edges',
    ) ?? []
  ).flatMap((edge) => edge.one('node') ?? []);

export const relatedOf = (environment: Environment, code: string): Reader[] =>
  rootLink(environment, `xdt_api__v1__profile_timeline(shortcode:"${code}")`)?.many('items') ?? [];

export const takeProfile = (environment: Environment, data: Record<string, unknown>, user: string): void =>
  publishAnswer(environment, data, `username:"${user}"`);

export const profilePosts = (environment: Environment, user: string): Reader[] | null =>
  rootLink(environment, `xdt_api__v1__feed__user_timeline_graphql_connection(username:"${user}")`)
    ?.many('edges')
    .flatMap((edge) => edge.one('node') ?? []) ?? null;

export async function loadPost(environment: Environment, code: string, grid: boolean): Promise<void> {
  takePost(environment, await ask(environment, 'PolarisPostRootQuery', { shortcode: code }), code);
  takePost(
    environment,
    await ask(environment, 'PolarisPostCommentsContainerQuery', { media_code: code, first: 15 }),
    code,
  );
  if (grid)
    takePost(
      environment,
      await ask(environment, 'PolarisDesktopPostPageRelatedMediaGridQuery', { media_code: code }),
      code,
    );
}

export async function loadProfile(environment: Environment, user: string): Promise<void> {
  takeProfile(
    environment,
    await ask(environment, 'PolarisProfilePostsQuery', { username: user, first: 12 }),
    user,
  );
}

export function like(environment: Environment, media: Reader): void {
  const liked = !media.flag('has_liked');
  publish(environment, { [media.id]: { __id: media.id, __typename: 'XDTMediaDict', has_liked: liked } });
  ask(environment, liked ? 'usePolarisLikeMediaLikeMutation' : 'usePolarisLikeMediaUnlikeMutation', {
    media_id: media.text('pk'),
  }).catch(() => {});
}
