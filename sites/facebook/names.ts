import { all, holds, said } from './boxes.ts';
import { inWords } from './comment-box.ts';
import { type Parts, partsOf } from './parts.ts';
import { isAddressed } from './posts.ts';
import { COMMENT_LINK, VIEWER } from './selectors.ts';
import { cameWith } from './shown.ts';
import {
  type Address,
  ALIAS,
  addressOf,
  isGroup,
  numberIn,
  ORIGIN,
  type Profile,
  profileOf,
  readAddress,
  sorted,
} from './urls.ts';
import { isViewer } from './viewer.ts';

const FILM = /^facebook:video:/;

export interface Named {
  names: string[];
  /** The surest address of the post itself. */
  at: Address | undefined;
}

/**
 * Names that the DOM holds now. Surest first: the time's link, the photos' set, the post's own comments, the page's
 * address. A later one that gives another number than a surer one is not believed, with all that came with it.
 */
export function namesOf(post: Element, url: URL, parts = partsOf(post)): Named {
  const names = new Set<string>();
  const shown = readAddress(url);
  let number = '';
  let at: Address | undefined;
  const believe = (address: Address | null): void => {
    if (!address) return;
    const other = numberIn(address.names);
    const another = (kind: RegExp): boolean => {
      const name = address.names.find((one) => kind.test(one));
      return !!name && !names.has(name) && [...names].some((one) => kind.test(one));
    };
    if (other && number && other !== number) return;
    // Within one session a post has one alias. A viewer's address names one film: another is that of a neighbour.
    if (another(ALIAS) || (address === shown && another(FILM))) return;
    number ||= other;
    if (address.post && (!at || (other && !numberIn(at.names)))) at = address;
    for (const name of address.names) names.add(name);
  };
  const comments = parts.comments.flatMap((box) => all(box, COMMENT_LINK));
  for (const link of [...timeLinks(parts), ...parts.media, ...comments.filter((link) => !inWords(link))])
    believe(addressOf(link));
  const viewer = isViewer(url) && post.querySelector(VIEWER) !== null;
  const films = viewer ? all(post, '[data-video-id]') : [];
  if (films.length === 1)
    believe(readAddress(new URL(`/reel/${films[0]?.getAttribute('data-video-id')}/`, ORIGIN)));
  const came = cameWith(post, shown, viewer, parts);
  if (
    shown &&
    (shown.post || viewer) &&
    came &&
    fits(shown, authorOf(parts)) &&
    isAddressed(post, url, viewer)
  )
    believe(shown);
  return { names: sorted(names), at };
}

/** Links of the line under the name. A link in the name itself may lead to what is shared. */
function timeLinks({ header, heads }: Parts): Element[] {
  return header.filter(
    (link) =>
      link.matches('a[href]') &&
      !holds(heads, link) &&
      !link.matches('[target=_blank]') &&
      !link.querySelector('img'),
  );
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
  const links = heads.flatMap((head) => (head.matches('a') ? [head] : all(head, 'a[href]')));
  for (const link of [...links, ...header]) {
    const name = said(link);
    if (!name || link.matches(':not([href]),[aria-hidden=true]')) continue;
    group ||= isGroup(link);
    const profile = profileOf(link);
    // Under a group's name only members of it, and no place, may be the author.
    if (profile && (links.includes(link) || (group && profile.id))) return { ...profile, name };
  }
  const plain = !group && said(heads[0]);
  return plain ? { name: plain } : {};
}
