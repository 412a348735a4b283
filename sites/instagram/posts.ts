import { actionRow, drawings, FIGURE, hasMedia, isAd, isSeveral, ownCode, ownLinks, rowIcon } from './dom.ts';
import { AD_LABEL, COMMENT_LINK, first, HEARTS, LIVE_SLOT, POST_LINK, SLOT, TIME } from './selectors.ts';
import { codeOf, isFeed, isPost, isReels, postLink } from './urls.ts';

/** Every flaggable post at, around or under `root` for this address. */
export function findPosts(root: ParentNode, url: URL): Element[] {
  const document = root.nodeType === 9 ? (root as Document) : (root as Node).ownerDocument;
  if (!document) return [];
  if (isFeed(url)) return feedPosts(root, document);
  if (!isPost(url) && !isReels(url)) return [];
  const shown = shownPost(document, codeOf(url), isReels(url));
  return shown.length > 0 ? shown : reelSlots(document, isReels(url));
}

/** A loaded article that names its post, or shows when it was made: ads and loading articles do neither. */
function isPostArticle(article: Element): boolean {
  if (isAd(article)) return false;
  return ownLinks(article).length > 0 || (showsTime(article) && actionRow(article) !== null);
}

/** A time that is no comment's. */
function showsTime(post: ParentNode): boolean {
  return [...post.querySelectorAll(TIME)].some((time) => !time.closest(COMMENT_LINK));
}

/** Whether a block holds a link to another post, or that post's time or likers: it has grown into a grid or a neighbour. */
function holdsOthers(block: ParentNode, code: string): boolean {
  for (const link of block.querySelectorAll(POST_LINK)) {
    const target = postLink(link.getAttribute('href'));
    if (!target || target.code === code) continue;
    if (link.querySelector('img,svg,video,time')) return true;
    if (!link.textContent?.trim() || FIGURE.test(link.textContent)) return true;
  }
  return false;
}

/**
 * A post without `article` (desktop post page since 2022): the smallest block around a part of it that holds the
 * icons and the media, and no other post ("More posts from …").
 */
function blockAround(part: Element, code: string): Element[] {
  for (let block = part.parentElement; block && block.localName !== 'body'; block = block.parentElement) {
    if (holdsOthers(block, code) || isSeveral(block)) break;
    if (hasMedia(block) && (rowIcon(block) || actionRow(block))) return isAd(block) ? [] : [block];
  }
  return [];
}

function feedPosts(root: ParentNode, document: Document): Element[] {
  const around = (root as Element).closest?.('article');
  const articles = around ? [around] : [...root.querySelectorAll('article')];
  // Where posts have a linked time, what has none is an advertisement, whatever its label says. One that is known for
  // what it is tells nothing of the posts.
  const timed = (each: Element) => ownLinks(each).some(({ time }) => time) && !isAd(each);
  const strict = ownLinks(document).some(({ time, link }) => time && !isAd(link.closest('article') ?? link));
  if (articles.length > 0) return articles.filter(strict ? timed : isPostArticle);
  if (document.querySelector('article')) return [];
  const loose = ownLinks(document).flatMap(({ link, code }) => blockAround(link, code));
  return [...new Set(loose)].filter((post) => root.contains(post) || post.contains(root));
}

/** The one post that an address shows: in a dialog over feed or grid, else on its page. */
function shownPost(document: Document, code: string, viewer: boolean): Element[] {
  if (!code) return [];
  const articles = [...document.querySelectorAll('article')].filter(
    (article) => isPostArticle(article) && ownCode(article) === code,
  );
  const dialogs = articles.filter((article) => article.closest('[role="dialog"]'));
  if (articles.length > 0) return (dialogs.length > 0 ? dialogs : articles).slice(-1);
  const outside = (link: Element) => !link.closest('article');
  const links = ownLinks(document).filter(({ link }) => outside(link));
  for (const { link, code: own } of links.reverse()) {
    const block = own === code ? blockAround(link, code) : [];
    if (block.length > 0) return block;
  }
  // Another post is shown while the address has moved on already; or slots, of which each has to prove its name.
  if (links.length > 0 || document.querySelector(SLOT)) return [];
  // An article that nothing names is the one shown when there is no other.
  const bare = [...document.querySelectorAll('article')].filter(
    (each) => isPostArticle(each) && !ownCode(each),
  );
  if (bare.length === 1) return bare;
  // No link around a time: any link deeper into the post.
  const deeper = [...document.querySelectorAll(POST_LINK)].filter((link) => {
    const target = postLink(link.getAttribute('href'));
    return target?.code === code && target.deeper && outside(link);
  });
  for (const link of deeper) {
    const block = blockAround(link, code);
    if (block.length > 0) return block;
  }
  // Or its heart, which proves no name, and in the viewer may be that of any slot. Behind a dialog nothing is shown.
  const above = [...document.querySelectorAll('[role="dialog"]')].filter(rowIcon).reverse();
  const layers = above.length > 0 ? above : document.querySelectorAll('main');
  for (const layer of viewer ? [] : layers) {
    const heart = first(layer, HEARTS);
    const block = heart && outside(heart) ? blockAround(heart, code) : [];
    if (block.some(showsTime)) return block;
  }
  return [];
}

/**
 * Slots of the reels viewer that have something in them. The icons stand beside the slot's own element; where that
 * has lost its mark, a heart with media of its own is a slot.
 */
function reelSlots(document: Document, viewer: boolean): Element[] {
  const marked = document.querySelector(SLOT) !== null;
  const starts = marked ? document.querySelectorAll(LIVE_SLOT) : viewer ? drawings(document, HEARTS) : [];
  const slots = [...starts].flatMap((start) => {
    if ((marked && !hasMedia(start)) || start.closest('article')) return [];
    for (let block = start.parentElement; block && !block.matches('main,body'); block = block.parentElement) {
      if (marked ? block.querySelectorAll(SLOT).length > 1 : isSeveral(block)) break;
      if (hasMedia(block) && actionRow(block)) return isAdSlot(block) ? [] : [block];
    }
    return [];
  });
  return [...new Set(slots)];
}

function isAdSlot(slot: Element): boolean {
  return (
    isAd(slot) || [...slot.querySelectorAll('span')].some((span) => AD_LABEL.test(span.textContent ?? ''))
  );
}
