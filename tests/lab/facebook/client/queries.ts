import type { Environment } from 'relay-runtime';
import { type Records, storageKey } from '../normalise.ts';
import type { Route } from '../paths.ts';
import { Node, publish, publishAnswer } from './environment.tsx';
import { ask } from './network.ts';

/** A list of units: where it hangs in the answers and which record of the store keeps it together. */
export interface List {
  query: string;
  outer: string;
  inner: string;
  variables: Record<string, unknown>;
  connection: string;
}

export function listOf(route: Route): List | null {
  if (route.kind === 'home') {
    return {
      query: 'CometNewsFeedPaginationQuery',
      outer: 'viewer',
      inner: 'news_feed',
      variables: {},
      connection: 'client:root:viewer:__CometNewsFeed_viewer_news_feed_connection',
    };
  }
  const list = (query: string, outer: string, inner: string, path: string, key = 'viewer'): List => ({
    query,
    outer,
    inner,
    variables: { path },
    connection: `client:${key}:__${query}_${inner}_connection`,
  });
  switch (route.kind) {
    case 'recent':
      return list('CometRecentFeedPaginationQuery', 'viewer', 'recent_feed', '/?sk=h_chr');
    case 'groups':
      return list('GroupsCometCrossGroupFeedPaginationQuery', 'viewer', 'groups_tab_feed', '/groups/feed/');
    case 'group':
      return list(
        'GroupsCometFeedRegularStoriesPaginationQuery',
        'node',
        'group_feed',
        `/groups/${route.group}/`,
        route.group,
      );
    case 'profile':
      return list(
        'ProfileCometTimelineFeedRefetchQuery',
        'node',
        'timeline_list_feed_units',
        /^\d+$/.test(route.who) ? `/profile.php?id=${route.who}` : `/${route.who}`,
        route.who,
      );
    case 'search':
      return list(
        'SearchCometResultsPaginatedResultsQuery',
        'serpResponse',
        'results',
        `/search/posts?q=${encodeURIComponent(route.query)}`,
        route.query,
      );
    case 'watch':
      return route.video
        ? null
        : list('CometVideoHomeFeedPaginationQuery', 'viewer', 'watch_feed', '/watch/');
  }
  return null;
}

/** The unit of an edge; a search wraps its posts deeper. */
export const unitOf = (edge: Node): string | undefined =>
  (edge.to('node') ?? edge.to('rendering_strategy', 'view_model', 'click_model', 'story'))?.id;

/** Takes in a page of a list, and appends its units to the list's connection. */
export function takeList(
  environment: Environment,
  list: List,
  cursor: string,
  answer: Record<string, unknown>,
): void {
  const args = { [list.inner]: `after:${JSON.stringify(cursor)},first:5` };
  publishAnswer(environment, answer, args);
  const root = Node.at(environment, 'client:root');
  const page = root?.to(list.outer, storageKey(list.inner, args));
  if (!page) return;
  const known = Node.at(environment, list.connection);
  const old = (known?.value('edges') as { __refs: string[] } | undefined)?.__refs ?? [];
  const fresh = page.all('edges').map((edge) => edge.id);
  const info = page.to('page_info');
  const records: Records = new Map([
    [
      list.connection,
      {
        __id: list.connection,
        __typename: 'FeedConnection',
        edges: { __refs: [...old, ...fresh.filter((id) => !old.includes(id))] },
        end_cursor: info ? info.text('end_cursor') : cursor,
        has_next_page: info ? info.value('has_next_page') === true : true,
      },
    ],
  ]);
  publish(environment, records);
}

const underway = new Set<string>();

/** Asks for the next page of a list, once at a time: never resolves while another page is under way. */
export async function loadMore(environment: Environment, list: List): Promise<void> {
  if (underway.has(list.connection)) return new Promise(() => {});
  underway.add(list.connection);
  try {
    const cursor = Node.at(environment, list.connection)?.text('end_cursor') ?? '';
    await ask(environment, list.query, { ...list.variables, cursor, count: 5 }, (answer) =>
      takeList(environment, list, cursor, answer),
    );
  } finally {
    underway.delete(list.connection);
  }
}

export const postField = (story: string): string => `node_v2(storyID:"${story}")`;

export function takePost(environment: Environment, story: string, answer: Record<string, unknown>): void {
  publishAnswer(environment, answer, { node_v2: `storyID:"${story}"` });
}

export function loadPost(environment: Environment, story: string): Promise<void> {
  return ask(environment, 'CometSinglePostDialogContentQuery', { storyID: story, scale: 1 }, (answer) =>
    takePost(environment, story, answer),
  );
}

/** Asks for the words that the answer left out. */
export function loadWholeText(environment: Environment, storyId: string): Promise<void> {
  return ask(environment, 'CometFeedStoryMessageExpansionQuery', { storyID: storyId }, (answer) =>
    publishAnswer(environment, answer, {}),
  );
}

export function react(environment: Environment, feedbackId: string): Promise<void> {
  return ask(environment, 'CometUFIFeedbackReactMutation', { input: { feedback_id: feedbackId } }, () => {});
}

/** A longer list of a post's comments, or the same ones in another order. `have`: how many are shown. */
export function loadComments(
  environment: Environment,
  post: string,
  have: number,
  order: 'relevant' | 'all',
): Promise<void> {
  const variables = { postID: post, cursor: String(have), order };
  return ask(environment, 'CommentsListComponentsPaginationQuery', variables, (answer) =>
    publishAnswer(environment, answer, {}),
  );
}

export const photoField = (fbid: string): string => `currMedia(nodeID:"${fbid}")`;

export function takePhoto(environment: Environment, fbid: string, answer: Record<string, unknown>): void {
  publishAnswer(environment, answer, { currMedia: `nodeID:"${fbid}"` });
}

export function loadPhoto(environment: Environment, fbid: string, set: string): Promise<void> {
  return ask(environment, 'CometPhotoRootContentQuery', { nodeID: fbid, mediasetToken: set }, (answer) =>
    takePhoto(environment, fbid, answer),
  );
}

export type ClipKind = 'reel' | 'watch';

export function takeClips(environment: Environment, kind: ClipKind, answer: Record<string, unknown>): void {
  publishAnswer(environment, answer, {});
  const edges = Node.at(environment, 'client:root')?.to('viewer', `${kind}_clips`)?.record.edges;
  publish(
    environment,
    new Map([
      [`client:${kind}_list`, { __id: `client:${kind}_list`, __typename: 'ClipList', edges }],
    ]) as Records,
  );
}

export function loadClips(environment: Environment, kind: ClipKind, video: string): Promise<void> {
  const name = kind === 'reel' ? 'FBReelsRootWithEntrypointQuery' : 'CometVideoRootQuery';
  return ask(environment, name, { videoID: video }, (answer) => takeClips(environment, kind, answer));
}
