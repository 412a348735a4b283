import type { View } from './labels.ts';
import type { PostButton } from './post.ts';

/**
 * Looks for answers of agencies; comes only into a page in which a followed post stands (`page.states`). Asked at each
 * drawing of a button: what it shows in place of its state, or null. It sees to the clicks on what it shows by itself,
 * by an `act` of that button that comes before its own: every page would carry a second hook.
 */
export type Replies = (it: PostButton) => View | null;

/** Where in our own world `entrypoints/replies-….ts` leaves it. */
export interface RepliesSlot {
  tanggapView?: Replies;
}
