import type { StoryEnv } from './attachments.ts';
import {
  clipDocs,
  type Doc,
  type Facebook,
  findPost,
  HOME,
  listAt,
  listDocs,
  NEXT_PAGE,
  photoDocs,
  postDocs,
} from './feed.ts';
import { commentsOf } from './feedback.ts';
import { feedbackId, storyId } from './ids.ts';
import { ORIGIN, type Route, routeOf } from './paths.ts';
import { COMMENTS_AT_ONCE } from './world-threads.ts';

/** Queries that ask for a further page of a surface's list. */
const LISTS: Record<string, Route['kind']> = {
  CometRecentFeedPaginationQuery: 'recent',
  GroupsCometCrossGroupFeedPaginationQuery: 'groups',
  GroupsCometFeedRegularStoriesPaginationQuery: 'group',
  ProfileCometTimelineFeedRefetchQuery: 'profile',
  SearchCometResultsPaginatedResultsQuery: 'search',
  CometVideoHomeFeedPaginationQuery: 'watch',
};

/** The answer to one query of the app, line by line; null if there is no such query or no such thing. */
export function answerTo(
  name: string,
  variables: Record<string, unknown>,
  facebook: Facebook,
  env: StoryEnv,
): Doc[] | null {
  const text = (key: string): string => (typeof variables[key] === 'string' ? variables[key] : '');
  const from = Number(text('cursor') || 0);
  if (!Number.isInteger(from) || from < 0) return null;
  if (name in LISTS) {
    const route = routeOf(new URL(text('path'), ORIGIN));
    const list = listAt(facebook, route, env);
    return list && route.kind === LISTS[name] ? listDocs(list.items, list.place, env, from, NEXT_PAGE) : null;
  }
  switch (name) {
    case 'CometNewsFeedPaginationQuery':
      return listDocs(facebook.feed, HOME, env, from, NEXT_PAGE);
    case 'CometPhotoRootContentQuery':
      return photoDocs(facebook, text('nodeID'), text('mediasetToken'), env);
    case 'FBReelsRootWithEntrypointQuery':
      return clipDocs(facebook, text('videoID'), 'reel', env);
    case 'CometVideoRootQuery':
      return clipDocs(facebook, text('videoID'), 'watch', env);
    case 'CommentsListComponentsPaginationQuery': {
      const post = findPost(facebook, text('postID'));
      if (!post) return null;
      const order = text('order') === 'all' ? 'all' : 'relevant';
      const comments = commentsOf(post, env, 0, from + COMMENTS_AT_ONCE, order);
      return [
        {
          data: {
            node: {
              __typename: 'Feedback',
              id: feedbackId(post.id),
              comment_rendering_instance_for_feed_location: { comments: { ...comments, order } },
            },
          },
          extensions: { is_final: true },
        },
      ];
    }
    case 'CometSinglePostDialogContentQuery': {
      const post = findPost(facebook, text('storyID'));
      return post ? postDocs(post, env) : null;
    }
    case 'CometFeedStoryMessageExpansionQuery': {
      const post = findPost(facebook, text('storyID'));
      if (!post) return null;
      const message = { __typename: 'TextWithEntities', text: post.text, ranges: [] };
      const id = storyId(post.id);
      const sections = { message: { __typename: 'CometFeedStoryDefaultMessageRenderingStrategy' } };
      return [
        {
          data: { node: { __typename: 'Story', id, message, comet_sections: sections } },
          extensions: { is_final: true },
        },
      ];
    }
    case 'CometUFIFeedbackReactMutation':
      return [{ data: { feedback_react: { client_mutation_id: '1' } }, extensions: { is_final: true } }];
    default:
      return null;
  }
}

/** Newline-delimited JSON, as the app reads it. */
export function lines(docs: Doc[]): string {
  return `${docs.map((doc) => JSON.stringify(doc)).join('\n')}\n`;
}
