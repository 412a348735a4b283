import type { SiteFinder } from '../site.ts';
import { instagramPosts } from './find.ts';
import { readIslands } from './islands.ts';
import { readPost } from './read.ts';
import { readComment } from './read-comment.ts';

/** Instagram in the page: finding, and reading at the click. */
export const instagramFinder: SiteFinder = {
  ...instagramPosts,
  readDom: readPost,
  readComment,
  readIslands,
};
