import { type Parts, partsOf } from './parts.ts';
import { isAddressed } from './posts.ts';
import { COMMENT, MESSAGE } from './selectors.ts';
import { type Address, linkUrl, type Profile, readAddress, readProfile } from './urls.ts';

const NUMBER = /^facebook:\d+$/;
const ALIAS = /^facebook:pfbid/;

export interface Named {
  names: string[];
  permalink?: string;
}

/**
 * Names that the DOM holds now. Surest first: the time's link, the photos' set, the post's own comments, the page's
 * address. A later one that gives another number than a surer one is not believed, with all that came with it.
 */
export function namesOf(post: Element, url: URL, parts = partsOf(post)): Named {
  const names = new Set<string>();
  let number = '';
  let permalink: string | undefined;
  let numbered = false;
  const believe = (address: Address | null): void => {
    if (!address) return;
    const other = address.names.find((name) => NUMBER.test(name));
    if (other && number && other !== number) return;
    // Within one session a post has one alias.
    const alias = address.names.find((name) => ALIAS.test(name));
    if (alias && !names.has(alias) && [...names].some((name) => ALIAS.test(name))) return;
    if (other) number = other;
    if (address.post && (!permalink || (other && !numbered))) {
      permalink = address.permalink;
      numbered = !!other;
    }
    for (const name of address.names) names.add(name);
  };
  for (const link of timeLinks(parts)) believe(addressOf(link));
  for (const part of parts.media) if (part.matches('a')) believe(addressOf(part));
  for (const link of post.querySelectorAll(`${COMMENT} a[href*=comment_id]`)) {
    if (isCommentTime(post, parts, link)) believe(addressOf(link));
  }
  const shown = readAddress(url);
  if (shown?.post && fits(shown, authorOf(parts)) && isAddressed(post, url)) believe(shown);
  return { names: [...names].sort((a, b) => Number(NUMBER.test(b)) - Number(NUMBER.test(a))), permalink };
}

function addressOf(link: Element): Address | null {
  const url = linkUrl(link.getAttribute('href'));
  return url && readAddress(url);
}

/** Links of the line under the name. A link in the name itself may lead to what is shared. */
function timeLinks({ header, heads }: Parts): Element[] {
  return header.filter(
    (link) =>
      link.matches('a[href]') &&
      !heads.some((head) => head.contains(link)) &&
      !link.matches('[target=_blank]') &&
      !link.querySelector('img'),
  );
}

/** The time of one of the post's own comments; links in a comment's words lead anywhere. */
function isCommentTime(post: Element, { nested }: Parts, link: Element): boolean {
  if (nested.some((box) => box.contains(link)) || !post.contains(link.closest(COMMENT))) return false;
  const words = link.closest('div[dir=auto]');
  return !link.closest(MESSAGE) && !(words && link.closest(COMMENT)?.contains(words));
}

/** Not another person's address. A number and a handle cannot be compared. */
function fits(address: Address, author: Profile): boolean {
  const { actor } = address;
  const known = /^\d+$/.test(actor) ? author.id : author.handle;
  return !actor || !known || known.toLowerCase() === actor.toLowerCase();
}

/** Who posted: the first person that the headings or, in groups, the line under them link to. */
export function authorOf({ heads, header }: Parts): Profile & { name?: string } {
  let group = false;
  const links = heads.flatMap((head) => [...head.querySelectorAll('a[href]')]);
  for (const link of [...links, ...header]) {
    const url = linkUrl(link.getAttribute('href'));
    const name = link.textContent?.trim();
    if (!url || !name || link.getAttribute('aria-hidden') === 'true') continue;
    group ||= /^\/groups\/[^/]+\/?$/.test(url.pathname);
    const profile = readProfile(url);
    // Under a group's name only members of it, and no place, may be the author.
    if (profile && (links.includes(link) || (group && profile.id))) return { ...profile, name };
  }
  const plain = group ? undefined : heads[0]?.textContent?.trim();
  return plain ? { name: plain } : {};
}
