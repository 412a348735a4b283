import { commentKey } from '../../complaints/identity.ts';
import type { Layer, PhotoOffer, PostContext } from '../../complaints/reading.ts';
import { isControl, parseCount, readableText } from '../text.ts';
import { authorLink, commentFinder, linkOf } from './comments.ts';
import { ownCode, shownHandle } from './dom.ts';
import { findPosts } from './posts.ts';
import { figureIn, readPost, timeOf } from './read.ts';
import { CONTROL } from './selectors.ts';
import { fileOf, isPostPhoto, permalink } from './urls.ts';

/** Everything the DOM shows of one comment or reply, and of the post it stands under. */
export function readComment(comment: Element, url: URL): Layer {
  const found = linkOf(comment);
  const author = authorLink(comment);
  const handle = author ? shownHandle(author) : '';
  const { code = '', comment: id = '' } = found?.target ?? {};
  const layer: Layer = { source: 'dom', names: code ? [commentKey('instagram', code, id)] : [] };
  if (found) layer.permalink = permalink(code) + deeperPath(found.link);
  if (handle) layer.author = { handle };
  const words = textOf(comment, author, found?.link ?? null);
  const pictures = [...comment.querySelectorAll('img')].filter((image) => isPicture(image, handle));
  // A moving picture stands in place of words.
  if (words !== undefined || pictures.length > 0) layer.text = words ?? '';
  const postedAt = timeOf(found?.link.querySelector('time') ?? comment.querySelector('time'));
  if (postedAt !== undefined) layer.postedAt = postedAt;
  const likes = likesOf(comment);
  if (likes)
    layer.counts = likes.approximate ? { likes: likes.value, approximate: true } : { likes: likes.value };
  const photos = pictures.flatMap(offerOf);
  if (photos.length > 0) layer.photos = photos;
  if (pictures.length > photos.length) layer.photoTotal = pictures.length;
  layer.under = contextOf(comment, code, url);
  return layer;
}

/** `c/ID/` or `c/ID/r/ID/` of a comment's own link. */
function deeperPath(link: Element): string {
  return /\/(c\/\d+\/(?:r\/\d+\/)?)/.exec(`${link.getAttribute('href')?.replace(/[?#].*$/, '')}/`)?.[1] ?? '';
}

/**
 * The first block of words that is neither name, time nor control. A reply's words begin with a link to somebody
 * else, so only the very link that names the author is left out.
 */
function textOf(node: Element, author: Element | null, own: Element | null): string | undefined {
  for (const child of node.children) {
    if (
      child === author ||
      child === own ||
      isControl(child) ||
      /^(?:svg|img|form|time)$/.test(child.localName)
    )
      continue;
    const mixed =
      (author && child.contains(author)) ||
      (own && child.contains(own)) ||
      child.querySelector(`time,svg,form,img[src*="-19/"]`) ||
      isLine(child);
    if (mixed) {
      const inner = textOf(child, author, own);
      if (inner !== undefined) return inner;
    } else {
      const text = readableText(child).trim();
      if (text && !/^[\s•·]+$/.test(text)) return text;
    }
  }
  return undefined;
}

/** A line of controls and nothing else reads as ''; one with words around a control is a text that is cut. */
function isLine(block: Element): boolean {
  return block.querySelector(CONTROL) !== null && !readableText(block).trim();
}

/** A picture of the comment itself: neither a profile picture nor an emoji. */
function isPicture(image: HTMLImageElement, handle: string): boolean {
  if (!image.src.startsWith('https://') || /-19\//.test(image.src) || image.closest(`a[href="/${handle}/"]`))
    return false;
  return isPostPhoto(image.src) ? fileOf(image.src) !== '' : /\b(?:fbsbx|giphy)\.com\//.test(image.src);
}

/** Only pictures on hosts that the extension may read are offered; a moving picture elsewhere is counted. */
function offerOf(image: HTMLImageElement): PhotoOffer[] {
  if (!isPostPhoto(image.src)) return [];
  const { naturalWidth: width, naturalHeight: height } = image;
  return [{ url: image.src, ...(width > 0 ? { width, height } : {}), kind: 'photo' }];
}

/** In the line of small actions: a figure where there is more than one control ("3 likes", "Reply"). */
function likesOf(comment: Element) {
  const line = commentFinder.anchor(
    comment,
    new URL(comment.ownerDocument.location?.href ?? 'about:blank'),
  )?.container;
  const words = [...(line?.querySelectorAll(CONTROL) ?? [])].map(
    (control) => control.textContent?.trim() ?? '',
  );
  const [first = ''] = words;
  if (words.length < 2 || !/\d/.test(first)) return null;
  return parseCount(/^[\d.,]+(?:\s?(?:rb|jt|mil|mi|[km])\b)?/i.exec(first)?.[0] ?? '') ?? figureIn(first);
}

/** The post above: by the name in the comment's own link; the rest only from a post that has the same name. */
function contextOf(comment: Element, code: string, url: URL): PostContext {
  if (!code) return { names: [] };
  const post = findPosts(comment.ownerDocument, url).find((each) => ownCode(each) === code);
  const base = { names: [`instagram:${code}`], permalink: permalink(code) };
  if (!post) return base;
  const { author, text, textCut, postedAt, photos } = readPost(post, url);
  return {
    ...base,
    ...(author ? { author } : {}),
    ...(text === undefined ? {} : { text: text.slice(0, 2000) }),
    ...(textCut || (text ?? '').length > 2000 ? { textCut: true } : {}),
    ...(postedAt === undefined ? {} : { postedAt }),
    ...(photos ? { photos: photos.slice(0, 1) } : {}),
  };
}
