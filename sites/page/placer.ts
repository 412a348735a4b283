import type { PageButton } from './button.ts';
import { hasWrapped, isDark, placeIn } from './place.ts';
import type { PostButton } from './post.ts';

/** Puts buttons into the page, and fits them to their rows, once per frame. */
export interface Placer {
  place(it: PostButton): void;
  /** The button shows other words than when it was last measured. */
  fit(button: PageButton): void;
  /** Light or dark, as the page behind them is now. */
  dress(all: PostButton[]): void;
}

/** Reads for all, then writes for all: one layout per frame however many posts come into view. */
export function createPlacer(window: Window): Placer {
  let placing = new Set<PostButton>();
  let fitting = new Map<PageButton, boolean | null>();
  let frame = 0;

  function work(): void {
    frame = 0;
    const url = new URL(window.location.href);
    const batch = [];
    for (const it of placing) {
      const anchor = it.post.isConnected && it.kind.anchor(it.post, url);
      if (!anchor) continue;
      const row = anchor.container;
      // A comment's icon is too small to make a line wrap.
      const height = it.kind.comment ? 0 : row.clientHeight;
      batch.push({ it, row, height, dark: isDark(row), ...placeIn(anchor) });
    }
    placing = new Set();
    for (const { it, container, before, row, dark } of batch) {
      it.button.setTheme(dark);
      container.insertBefore(it.button.host, before);
      it.stands(row, Date.now());
    }
    for (const { it, row, height } of batch) {
      if (!it.kind.comment) fitting.set(it.button, hasWrapped(row, height));
    }
    const now = fitting;
    fitting = new Map();
    for (const [button, wrapped] of now) button.loosen(wrapped);
    const cut = [...now.keys()].map((button) => [button, button.isCut()] as const);
    for (const [button, value] of cut) button.narrow(value);
  }

  const soon = () => {
    if (!frame) frame = window.requestAnimationFrame(work);
  };
  return {
    dress(all) {
      const dark = all.map(({ button }) => [button, isDark(button.host)] as const);
      for (const [button, value] of dark) button.setTheme(value);
    },
    place(it) {
      placing.add(it);
      soon();
    },
    fit(button) {
      if (!fitting.has(button)) fitting.set(button, null);
      soon();
    },
  };
}
