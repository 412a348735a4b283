import type { Environment } from 'relay-runtime';
import { publish, publishAnswer, Reader } from './relay.tsx';

const FEED = 'client:root:__PolarisFeedRoot_xdt_api__v1__feed__timeline__connection_connection';

export async function ask(
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

export function takePost(environment: Environment, data: Record<string, unknown>, code: string): void {
  publishAnswer(environment, data, `shortcode:"${code}"`);
  if (data.xdt_api__v1__media__media_id__comments__connection)
    keepComments(environment, code, `shortcode:"${code}"`);
}

/** Keeps a post that came in the shape for those who are not signed in. */
export function takeLoggedOut(environment: Environment, data: Record<string, unknown>, code: string): void {
  const media = (data.xig_polaris_media as Record<string, Record<string, unknown>>).if_not_gated_logged_out;
  if (!media) return;
  const { comments_connection, ...item } = media;
  publishAnswer(
    environment,
    { xdt_api__v1__media__shortcode__web_info: { items: [item] } },
    `shortcode:"${code}"`,
  );
  takePost(environment, { xdt_api__v1__media__media_id__comments__connection: comments_connection }, code);
}

const listId = (code: string): string => `client:root:__PolarisPostComments_${code}_connection`;
const repliesId = (comment: string): string => `client:${comment}:__PolarisChildComments_connection`;

/** Appends the page of comments that came under `args` to those that are kept. */
function keepComments(environment: Environment, code: string, args: string): void {
  const page = rootLink(environment, `xdt_api__v1__media__media_id__comments__connection(${args})`);
  const info = page?.one('page_info');
  const ids = page?.many('edges').flatMap((edge) => edge.one('node')?.id ?? []) ?? [];
  const id = listId(code);
  const kept = (Reader.at(environment, id)?.record.items as string[] | undefined) ?? [];
  publish(environment, {
    [id]: {
      __id: id,
      __typename: 'XDTCommentsConnection',
      items: [...new Set([...kept, ...ids])],
      end_cursor: info?.text('end_cursor') ?? '',
      has_next_page: info?.flag('has_next_page') ?? false,
    },
  });
}

const rootLink = (environment: Environment, field: string): Reader | null =>
  Reader.at(environment, 'client:root')?.one(field) ?? null;

/** The media record of an opened post, once its answer is there. */
export const openedPost = (environment: Environment, code: string): Reader | null =>
  rootLink(environment, `xdt_api__v1__media__shortcode__web_info(shortcode:"${code}")`)?.many('items')[0] ??
  null;

const readersOf = (environment: Environment, id: string): Reader[] =>
  ((Reader.at(environment, id)?.record.items as string[] | undefined) ?? []).flatMap(
    (item) => Reader.at(environment, item) ?? [],
  );

/** The comments of a post that have come, and whether there are more. */
export const commentsOf = (
  environment: Environment,
  code: string,
): { comments: Reader[]; more: boolean } => ({
  comments: readersOf(environment, listId(code)),
  more: Reader.at(environment, listId(code))?.flag('has_next_page') ?? false,
});

export async function loadComments(environment: Environment, code: string): Promise<void> {
  const after = Reader.at(environment, listId(code))?.text('end_cursor') ?? null;
  const args = `after:${JSON.stringify(after)},shortcode:"${code}"`;
  const data = after
    ? await ask(environment, 'PolarisPostCommentsPaginationQuery', { media_code: code, after, first: 15 })
    : await ask(environment, 'PolarisPostCommentsContainerQuery', { media_code: code, first: 15 });
  publishAnswer(environment, data, args);
  keepComments(environment, code, args);
}

export const hasComments = (environment: Environment, code: string): boolean =>
  Reader.at(environment, listId(code)) !== null;

export const repliesOf = (environment: Environment, comment: string): Reader[] =>
  readersOf(environment, repliesId(comment));

export async function loadReplies(environment: Environment, code: string, comment: string): Promise<void> {
  const data = await ask(environment, 'PolarisPostChildCommentsQuery', {
    media_code: code,
    parent_comment_id: comment,
  });
  const args = `parent_comment_id:"${comment}"`;
  publishAnswer(environment, data, args);
  const field = 'xdt_api__v1__media__media_id__comments__parent_comment_id__child_comments__connection';
  const page = rootLink(environment, `${field}(${args})`);
  publish(environment, {
    [repliesId(comment)]: {
      __id: repliesId(comment),
      __typename: 'XDTCommentsConnection',
      items: page?.many('edges').flatMap((edge) => edge.one('node')?.id ?? []) ?? [],
    },
  });
}

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
