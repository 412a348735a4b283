import type { PostFinder } from '../site.ts';
import { authorHandle, buttonAnchor, domNames, feedPosts, shownPost } from './dom.ts';
import { postLink } from './urls.ts';

const isFeed = (url: URL) => url.pathname === '/' || /^\/[\w.]+\/feed\/?$/.test(url.pathname);
const isPost = (url: URL) => !!postLink(url.pathname) && !url.pathname.startsWith('/reels/');

/** Instagram in the page. A dialog has the address of the post in it; only the page itself tells them apart. */
export const instagramPosts: PostFinder = {
  id: 'instagram',
  surfaces: [
    { id: 'feed', matches: isFeed },
    { id: 'post', matches: isPost },
    { id: 'dialog', matches: isPost },
  ],
  surfaceOf: (url) => (isFeed(url) ? 'feed' : isPost(url) ? 'post' : null),
  findPosts: (root, url) => (isFeed(url) ? feedPosts(root) : isPost(url) ? shownPost(root, url) : []),
  anchor: buttonAnchor,
  names: domNames,
  authorLabel: authorHandle,
};
