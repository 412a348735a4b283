import type { LabPost } from '../types.ts';
import { type Json, photoMedia, type StoryEnv } from './attachments.ts';
import { longAge, tinyAge } from './clock.ts';
import { base64, feedbackId } from './ids.ts';
import { commentUrl, ORIGIN } from './paths.ts';
import { personOf, profileType } from './profiles.ts';
import { hash32 } from './seeded.ts';
import { word } from './words.ts';
import { flat, type LabThread, threadsOf } from './world-threads.ts';

/** One comment as the comment lists carry it, its replies below it. Times are epoch seconds. */
export function commentOf(post: LabPost, thread: LabThread, env: StoryEnv, top: LabThread = thread): Json {
  const isReply = thread.parent !== null;
  const url = isReply ? commentUrl(post, top.id, thread.id) : commentUrl(post, thread.id);
  const id = base64(`comment:${post.id}_${thread.id}`);
  const body = thread.text ? { __typename: 'TextWithEntities', text: thread.text, ranges: [] } : null;
  const byWriter = post.author.handle !== '' && thread.author.id === post.author.id;
  const replies = thread.replies.map((reply) => ({ node: commentOf(post, reply, env, top) }));
  return {
    __typename: 'Comment',
    id,
    legacy_fbid: thread.id,
    depth: thread.depth,
    body,
    preferred_body: body ? { ...body, translation_type: 'ORIGINAL' } : null,
    author: personOf(thread.author, env),
    age_label: longAge(thread.createdAt, env.now, env.lang),
    tiny_age_label: tinyAge(thread.createdAt, env.now, env.lang),
    comment_action_links: [
      { __typename: 'XFBCommentTimeStampActionLink', comment: { id, created_time: thread.createdAt, url } },
    ],
    comet_comment_author_name_and_badges_renderer: {
      comment: {
        id,
        legacy_token: `${post.id}_${thread.id}`,
        author: { __typename: 'User', id: thread.author.id, is_verified: thread.author.verified === true },
        identity_badges_web: byWriter ? [{ __typename: 'AuthorBadge', title: word(env.lang, 'writer') }] : [],
        parent_feedback: {
          __typename: 'Feedback',
          id: feedbackId(post.id),
          share_fbid: post.id,
          owning_profile: {
            __typename: profileType(post.author),
            id: post.author.id,
            name: post.author.name,
          },
        },
      },
    },
    attachments: thread.photo
      ? [
          {
            style_type_renderer: {
              __typename: 'CommentPhotoAttachmentStyleRenderer',
              attachment: {
                media: photoMedia(
                  thread.photo,
                  env,
                  `${ORIGIN}/photo/?fbid=${thread.photo.id}&set=p.${thread.photo.id}`,
                ),
              },
            },
          },
        ]
      : [],
    feedback: {
      __typename: 'Feedback',
      id: feedbackId(`${post.id}_${thread.id}`),
      url,
      reactors: { count_reduced: String(hash32(thread.id) % 9) },
      replies_fields: { count: thread.replies.length, total_count: flat(thread.replies).length },
      ...(replies.length > 0
        ? { replies_connection: { edges: replies, page_info: { has_next_page: false } } }
        : {}),
    },
    comment_parent: isReply
      ? { __typename: 'Comment', id: base64(`comment:${post.id}_${thread.parent}`) }
      : null,
  };
}

/** What "most relevant" shows, or all. */
export const orderOf = (post: LabPost, order: 'relevant' | 'all'): LabThread[] =>
  threadsOf(post).filter((thread) => order === 'all' || !thread.minor);

/** A page of comments; `from` is a zero-based offset. */
export function commentsOf(
  post: LabPost,
  env: StoryEnv,
  from: number,
  count: number,
  order: 'relevant' | 'all' = 'relevant',
): Json {
  const list = orderOf(post, order);
  const shown = list.slice(from, from + count);
  const end = from + shown.length;
  return {
    edges: shown.map((thread) => ({ node: commentOf(post, thread, env), cursor: `c${thread.id}` })),
    page_info: { end_cursor: String(end), has_next_page: end < list.length },
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
                        node: { id: '1635855486666999', localized_name: word(env.lang, 'like') },
                      },
                      ...(love > 0
                        ? [
                            {
                              reaction_count: love,
                              node: { id: '1678524932434102', localized_name: word(env.lang, 'love') },
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
