/**
 * Every assumption about Instagram's markup. Lists are newest first; the date is when each was last seen
 * working. No class names, no labels: tags, roles, the shape of links and the drawing of icons only.
 */

/** The heart of a post is drawn at 24 px, that of a comment at 16. */
export const HEARTS = [
  'svg[height="24"] path[d^="M16.792 3.904"]', // 2026-10, not yet liked
  'svg[height="24"] path[d^="M34.6 3.1"]', // 2026-08, liked
];
export const COMMENT_ICON = 'svg[height="24"] path[d^="M20.656 17.008"]'; // 2026-10
export const SAVE_ICONS = [
  'svg[height="24"] polygon[points^="20 21 12 13.44"]', // 2026-10
  'svg[height="24"] path[d^="M20 22a.999"]', // 2024, saved
];
/** The post's own time stands in a link to the post; the caption's and the ads' do not. */
export const LINKED_TIME = 'a[href] time[datetime]'; // 2026-10
export const AD_LINK = 'a[href*="/ads/ig_redirect/"],a[href*="facebook.com/ads/"]'; // 2026-10
export const POST_LINK = 'a[href*="/p/"],a[href*="/reel/"],a[href*="/tv/"]'; // 2026-10
/** Without an id this is the link in the page's footer. */
export const PLACE_LINK = 'a[href*="/explore/locations/"]'; // 2025-11

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
