import { threadsOf } from './facebook/world-threads.ts';
import { random } from './random.ts';
import type { LabPerson, LabPost } from './types.ts';

/** Comments of an agency's own account, and of those who would pass for it, put under a post of a running lab. */

export function person(handle: string, name: string): LabPerson {
  return { id: `1000${random(`agency:${handle}`).digits(10)}`, handle, name };
}

/**
 * Puts a comment under a post: seen at the next load, among those that are shown first.
 * @param at Epoch seconds.
 * @returns The comment's number.
 */
export function comment(post: LabPost, author: LabPerson, text: string, at: number): string {
  const dice = random(`answer:${post.id}:${author.handle}:${text}:${at}`);
  const id = post.site === 'instagram' ? `18${dice.digits(15)}` : dice.digits(16);
  const place = Math.min(post.replies.length, dice.int(0, 2));
  if (post.site === 'facebook')
    threadsOf(post).splice(place, 0, {
      id,
      author,
      text,
      createdAt: at,
      parent: null,
      depth: 0,
      replies: [],
      minor: false,
    });
  post.replies.splice(place, 0, { id, author, text, createdAt: at });
  post.comments += 1;
  return id;
}

/** Puts a reply under a comment of a post; it is seen once the comment's replies are opened. */
export function replyTo(post: LabPost, to: string, author: LabPerson, text: string, at: number): string {
  const dice = random(`reply:${to}:${author.handle}:${at}`);
  const id = post.site === 'instagram' ? `18${dice.digits(15)}` : dice.digits(16);
  if (post.site === 'facebook') {
    const thread = threadsOf(post).find((one) => one.id === to);
    thread?.replies.push({
      id,
      author,
      text,
      createdAt: at,
      parent: to,
      depth: 1,
      replies: [],
      minor: false,
    });
  } else {
    const above = post.replies.find((one) => one.id === to);
    if (above) above.replies = [...(above.replies ?? []), { id, author, text, createdAt: at }];
  }
  post.comments += 1;
  return id;
}
