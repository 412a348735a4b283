import type { PostFinder } from '../site.ts';
import type { ActsSource } from './acts-source.ts';
import type { Call } from './calls.ts';
import type { PageContext } from './context.ts';
import { onOrphaned, onStatesChanged } from './orphan.ts';
import { hasWrapped, isDark, placeIn } from './place.ts';
import { PostButton, type Shared } from './post.ts';
import { rateLimit } from './rate-limit.ts';
import { createStates } from './states.ts';
import { type Watcher, watchPosts } from './watch.ts';

/** A post from which the page has taken the button this often gets none any more. */
const MAX_PLACED = 6;
/** Quiet time after the page has loaded: nodes put in before the site's own start-up disturb it. */
const SETTLE = 400;
const TICK = 20_000;
const CLICKS = { limit: 20, spanMs: 60_000 };

/** Put the buttons into a page of a known site and keep them right until `ctx` ends. */
export function startPage(
  document: Document,
  finder: PostFinder,
  ctx: PageContext,
  call: Call,
  acts: ActsSource,
): void {
  const window = document.defaultView as Window & typeof globalThis;
  const buttons = new Map<Element, PostButton>();
  let watcher: Watcher | null = null;
  let placing = new Set<PostButton>();
  let frame = 0;

  const orphaned = onOrphaned(ctx, () => {
    watcher?.stop();
    for (const button of buttons.values()) {
      button.settle();
      button.show({ kind: 'reload' });
    }
  });
  const states = createStates(ctx, call, drawAll, (error) => {
    if (error instanceof Error && 'code' in error && error.code === 'context-invalidated') orphaned();
  });
  const allow = rateLimit(CLICKS.limit, CLICKS.spanMs);
  const shared: Shared = { document, finder, acts, call, states, allow, orphaned };

  function drawAll(): void {
    for (const post of watcher?.near ?? []) buttons.get(post)?.draw();
  }

  function syncAll(): void {
    for (const post of watcher?.near ?? []) buttons.get(post)?.sync();
  }

  function refresh(): void {
    if (document.hidden) return;
    states.forget();
    syncAll();
  }

  function attend(post: Element): void {
    let button = buttons.get(post);
    if (!button) {
      button = new PostButton(post, shared);
      watcher?.own(button.button.host);
      buttons.set(post, button);
    }
    button.sync();
    const { host } = button.button;
    if (post.contains(host) || button.placed > MAX_PLACED) return;
    placing.add(button);
    if (!frame) frame = window.requestAnimationFrame(place);
  }

  /** Reads for all, then writes for all: one layout per frame however many posts come into view. */
  function place(): void {
    frame = 0;
    const batch = [];
    for (const button of placing) {
      const anchor = button.post.isConnected && finder.anchor(button.post, new URL(window.location.href));
      if (!anchor) continue;
      const { container, before } = placeIn(anchor);
      const row = anchor.container;
      batch.push({ button, container, before, row, height: row.clientHeight, dark: isDark(container) });
    }
    placing = new Set();
    for (const { button, container, before, dark } of batch) {
      button.button.setTheme(dark);
      container.insertBefore(button.button.host, before);
      button.placed++;
    }
    const wrapped = batch.map(({ row, height }) => hasWrapped(row, height));
    for (const [index, { button }] of batch.entries()) button.button.squeeze(wrapped[index] ?? false);
  }

  function begin(): void {
    if (ctx.isInvalid) return;
    watcher = watchPosts(document, finder, ctx, {
      near: attend,
      changed: attend,
      gone(post) {
        buttons.get(post)?.button.host.remove();
        buttons.delete(post);
      },
    });
    onStatesChanged(ctx, refresh);
    ctx.addEventListener(document, 'visibilitychange', refresh);
    ctx.setInterval(() => {
      if (!document.hidden) drawAll();
    }, TICK);
  }

  const whenLoaded = () => ctx.setTimeout(begin, SETTLE);
  if (document.readyState === 'complete') whenLoaded();
  else ctx.addEventListener(window, 'load', whenLoaded);
}
