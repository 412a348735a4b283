/**
 * Every assumption about Facebook's markup. Lists are newest first; the date is when each was last seen working.
 * No class names, no labels, no positions: ARIA roles, the site's own markers and the shape of links only.
 */

/** A whole post of a feed. A labelled article is a comment; a numbered tab, option or menu item is no post. */
export const UNITS = [
  '[aria-posinset]:not([role])', // 2026-10, home feed variant A
  '[role=article]:not([aria-label])', // 2026-10, home feed variant B, groups, timelines
].join();

/** Who posted. */
export const PROFILE_NAME = '[data-ad-rendering-role=profile_name]'; // 2026-10
export const HEADS = `${PROFILE_NAME},h2,h3,h4,h5`; // 2026-10

/** The words. */
export const MESSAGE = [
  '[data-ad-preview=message]', // 2026-10
  '[data-ad-comet-preview=message]', // 2026-10
  '[data-ad-rendering-role=story_message]', // 2026-10
].join();

/** Like, comment, share. */
export const ACTIONS =
  '[data-ad-rendering-role=like_button],[data-ad-rendering-role=comment_button],[data-ad-rendering-role=share_button]'; // 2026-10

export const COMMENT = '[role=article][aria-label]'; // 2026-10
/** Where a comment is written; its row of buttons looks like the action row. */
export const COMPOSER = 'form,[role=textbox]'; // 2026-10
export const PHOTO_LINK = 'a[href*="/photo/?"],a[href*="/photo.php?"],a[href*="/photos/"],a[href*="/photo?"]'; // 2026-10

export const MEDIA = `${PHOTO_LINK},a[href*="/videos/"],video`; // 2026-10
/** A profile picture: drawn as svg, or the link around it that screen readers skip. */
export const AVATAR = 'svg image,a[aria-hidden=true]'; // 2026-10
/** Links of advertisements only. */
export const AD = [
  '[attributionsrc*="/privacy_sandbox/comet/register/source"]', // 2026-09
  'a[href*="/ads/about"]', // 2026-07
].join();
export const AD_LABEL = /^(?:Bersponsor|Disponsori|Sponsored|Ad|Iklan)$/; // 2026-07
/** The sum of reactions stands beside this. */
export const REACTIONS = '[role=toolbar]'; // 2026-10
export const EXACT_TIME = '[data-utime]'; // 2019
/** The picture of a globe, two heads … after the time, with its meaning in words. */
export const AUDIENCE = 'svg title,svg[title],svg[aria-label],i[aria-label]'; // 2023
