import type { SiteFinder } from '../site.ts';
import { instagramPosts } from './find.ts';
import { islandMedia } from './islands.ts';
import { readPost } from './read.ts';

/** Instagram in the page: finding, and reading at the click. */
export const instagramFinder: SiteFinder = {
  ...instagramPosts,
  readDom: readPost,
  readIslands: (document, dom) => islandMedia(document, dom.names),
};
