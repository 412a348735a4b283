import type { CommentFinder, PostFinder } from '../site.ts';

/** What carries a button of ours: posts, or comments under them, whose button is a quiet icon. */
export interface Kind extends CommentFinder {
  comment: boolean;
}

export function kindsOf({ findPosts, anchor, names, authorLabel, comments }: PostFinder): Kind[] {
  return [
    { comment: false, find: findPosts, anchor, names, authorLabel },
    { comment: true, ...comments },
  ];
}
