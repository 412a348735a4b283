/** Small questions to elements that all of Facebook's finders ask. */

export function all(root: ParentNode, selector: string): Element[] {
  return [...root.querySelectorAll(selector)];
}

/** Whether one of `boxes` is `part` or holds it. */
export function holds(boxes: readonly Element[], part: Node): boolean {
  return boxes.some((box) => box.contains(part));
}

/** Without those that lie in another of them. */
export function outermost(boxes: readonly Element[]): Element[] {
  return boxes.filter((box) => !boxes.some((other) => other !== box && other.contains(box)));
}

/** What an element says, without space around; '' when nothing. */
export function said(part: Element | null | undefined): string {
  return part?.textContent?.trim() ?? '';
}
