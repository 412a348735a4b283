import { commentRows } from './comments.ts';
import { codeOfPhotos } from './covers.ts';
import { actionRow, hasMedia, ownCode, ownLinks, pictures, rowIcon, shownHandle } from './dom.ts';
import { AVATAR, COMMENT_LINK, inside } from './selectors.ts';
import { isPostPhoto } from './urls.ts';

/**
 * Handle of the author: in the post's own link; else that of the linked name which the first profile picture names,
 * or which stands with it and nothing else; without a profile picture, that of a link to somebody's reels, or above
 * the pictures. Nobody who is only tagged, mentioned or commenting: rather ''.
 */
export function authorHandle(post: Element): string {
  const own = ownLinks(post).find((each) => each.handle);
  if (own) return own.handle;
  const rows = commentRows(post);
  const isComments = (part: Element) => rows.some((row) => row.contains(part));
  const links = [...post.querySelectorAll('a[href]')].filter(
    (link) => shownHandle(link) && !isComments(link) && !isTag(link, post),
  );
  const picture = [...post.querySelectorAll(AVATAR)].find((each) => !isComments(each));
  const said = wordsOf(picture);
  const his =
    links.find((link) => said.includes(shownHandle(link))) ??
    (picture ? linkWith(picture, links, post) : links.find((link) => isAbove(link, post)));
  return his ? shownHandle(his) : '';
}

/** Words under a profile picture: in every language the handle is one of them. */
export function wordsOf(picture: Element | null | undefined): string[] {
  return (picture?.getAttribute('alt') ?? '').split(/[^\w.]+/).map((word) => word.replace(/\.+$/, ''));
}

/** The first link in the smallest block around a profile picture that has one, if that block has nothing else. */
function linkWith(picture: Element, links: Element[], post: Element): Element | undefined {
  const row = actionRow(post);
  for (let block = picture.parentElement; block && block !== post; block = block.parentElement) {
    if (block.contains(row) || hasMedia(block) || block.querySelector(COMMENT_LINK)) break;
    const link = links.find((each) => block?.contains(each));
    if (link) return link;
  }
  return undefined;
}

/** As the author's link in the reels viewer does; one of a tagged person leads to the profile. */
function leadsToReels(link: Element): boolean {
  return /\/reels\/?$/.test(link.getAttribute('href') ?? '');
}

function isAbove(link: Element, post: Element): boolean {
  if (leadsToReels(link)) return true;
  const [media] = [...pictures(post), ...post.querySelectorAll('video')];
  return !!media && (link.compareDocumentPosition(media) & 4) > 0;
}

/** A person tagged in a picture: what surrounds the link first is the picture, not a profile picture. */
function isTag(link: Element, post: Element): boolean {
  if (inside(link, '[aria-hidden="true"]', post)) return true;
  if (leadsToReels(link)) return false;
  for (let block = link.parentElement; block && block !== post; block = block.parentElement) {
    const image = block.querySelector('img[src]');
    if (image) return isPostPhoto((image as HTMLImageElement).src) && !rowIcon(block);
  }
  return false;
}

/** Code of a post as the DOM says now; where nothing links to it, as the files of its pictures say. */
export function codeIn(post: Element): string {
  const code = ownCode(post);
  return code || ownLinks(post).length > 0 ? code : codeOfPhotos(post, pictures(post)[0], authorHandle(post));
}

/** Names of a post as the DOM says now. */
export function domNames(post: Element): string[] {
  const code = codeIn(post);
  return code ? [`instagram:${code}`] : [];
}
