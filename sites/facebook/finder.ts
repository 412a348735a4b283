import type { SiteFinder } from '../site.ts';
import { facebookPosts } from './find.ts';
import { islandStories } from './islands.ts';
import { readComment } from './read-comment.ts';
import { readPost } from './read-dom.ts';

/** Facebook in the page: finding, and reading at the click. */
export const facebookFinder: SiteFinder = {
  ...facebookPosts,
  readDom: readPost,
  readComment,
  readIslands: islandStories,
};
