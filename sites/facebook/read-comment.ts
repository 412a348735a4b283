import type { Layer, PhotoOffer, PostContext } from '../../complaints/reading.ts';
import { parseCount } from '../text.ts';
import { around } from './anchor.ts';
import { inWords } from './comment-box.ts';
import { areApart, authorIn, ownParts, postAbove, postsAround, readNames, timeOf } from './comments.ts';
import { permalinkOf, toComment } from './permalink.ts';
import { readPost } from './read-dom.ts';
import { type Address, isPostPhoto, profileOf, sorted } from './urls.ts';
import { wordsIn } from './words.ts';

/** Characters of the post's words that give a comment its sense. */
const CONTEXT = 2000;

/** What the DOM alone tells of a comment, at the click. What it does not tell is absent, never empty. */
export function readComment(comment: Element, url: URL): Layer {
  const post = postAbove(comment, postsAround(comment, url));
  const above = post && readPost(post, url);
  const own = readNames(comment, above?.names ?? []);
  const layer: Layer = { source: 'dom', names: own.names, under: under(own.post, above) };
  if (own.id && own.post) layer.permalink = toComment(permalinkOf(own.post), own.id, own.parent);
  const author = authorIn(comment);
  const name = author?.textContent?.trim();
  if (name) layer.author = { ...profileOf(author), name };
  const block = blockOf(comment, author);
  const words = block && wordsIn(block);
  if (words?.text) layer.text = words.text;
  if (words?.cut) layer.textCut = true;
  const utime = Number(ownParts(comment, '[data-utime]')[0]?.getAttribute('data-utime'));
  if (utime > 1e9 && utime < 1e11) layer.postedAt = Math.round(utime) * 1000;
  const photos = photosIn(comment, block);
  if (photos.length > 0) layer.photos = photos;
  const likes = likesOf(comment, block);
  if (likes) layer.counts = likes;
  return layer;
}

/** The post above, if it is the one to which the comment's own link leads. */
function under(linked: Address | null, above: Layer | null): PostContext {
  const names = linked?.names ?? [];
  const post = above && areApart(names, above.names) ? null : above;
  const context: PostContext = { names: sorted(new Set([...names, ...(post?.names ?? [])])) };
  const permalink = (!linked?.post && post?.permalink) || (linked && permalinkOf(linked)) || post?.permalink;
  if (permalink) context.permalink = permalink;
  if (post?.author) context.author = post.author;
  if (post?.text !== undefined) context.text = post.text.slice(0, CONTEXT);
  if (post?.textCut || (post?.text?.length ?? 0) > CONTEXT) context.textCut = true;
  if (post?.postedAt) context.postedAt = post.postedAt;
  if (post?.photos) context.photos = post.photos.slice(0, 4);
  return context;
}

/** The block of the comment's words: its lines, or what screen readers are told to read in one direction. */
function blockOf(comment: Element, author: Element | null): Element | null {
  const time = timeOf(comment);
  const isWords = (part: Element): boolean =>
    !part.closest('a,[role=button],form,ul') &&
    part !== author &&
    !(author && (part.contains(author) || author.contains(part))) &&
    !(time && part.contains(time)) &&
    !!(part.textContent?.trim() || part.querySelector('img[alt]'));
  // A comment in a list of comments stands in its item itself.
  const list = (part: Element): boolean =>
    isWords(part) || (!!part.closest('ul')?.contains(comment) && isLoose(part));
  const isLoose = (part: Element): boolean => !part.closest('a,[role=button],form') && part !== author;
  const lines = ownParts(comment, 'div[dir=auto]')
    .filter(list)
    .filter((part) => part.textContent?.trim());
  const outer = lines.filter((line) => !lines.some((other) => other !== line && other.contains(line)));
  if (outer.length > 1) {
    const box = around(outer);
    if (
      box &&
      comment.contains(box) &&
      box !== comment &&
      !(author && box.contains(author)) &&
      !(time && box.contains(time))
    )
      return box;
  }
  if (outer[0]) return outer[0].closest('span[dir=auto]') ?? outer[0];
  return ownParts(comment, 'span[dir=auto]').find(list) ?? null;
}

function photosIn(comment: Element, block: Element | null): PhotoOffer[] {
  const photos: PhotoOffer[] = [];
  for (const image of ownParts(comment, 'img')) {
    const url = (image as HTMLImageElement).src;
    // Stickers are no evidence.
    if (block?.contains(image) || !isPostPhoto(url) || /\/t39\.1997-/.test(url)) continue;
    const width = Number(image.getAttribute('width')) || (image as HTMLImageElement).naturalWidth;
    const height = Number(image.getAttribute('height')) || (image as HTMLImageElement).naturalHeight;
    const video = image.closest('a')?.matches('[href*="/videos/"]') ?? false;
    photos.push({
      url,
      kind: video ? 'video-cover' : 'photo',
      ...(width > 0 && height > 0 && { width, height }),
    });
  }
  return photos.slice(0, 10);
}

/** A figure alone on a button of the comment is the sum of its reactions. */
function likesOf(comment: Element, block: Element | null): Layer['counts'] {
  for (const button of ownParts(comment, '[role=button]')) {
    if (block?.contains(button) || inWords(button)) continue;
    const count = parseCount(button.textContent ?? '');
    if (count) return { likes: count.value, ...(count.approximate && { approximate: true }) };
  }
  return undefined;
}
