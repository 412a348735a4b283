import { type RefCallback, useCallback } from 'react';

/** What an element of the page is, as only the page's own code and the lab's tests know. */
export interface Shown {
  kind: 'post' | 'original' | 'ad' | 'comment' | 'other';
  /** The post's number, the comment's number, or the unit's name. */
  id: string;
  /** The post under which a comment stands. */
  post?: string;
}

const shown = new Map<Element, Shown>();

/** Tests ask `window[Symbol.for('lab.shown')]()`; nothing else has the name, and it is in no list of the window's names. */
export function openToTests(): void {
  Object.defineProperty(window, Symbol.for('lab.shown'), {
    value: () =>
      [...shown].filter(([element]) => element.isConnected).map(([element, what]) => ({ element, ...what })),
  });
}

/** Remembers what stands in an element, for as long as it stands there. */
export function useShown(kind: Shown['kind'], id: string, post?: string): RefCallback<Element> {
  return useCallback(
    (element: Element | null) => {
      if (!element || !id) return;
      shown.set(element, { kind, id, ...(post ? { post } : {}) });
      return () => {
        shown.delete(element);
      };
    },
    [kind, id, post],
  );
}
