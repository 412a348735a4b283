import type { CommentFinder, PostFinder } from '../site.ts';

/** What carries a button of ours: posts, or comments under them, whose button is a quiet icon. */
export interface Kind extends CommentFinder {
  comment: boolean;
}

export function kindsOf(finder: PostFinder): Kind[] {
  return [
    { ...finder, comment: false, find: finder.findPosts },
    { ...finder.comments, comment: true },
  ];
}
