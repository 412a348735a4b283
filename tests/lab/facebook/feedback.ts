import type { LabPost } from '../types.ts';
import type { Json, StoryEnv } from './attachments.ts';
import { longAge } from './clock.ts';
import { base64, feedbackId } from './ids.ts';
import { commentUrl } from './paths.ts';
import { personOf } from './profiles.ts';
import { hash32 } from './seeded.ts';

/** One comment as the comment lists carry it. */
export function commentOf(post: LabPost, reply: LabPost['replies'][number], env: StoryEnv): Json {
  const url = commentUrl(post, reply.id);
  return {
    __typename: 'Comment',
    id: base64(`comment:${post.id}_${reply.id}`),
    legacy_fbid: reply.id,
    depth: 0,
    body: { __typename: 'TextWithEntities', text: reply.text, ranges: [] },
    author: personOf(reply.author, env),
    age_label: longAge(reply.createdAt, env.now),
    comment_action_links: [
      {
        __typename: 'XFBCommentTimeStampActionLink',
        comment: { id: base64(`comment:${post.id}_${reply.id}`), created_time: reply.createdAt, url },
      },
    ],
    feedback: {
      __typename: 'Feedback',
      id: feedbackId(`${post.id}_${reply.id}`),
      url,
      reactors: { count_reduced: String(hash32(reply.id) % 9) },
      replies_fields: { count: 0, total_count: 0 },
    },
    comment_parent: null,
  };
}

/** A page of comments; `from` is a zero-based offset. */
export function commentsOf(post: LabPost, env: StoryEnv, from: number, count: number): Json {
  const shown = post.replies.slice(from, from + count);
  const end = from + shown.length;
  return {
    edges: shown.map((reply) => ({ node: commentOf(post, reply, env), cursor: `c${reply.id}` })),
    page_info: { end_cursor: String(end), has_next_page: end < post.replies.length },
    total_count: post.comments,
  };
}

/** Counts, reactions and the first comments, on the winding path on which the site keeps them. */
export function ufiOf(post: LabPost, env: StoryEnv, id: string, comments: number): Json {
  const likes = post.likes ?? 0;
  const love = Math.floor(likes / 9);
  const fid = feedbackId(post.id);
  const inner = {
    __typename: 'Feedback',
    id: fid,
    reaction_count: post.likes === null ? null : { count: likes, is_empty: likes === 0 },
    share_count: { count: post.shares, is_empty: post.shares === 0 },
  };
  return {
    story: {
      id,
      story_ufi_container: {
        story: {
          id,
          feedback_context: {
            interesting_top_level_comments: commentsOf(post, env, 0, comments).edges ?? [],
            feedback_target_with_context: {
              __typename: 'Feedback',
              id: fid,
              comment_rendering_instance: { comments: commentsOf(post, env, 0, comments) },
              comet_ufi_summary_and_actions_renderer: {
                __typename: 'DefaultCometUFISummaryAndActionsRenderer',
                feedback: {
                  ...inner,
                  adaptive_ufi_action_renderers: [{ feedback: inner }],
                  top_reactions: {
                    count: love > 0 ? 2 : 1,
                    edges: [
                      {
                        reaction_count: likes - love,
                        node: { id: '1635855486666999', localized_name: 'Suka' },
                      },
                      ...(love > 0
                        ? [
                            {
                              reaction_count: love,
                              node: { id: '1678524932434102', localized_name: 'Super' },
                            },
                          ]
                        : []),
                    ],
                  },
                },
              },
            },
          },
        },
      },
    },
  };
}
