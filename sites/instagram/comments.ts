import { commentKey } from '../../complaints/identity.ts';
import type { Anchor, CommentFinder } from '../site.ts';
import { ownCode, rowIcon, shownHandle } from './dom.ts';
import { findPosts } from './posts.ts';
import { COMMENT_LINK, CONTROL } from './selectors.ts';
import { codeOf, isFeed, isReels, type PostLink, postLink } from './urls.ts';

/** What may not be part of a comment's row. */
const BOUNDS = 'article,main,body,[role="dialog"]';

/** The link that names a comment, and what it names. */
export function linkOf(comment: Element): { link: Element; target: PostLink } | null {
  for (const link of comment.querySelectorAll(COMMENT_LINK)) {
    const target = postLink(link.getAttribute('href'));
    if (target?.comment) return { link, target };
  }
  return null;
}

/**
 * The row of a comment: the largest block around its link with no other comment, no second time or profile
 * picture and nothing of the post's own in it. Null while it has no author.
 */
function rowOf(link: Element, id: string): Element | null {
  let row: Element | null = null;
  for (let block = link.parentElement; block && !block.matches(BOUNDS); block = block.parentElement) {
    if (block.querySelectorAll('time').length > 1 || block.querySelectorAll('img[src*="-19/"]').length > 1)
      break;
    if (block.querySelector('h1,form,textarea,video') || rowIcon(block)) break;
    const others = [...block.querySelectorAll(COMMENT_LINK)].map((other) =>
      postLink(other.getAttribute('href')),
    );
    if (others.some((other) => other?.comment && other.comment !== id)) break;
    row = block;
  }
  return row && authorLink(row) ? row : null;
}

export function authorLink(comment: Element): Element | null {
  return [...comment.querySelectorAll('a[href]')].find(shownHandle) ?? null;
}

/** Rows of all comments under a post, in the page's order. */
export function commentRows(post: ParentNode): Element[] {
  const rows = [...post.querySelectorAll(COMMENT_LINK)].flatMap((link) => {
    const id = postLink(link.getAttribute('href'))?.comment;
    return (id && rowOf(link, id)) || [];
  });
  return [...new Set(rows)];
}

/** More than a name and a time: words, a picture, or the controls of a comment that is there. */
function isLoaded(comment: Element, link: Element): boolean {
  const bare = (authorLink(comment)?.textContent ?? '').length + (link.textContent ?? '').length;
  return (
    (comment.textContent ?? '').trim().length > bare || !!comment.querySelector('img:not([src*="-19/"])')
  );
}

/** The first line of controls made of words alone ("1 like", "Reply"); else the line of the comment's time. */
function anchor(comment: Element): Anchor | null {
  const link = linkOf(comment)?.link;
  if (!link) return null;
  for (const control of comment.querySelectorAll(CONTROL)) {
    const line = control.parentElement;
    if (!line || control.querySelector('svg,img') || !control.textContent?.trim()) continue;
    const small = (child: Node) =>
      !child.textContent?.trim() ||
      (child.nodeType === 1 &&
        ((child as Element).matches(CONTROL) ||
          child === link ||
          child.contains(link) ||
          !!(child as Element).querySelector(CONTROL)));
    if (comment.contains(line) && [...line.childNodes].every(small)) return { container: line, before: null };
  }
  return link.parentElement ? { container: link.parentElement, before: link.nextElementSibling } : null;
}

/** Comments and replies under flaggable posts; the viewer's and the comment page's stand by their own links. */
export const commentFinder: CommentFinder = {
  find(root, url) {
    const page = codeOf(url);
    const feed = isFeed(url);
    const posts = findPosts(root, url);
    const open = posts.length > 0 || /\/comments\/?$/.test(url.pathname);
    const rows = new Set<Element>();
    for (const link of root.querySelectorAll(COMMENT_LINK)) {
      const target = postLink(link.getAttribute('href'));
      if (!target?.comment || !open) continue;
      const post = posts.find((each) => each.contains(link));
      const under = feed ? !!post && ownCode(post) === target.code : isReels(url) || target.code === page;
      const row = under ? rowOf(link, target.comment) : null;
      if (row && isLoaded(row, link)) rows.add(row);
    }
    return [...rows];
  },
  anchor,
  names(comment) {
    const target = linkOf(comment)?.target;
    return target ? [commentKey('instagram', target.code, target.comment)] : [];
  },
  authorLabel: (comment) => shownHandle(authorLink(comment) ?? comment),
};
