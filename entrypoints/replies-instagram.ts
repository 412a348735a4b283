import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readIslands } from '../sites/instagram/islands.ts';
import { readPost } from '../sites/instagram/read.ts';
import { readComment } from '../sites/instagram/read-comment.ts';
import { createReplies } from '../sites/page/acts-replies.ts';
import type { RepliesSlot } from '../sites/page/replies-slot.ts';
import { world } from '../sites/world.ts';

/** Comes into a page beside the content script when a followed post stands in it (`page.states`). */
export default defineUnlistedScript(() => {
  const reader = { readDom: readPost, readComment, readIslands };
  (world as RepliesSlot).tanggapView ??= createReplies(reader, () => '');
});
