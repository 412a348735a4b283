import type { PostFinder } from '../site.ts';
import { authorHandle, domNames } from './author.ts';
import { commentFinder } from './comments.ts';
import { buttonAnchor } from './dom.ts';
import { findPosts } from './posts.ts';
import { isFeed, isPost, isReels } from './urls.ts';

/** Instagram in the page. A dialog has the address of the post in it; only the page itself tells them apart. */
export const instagramPosts: PostFinder = {
  id: 'instagram',
  surfaces: [
    { id: 'feed', matches: isFeed },
    { id: 'post', matches: isPost },
    { id: 'dialog', matches: isPost },
    { id: 'reels', matches: isReels },
  ],
  surfaceOf: (url) => (isFeed(url) ? 'feed' : isPost(url) ? 'post' : isReels(url) ? 'reels' : null),
  findPosts,
  anchor: buttonAnchor,
  names: domNames,
  authorLabel: authorHandle,
  comments: commentFinder,
};
