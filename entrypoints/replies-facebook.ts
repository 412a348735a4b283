import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { timeOf } from '../sites/facebook/comments.ts';
import { islandStories } from '../sites/facebook/islands.ts';
import { readComment } from '../sites/facebook/read-comment.ts';
import { readPost } from '../sites/facebook/read-dom.ts';
import { createReplies } from '../sites/page/acts-replies.ts';
import type { RepliesSlot } from '../sites/page/replies-slot.ts';
import { world } from '../sites/world.ts';

/** Comes into a page beside the content script when a followed post stands in it (`page.states`). */
export default defineUnlistedScript(() => {
  const reader = { readDom: readPost, readComment, readIslands: islandStories };
  (world as RepliesSlot).tanggapView ??= createReplies(
    reader,
    (comment) => timeOf(comment)?.textContent ?? '',
  );
});
