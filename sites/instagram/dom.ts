import type { Anchor } from '../site.ts';
import { AD_LINK, first, HEARTS, inside, LINKED_TIME, POST_LINK, SAVE_ICONS } from './selectors.ts';
import { codeOf, isCode, isPostPhoto, postLink, profileHandle } from './urls.ts';

/** Links around a time that lead to the post itself (comments' times lead deeper), in document order. */
export function ownTimes(root: ParentNode): { time: Element; href: string; code: string; handle: string }[] {
  const found = [];
  for (const time of root.querySelectorAll(LINKED_TIME)) {
    const href = time.closest('a')?.getAttribute('href') ?? null;
    const link = postLink(href);
    if (link && !link.deeper) found.push({ time, href: href ?? '', code: link.code, handle: link.handle });
  }
  return found;
}

/** The one code that a post's own times name, or '' when there is none or they disagree. */
export function ownCode(post: ParentNode): string {
  const codes = new Set(ownTimes(post).map((own) => own.code));
  const [code = ''] = codes;
  return codes.size === 1 ? code : '';
}

function isAd(post: ParentNode): boolean {
  return post.querySelector(AD_LINK) !== null;
}

/** A loaded article that names its post: ads and loading articles have no linked time. */
function isPostArticle(article: Element): boolean {
  return ownTimes(article).length > 0 && !isAd(article);
}

function hasMedia(root: ParentNode): boolean {
  if (root.querySelector('video')) return true;
  for (const image of root.querySelectorAll('img')) if (isPostPhoto(image.src)) return true;
  return false;
}

/** Whether a block holds a link to another post: then it has grown beyond the post into the grid below. */
function holdsOthers(block: ParentNode, code: string): boolean {
  for (const link of block.querySelectorAll(POST_LINK)) {
    const target = postLink(link.getAttribute('href'));
    if (target && target.code !== code) return true;
  }
  return false;
}

/**
 * The post on a page without `article` (desktop post page since 2022): the smallest block around its own time
 * that holds the action row and the media, and no other post ("More posts from …").
 */
function pagePost(main: Element, code: string): Element | null {
  const own = ownTimes(main).find((candidate) => candidate.code === code);
  for (let block = own?.time.parentElement; block && block !== main; block = block.parentElement) {
    if (holdsOthers(block, code)) return null;
    if (first(block, HEARTS) && hasMedia(block)) return block;
  }
  return null;
}

/** Articles at, under or around a node: what is added may lie inside an article that was still loading. */
function articlesAt(root: ParentNode): Element[] {
  const around = root instanceof Element ? root.closest('article') : null;
  return around ? [around] : [...root.querySelectorAll('article')];
}

/** The posts of the home feed. */
export function feedPosts(root: ParentNode): Element[] {
  return articlesAt(root).filter(isPostArticle);
}

/** The one post that an address shows: in a dialog over feed or grid, else on its page. */
export function shownPost(root: ParentNode, url: URL): Element[] {
  const code = codeOf(url);
  const document = root instanceof Document ? root : (root as Node).ownerDocument;
  if (!code || !document) return [];
  const mine = (article: Element) => isPostArticle(article) && ownCode(article) === code;
  const dialogs = [...document.querySelectorAll('[role="dialog"] article')].filter(mine);
  if (dialogs.length > 0) return dialogs.slice(-1);
  const main = document.querySelector('main');
  if (!main) return [];
  const article = [...main.querySelectorAll('article')].find(mine);
  if (article) return [article];
  const post = main.querySelector('article') ? null : pagePost(main, code);
  return post && !isAd(post) ? [post] : [];
}

/** Names of a post as the DOM says now. */
export function domNames(post: Element): string[] {
  const code = ownCode(post);
  return isCode(code) ? [`instagram:${code}`] : [];
}

/** Handle of the author: the first profile link outside the media that shows what it leads to. */
export function authorHandle(post: Element): string {
  for (const link of post.querySelectorAll('a[href]')) {
    const handle = profileHandle(link.getAttribute('href'));
    if (handle && (link.textContent ?? '').includes(handle) && !inside(link, '[aria-hidden="true"]', post))
      return handle;
  }
  return ownTimes(post).find((own) => own.handle)?.handle ?? '';
}

/** The action row: around the post's own heart, else the article's first section with controls in it. */
export function actionRow(post: Element): Element | null {
  const heart = first(post, HEARTS);
  if (heart) return inside(heart, 'section', post) ?? rowAround(heart, post);
  const section = post.querySelector('section');
  return section?.querySelector('[role="button"],button') ? section : null;
}

/** Where there is no section: the smallest block around the heart that holds the bookmark too. */
function rowAround(heart: Element, post: Element): Element | null {
  for (let block = heart.parentElement; block && block !== post; block = block.parentElement) {
    if (first(block, SAVE_ICONS)) return block;
  }
  return null;
}

/** In the action row, before the bookmark; last where there is none. */
export function buttonAnchor(post: Element): Anchor | null {
  const container = actionRow(post);
  if (!container) return null;
  let before = first(container, SAVE_ICONS);
  while (before && before.parentElement !== container) before = before.parentElement;
  if (!before && container.childElementCount > 1) before = container.lastElementChild;
  return { container, before };
}
