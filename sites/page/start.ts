import type { PostFinder } from '../site.ts';
import type { ActsSource } from './acts-source.ts';
import { type Call, codeOfError } from './calls.ts';
import type { PageContext } from './context.ts';
import type { Kind } from './kind.ts';
import { onOrphaned, onStatesChanged } from './orphan.ts';
import { createPlacer } from './placer.ts';
import { PostButton, type Shared } from './post.ts';
import { createStates } from './states.ts';
import { createTally } from './tally.ts';
import { type Watcher, watchPosts } from './watch.ts';

/** Quiet time after the page has loaded: nodes put in before the site's own start-up disturb it. */
const SETTLE = 400;
/** The browser tells of a new address shortly before the page has it. */
const ARRIVE = 30;
const TICK = 20_000;

/**
 * Put the buttons into a page of a known site and keep them right until `ctx` ends. Where the address is none on
 * which posts stand, nothing is done but to wait for another address.
 */
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
  let ticking = 0;
  let visited: string | null = null;
  const surface = () => finder.surfaceOf(new URL(window.location.href));

  const orphaned = onOrphaned(ctx, () => {
    watcher?.stop();
    for (const it of buttons.values()) {
      it.settle();
      it.show({ kind: 'reload' });
    }
  });
  const states = createStates(ctx, call, drawAll, (error) => {
    if (codeOfError(error) === 'context-invalidated') orphaned();
  });
  const tally = createTally(document, ctx, call);
  const placer = createPlacer(window);
  const shared: Shared = {
    document,
    finder,
    acts,
    call,
    states,
    orphaned,
    fit: placer.fit,
    count: (kind, count) => tally.add(count, kind.comment ? 'comment' : surface()),
  };

  function drawAll(): void {
    for (const item of watcher?.near.keys() ?? []) buttons.get(item)?.draw();
  }

  function refresh(): void {
    if (document.hidden) return;
    states.forget();
    syncAll();
  }

  function syncAll(): void {
    for (const item of watcher?.near.keys() ?? []) buttons.get(item)?.sync();
  }

  function attend(post: Element, kind: Kind): void {
    let it = buttons.get(post);
    if (!it) {
      it = new PostButton(post, kind, shared);
      watcher?.own(it.button.host);
      buttons.set(post, it);
    }
    it.sync();
    if (it.wanting(Date.now())) placer.place(it);
  }

  function tick(): void {
    ticking = ctx.setTimeout(tick, TICK);
    if (document.hidden) return;
    const now = surface();
    if (visited !== now) tally.add('visits', now);
    visited = now;
    syncAll();
    placer.dress([...buttons.values()]);
  }

  function update(): void {
    if (ctx.isInvalid) return;
    if (!surface()) halt();
    else if (watcher) watcher.rescan();
    else watch();
  }

  function watch(): void {
    watcher = watchPosts(document, finder, ctx, {
      near: attend,
      gone(post) {
        buttons.get(post)?.button.host.remove();
        buttons.delete(post);
      },
    });
    ticking = ctx.setTimeout(tick, TICK);
  }

  function halt(): void {
    window.clearTimeout(ticking);
    watcher?.stop();
    watcher = null;
    visited = null;
    for (const it of buttons.values()) it.button.host.remove();
    buttons.clear();
  }

  function begin(): void {
    if (ctx.isInvalid) return;
    onStatesChanged(refresh);
    ctx.addEventListener(document, 'visibilitychange', refresh);
    ctx.addEventListener(window, 'wxt:locationchange', () => ctx.setTimeout(update, ARRIVE));
    update();
  }

  const whenLoaded = () => ctx.setTimeout(begin, SETTLE);
  if (document.readyState === 'complete') whenLoaded();
  else ctx.addEventListener(window, 'load', whenLoaded);
}
