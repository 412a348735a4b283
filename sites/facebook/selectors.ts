/**
 * Every assumption about Facebook's markup. Lists are newest first; the date is when each was last seen working.
 * No class names, no labels, no positions: ARIA roles, the site's own markers and the shape of links only.
 *
 * A post is found by any one of: a unit (`UNIT_LIST`); a marked name or words (`PROFILE_NAME`, `MESSAGE_LIST`) with an
 * action row around; the media of a viewer with an action row around. Then two of three signs must be there: a name,
 * words or media, a row. A row is found by its markers (`ACTION_LIST`) or by three buttons side by side; a name by its
 * marker, by a heading with a link to a person, or by `aria-labelledby`; words by their marker, by `aria-describedby`,
 * or as lines between name and row. A comment is found by its role, or by the link of its time alone.
 */

/** A whole post of a feed. A numbered tab, option or menu item is no post; an article may be a comment. */
export const UNIT_LIST = [
  '[aria-posinset]:not([role])', // 2026-10, home feed variant A
  '[role=article]', // 2026-10, home feed variant B, groups, timelines
];
export const UNITS = UNIT_LIST.join();

/** Who posted. */
export const PROFILE_NAME = '[data-ad-rendering-role=profile_name]'; // 2026-10
export const HEAD_LIST = [PROFILE_NAME, 'h2', 'h3', 'h4', 'h5']; // 2026-10
export const HEADS = HEAD_LIST.join();

/** The words. */
export const MESSAGE_LIST = [
  '[data-ad-preview=message]', // 2026-10
  '[data-ad-comet-preview=message]', // 2026-10
  '[data-ad-rendering-role=story_message]', // 2026-10
];
export const MESSAGE = MESSAGE_LIST.join();

/** Like, comment, share. */
export const ACTION_LIST = [
  '[data-ad-rendering-role=like_button]', // 2026-10
  '[data-ad-rendering-role=comment_button]', // 2026-10
  '[data-ad-rendering-role=share_button]', // 2026-10
];
export const ACTIONS = ACTION_LIST.join();

/** Posts and comments alike; `comment-box.ts` tells them apart. */
export const ARTICLE = '[role=article]'; // 2026-10
/** In the time of a comment, which leads to the post, and in its author's name, which leads to a person. */
export const COMMENT_LINK = 'a[href*="comment_id="]'; // 2026-10
export const LOADING = '[role=progressbar],[data-visualcompletion=loading-state]'; // 2026-10
/** Where a comment is written; its row of buttons looks like the action row. */
export const COMPOSER = 'form,[role=textbox]'; // 2026-10

/** What one looks at in a viewer of photos, films and reels. */
export const VIEWER_LIST = [
  'img[data-visualcompletion=media-vc-image]', // 2026-10
  '[data-pagelet=MediaViewerPhoto] img', // 2026-10
  '[data-video-id]', // 2026-10, reels
  'video', // 2026-10
];
export const VIEWER = VIEWER_LIST.join();
/** Words, author and comments beside a viewer's media. */
export const COLUMN = '[role=complementary]'; // 2026-10

export const PHOTO_LIST = [
  'a[href*="/photo/?"]', // 2026-10
  'a[href*="/photo.php?"]', // 2026-10
  'a[href*="/photos/"]', // 2026-10
  'a[href*="/photo?"]', // 2026-10
];
export const MEDIA_LIST = [
  ...PHOTO_LIST,
  'a[href*="/videos/"]', // 2026-10
  'a[href*="/reel/"]', // 2026-10
  'video', // 2026-10
  'img[data-visualcompletion=media-vc-image]', // 2026-10
];
export const MEDIA = MEDIA_LIST.join();
/** A profile picture: drawn as svg, or the link around it that screen readers skip. */
export const FACE = 'a[aria-hidden=true]'; // 2026-10
export const AVATAR = `svg image,${FACE}`; // 2026-10
/** Links of advertisements only. */
export const AD_LIST = [
  '[attributionsrc*="/privacy_sandbox/comet/register/source"]', // 2026-09
  'a[href*="/ads/about"]', // 2026-07
];
export const AD = AD_LIST.join();
/** 2026-07. */
export const AD_WORDS = ['Bersponsor', 'Disponsori', 'Sponsored', 'Iklan', 'Ad'];
/** The sum of reactions stands beside this. */
export const REACTIONS = '[role=toolbar]'; // 2026-10
export const EXACT_TIME = '[data-utime]'; // 2019
/** The picture of a globe, two heads … after the time, with its meaning in words. */
export const AUDIENCE = 'svg title,svg[title],svg[aria-label],i[aria-label]'; // 2023
