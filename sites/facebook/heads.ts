import { all, holds, isAfter, isOwn, said } from './boxes.ts';
import { isPerson } from './comment-box.ts';
import type { Parts } from './parts.ts';
import { AVATAR, FACE, HEADS, MEDIA, MESSAGE, PROFILE_NAME } from './selectors.ts';
import { isGroup, profileOf } from './urls.ts';

const CONTENT = `${MESSAGE},${MEDIA}`;

/**
 * Finds who posted, and sets apart whom the post shares: adds to `heads` and to `nested`. A post begins with who
 * posted it. So whoever comes after its words, after another person and their time, or is somebody else than its
 * first picture shows, is no head of it, whatever headings are left; where that leaves nobody, nobody is named.
 */
export function findHeads(post: Element, parts: Parts, label: Element | null): void {
  const { heads, nested, row } = parts;
  if (label) heads.push(label);
  const own = (part: Element): boolean => isOwn(parts, part);
  const words = all(post, MESSAGE).find(own);
  const links = all(post, 'a[href]').filter((link) => own(link) && !link.closest(`${MESSAGE},${FACE}`));
  let face: Element | undefined;
  let stranger: Element | undefined;
  for (const part of all(post, `${HEADS},${FACE}`)) {
    const picture = part.matches(FACE);
    if (!own(part) || part.closest(MESSAGE) || holds(heads, part)) continue;
    if (picture ? !profileOf(part) || isAfter(part, row) : !namesSomeone(part, !heads[0] && face)) continue;
    if (!heads[0] && !face) {
      const before = links.filter((link) => isAfter(part, link));
      // Some people may stand above a post because of what they did with it, but without a time.
      stranger ??= before.every(isPerson) ? undefined : before.find(isPerson);
    }
    const late = isAfter(part, words) ? words : stranger;
    const first = heads[0] ?? face ?? late;
    const another = late || (first && isAnother(part, face ?? first));
    const box =
      first &&
      (another || picture || heads[0]) &&
      reshareAround(part, first, post, row, picture && !another ? CONTENT : `${AVATAR},${CONTENT}`);
    if (box) nested.push(box);
    else if (another) continue;
    else if (picture) face ??= part;
    else heads.push(part);
  }
  // Viewers, and posts whose headings are none: the first person that is linked by name. Above the picture stand
  // those because of whom the post is shown.
  if (heads.length === 0 && row && !stranger) {
    const picture = all(post, FACE).find(own);
    const link = links.find(
      (part) => isPerson(part) && !(picture && isAfter(picture, part)) && !(face && isAnother(part, face)),
    );
    if (link && !link.closest('[role=button]') && !isAfter(link, words)) heads.push(link);
  }
  // The line of the time follows the picture, whoever is on it.
  if (heads.length === 0 && face) heads.push(face);
}

/** `plain`: a name that leads nowhere will do. */
function namesSomeone(head: Element, plain: unknown): boolean {
  if (head.matches(PROFILE_NAME)) return !!said(head);
  const links = all(head, 'a[href]');
  return links.some((link) => profileOf(link) || isGroup(link)) || !!(plain && !links[0] && said(head));
}

/** Whether a name or a picture leads to somebody, and not to whom the other one shows. */
function isAnother(part: Element, other: Element): boolean {
  const people = [part, other].map((from) =>
    [from, ...all(from, 'a[href]')].flatMap((link) => {
      const { id, handle } = profileOf(link) ?? {};
      return id ?? handle ?? [];
    }),
  );
  const [these = [], those = []] = people;
  const isNumber = (one: string): boolean => !/\D/.test(one);
  // A number and a handle cannot be compared.
  const fit = (one: string): boolean => those.some((two) => one === two || isNumber(one) !== isNumber(two));
  return !!these[0] && !!those[0] && !these.some(fit);
}

/** The block of a second name that brings its own picture or words: a shared post. A group's second line has none. */
function reshareAround(
  head: Element,
  first: Element,
  post: Element,
  row: Element | null,
  signs: string,
): Element | null {
  let box = head;
  for (let up = head.parentElement; up && up !== post; up = up.parentElement) {
    if (up.contains(first) || (row && up.contains(row))) break;
    box = up;
  }
  return box.querySelector(signs) ? box : null;
}
