/** Small questions to elements that all of Facebook's finders ask. */

export function all(root: ParentNode, selector: string): Element[] {
  return [...root.querySelectorAll(selector)];
}

/** Whether one of `boxes` is `part` or holds it. */
export function holds(boxes: readonly Element[], part: Node): boolean {
  return boxes.some((box) => box.contains(part));
}

/** Whether a part belongs to the post itself: not to a comment, nor to a post that it shares. */
export function isOwn(
  { comments, nested }: Record<'comments' | 'nested', Element[]>,
  part: Element,
): boolean {
  return !holds(comments, part) && !holds(nested, part);
}

/** Without those that lie in another of them. */
export function outermost(boxes: readonly Element[]): Element[] {
  return boxes.filter((box) => !boxes.some((other) => other !== box && other.contains(box)));
}

/** Without those that another of them lies in. */
export function innermost(boxes: Iterable<Element>): Element[] {
  return [...boxes].filter((box, _, all) => !all.some((other) => other !== box && box.contains(other)));
}

/** What an element says, without space around; '' when nothing. */
export function said(part: Element | null | undefined): string {
  return part?.textContent?.trim() ?? '';
}

/** Whether `part` comes after `other`, in reading order; never after what is not there. */
export function isAfter(part: Element, other: Element | null | undefined): boolean {
  return !!other && (other.compareDocumentPosition(part) & 4) > 0;
}
