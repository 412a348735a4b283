import type { StoryEnv } from './attachments.ts';
import {
  type Doc,
  type Facebook,
  findPost,
  GROUPS,
  groupPlace,
  HOME,
  listDocs,
  mixedGroups,
  NEXT_PAGE,
  postDocs,
} from './feed.ts';
import { storyId } from './ids.ts';

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
  switch (name) {
    case 'CometNewsFeedPaginationQuery':
      return listDocs(facebook.feed, HOME, env, from, NEXT_PAGE);
    case 'GroupsCometCrossGroupFeedPaginationQuery':
      return listDocs(mixedGroups(facebook), GROUPS, env, from, NEXT_PAGE);
    case 'GroupsCometFeedRegularStoriesPaginationQuery': {
      const group = facebook.groups.find((g) => g.id === text('id'));
      return group ? listDocs(group.items, groupPlace(group), env, from, NEXT_PAGE) : null;
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
