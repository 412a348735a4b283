/**
 * Every assumption about Instagram's markup. Lists are newest first; the date is when each was last seen
 * working. No class names: tags, roles, the shape of links and the drawing of icons; labels only as a last hint.
 *
 * Signals that suffice, one of each row (what is lost beside them costs fields at most):
 *
 * | what | any one of |
 * |---|---|
 * | a post in the feed | `article`, or a block with icons and media around a link of its own |
 * | that it is none of the site's advertisements | a `time`; a link to itself that shows a figure |
 * | which post | its own link around a time; around a figure; links to its likers, comments or a comment; the file of its photo in an island |
 * | the action row | one known drawing; a label; `section` with controls; three drawings of 24 px |
 * | a reels slot | `data-virtualized` with media and icons; a heart with media of its own |
 * | a comment | its link `/p/CODE/c/ID/`, and its author's link |
 * | the line under a comment | controls of words alone; the block of its time |
 */

/** The heart of a post is drawn at 24 px, that of a comment at 16 (12 until 2023). */
const BIG = 'svg:not([height="16"],[height="12"])';
export const HEARTS = [
  `${BIG} path[d^="M16.792 3.904"]`, // 2026-10, not yet liked
  `${BIG} path[d^="M34.6 3.1"]`, // 2026-08, liked
  `${BIG}:is([aria-label="Suka"],[aria-label="Like"],[aria-label="Batal Suka"],[aria-label="Unlike"])`, // 2026-10
];
export const COMMENT_ICONS = [
  `${BIG} path[d^="M20.656 17.008"]`, // 2026-10
  `${BIG}:is([aria-label="Komentari"],[aria-label="Comment"])`, // 2026-10
];
export const SHARE_ICONS = [
  `${BIG} path[d^="M13.973 20.046"]`, // 2026-10
  `${BIG} polygon[points^="11.698 20.334"]`, // 2024
];
export const SAVE_ICONS = [
  `${BIG} polygon[points^="20 21 12 13.44"]`, // 2026-10
  `${BIG} path[d^="M20 22a.999"]`, // 2024, saved
  `${BIG}:is([aria-label="Simpan"],[aria-label="Save"])`, // 2026-10
];
/** Any drawing of the size that the action row has. */
export const DRAWING = 'svg[height="24"]'; // 2026-10
export const CONTROL = '[role="button"],button'; // 2026-10
/** The post's own time stands in a link to the post; the caption's and the ads' do not. */
export const TIME = 'time[datetime]'; // 2026-10
/** Where profile pictures lie; pictures of posts lie under `-15`. */
export const AVATAR = 'img[src*="-19/"]'; // 2026-10
export const AD_LINK = 'a[href*="/ads/ig_redirect/"],a[href*="facebook.com/ads/"]'; // 2026-10
export const POST_LINK = 'a[href*="/p/"],a[href*="/reel/"],a[href*="/tv/"],a[href*="/reels/"]'; // 2026-10
/** A comment's own link, on reels too; the caption has none. */
export const COMMENT_LINK = 'a[href*="/c/"]'; // 2026-10
/** A slot of the reels viewer with something in it; `true` is an empty one. */
export const LIVE_SLOT = '[data-virtualized="false"]'; // 2026-10
export const SLOT = '[data-virtualized]'; // 2026-10
/** Without an id this is the link in the page's footer. */
export const PLACE_LINK = 'a[href*="/explore/locations/"]'; // 2025-11
export const ISLAND = 'script[type="application/json"]'; // 2026-01, with `data-sjs` or without
/** In a reels slot, where an advertisement has no other mark than its label. */
export const AD_LABEL = /^(?:Sponsored|Ad|Bersponsor|Disponsori|Ditaja|Iklan)$/; // 2026-10

/** All lists by name, for tools that tell which entry matched. Not used in the page, so not carried there. */
export const SELECTORS: Readonly<Record<string, readonly string[]>> = {
  heart: HEARTS,
  commentIcon: COMMENT_ICONS,
  shareIcon: SHARE_ICONS,
  saveIcon: SAVE_ICONS,
  drawing: [DRAWING],
  time: [TIME],
  avatar: [AVATAR],
  adLink: AD_LINK.split(','),
  postLink: POST_LINK.split(','),
  commentLink: [COMMENT_LINK],
  slot: [LIVE_SLOT],
  placeLink: [PLACE_LINK],
  island: [ISLAND],
};

/** First match of a list, in the list's order. */
export function first(root: ParentNode, selectors: readonly string[]): Element | null {
  for (const selector of selectors) {
    const found = root.querySelector(selector);
    if (found) return found;
  }
  return null;
}

/** `closest` that ends at the post: what surrounds it (a dialog, a hidden page) tells nothing about its parts. */
export function inside(element: Element, selector: string, post: Element): Element | null {
  const found = element.closest(selector);
  return found && found !== post && post.contains(found) ? found : null;
}
