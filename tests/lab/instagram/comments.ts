import type { LabContext } from '../routes.ts';
import type { LabComment, LabPost } from '../types.ts';
import { commenterOf, type Json } from './media.ts';

/** How many comments a page brings at once. */
export const COMMENT_PAGE = 15;

/** Where a comment's moving picture lies: not on the hosts of the posts' pictures. */
export const gifUrl = (comment: LabComment): string =>
  `https://external.fcgk1-1.fbsbx.com/safe_image.php?d=${comment.id.slice(-9)}`;

function commentOf(comment: LabComment, parent: LabComment | null, context: LabContext): Json {
  return {
    __typename: 'XDTCommentDict',
    id: comment.id,
    pk: comment.id,
    user: commenterOf(comment.author, context),
    text: comment.text,
    created_at: comment.createdAt,
    comment_like_count: comment.likes ?? 0,
    child_comment_count: comment.replies?.length ?? 0,
    parent_comment_id: parent?.id ?? null,
    is_covered: comment.hidden === true,
    has_liked_comment: false,
    giphy_media_info: comment.gif
      ? {
          __typename: 'XDTGiphyMediaInfo',
          first_party_cdn_proxied_images: { fixed_height: { url: gifUrl(comment) } },
        }
      : null,
  };
}

/** A page of a post's comments. `after` is the zero-based place of its first one. */
export function commentsPage(post: LabPost, context: LabContext, after = 0): Json {
  const end = Math.min(post.replies.length, after + COMMENT_PAGE);
  return {
    xdt_api__v1__media__media_id__comments__connection: {
      edges: post.replies
        .slice(after, end)
        .map((reply) => ({ node: commentOf(reply, null, context), cursor: '' })),
      page_info: {
        end_cursor:
          end < post.replies.length ? JSON.stringify({ cached_comments_cursor: String(end) }) : null,
        has_next_page: end < post.replies.length,
      },
    },
  };
}

/** The answers to one comment. */
export function repliesPage(post: LabPost, id: string, context: LabContext): Json | null {
  const parent = post.replies.find((comment) => comment.id === id);
  if (!parent) return null;
  return {
    xdt_api__v1__media__media_id__comments__parent_comment_id__child_comments__connection: {
      edges: (parent.replies ?? []).map((reply) => ({ node: commentOf(reply, parent, context), cursor: '' })),
      page_info: { end_cursor: null, has_next_page: false },
    },
  };
}
