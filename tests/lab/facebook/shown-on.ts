import type { Page } from 'puppeteer-core';

export interface ShownOn {
  kind: 'post' | 'original' | 'ad' | 'comment' | 'other';
  /** Number of the post or comment; name of a unit that is neither. */
  id: string;
  /** The post of a comment. */
  post?: string;
  /** Some of it is in the window. */
  inView: boolean;
  text: string;
}

/** What the page's own code says stands in it now: no reading of the page, no guess. In document order. */
export function shownOn(page: Page): Promise<ShownOn[]> {
  return page.evaluate(() => {
    type Entry = { element: HTMLElement; kind: 'post'; id: string; post?: string };
    const ask = (window as unknown as Record<symbol, (() => Entry[]) | undefined>)[Symbol.for('lab.shown')];
    return (ask?.() ?? [])
      .sort((a, b) => (a.element.compareDocumentPosition(b.element) & 4 ? -1 : 1))
      .map(({ element, ...what }) => {
        const box = element.getBoundingClientRect();
        const inView = box.height > 0 && box.bottom > 56 && box.top < innerHeight;
        return { ...what, inView, text: element.innerText };
      });
  });
}
