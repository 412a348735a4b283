import type { PostFinder } from '../site.ts';
import type { PageContext } from './context.ts';

export interface Watcher {
  /** Posts in or near the view. */
  near: ReadonlySet<Element>;
  /** Look at the whole document again, soon. */
  rescan(): void;
  /** Nodes that we put into the page ourselves and that therefore tell nothing. */
  own(node: Node): void;
  stop(): void;
}

export interface WatchEvents {
  /** A post has come near the view. */
  near(post: Element): void;
  /** Something changed in or around a near post: names, row or button may be others now. */
  changed(post: Element): void;
  /** No longer a post, or no longer in the page. */
  gone(post: Element): void;
}

/** How far outside the view a post counts as near. */
const MARGIN = '600px 0px';
/** At most one look at the whole document per this many ms. */
const SCAN_PAUSE = 600;

/**
 * Watches a page that adds, empties and recycles posts. One observer for added and removed nodes, handled once
 * per frame; a second for the links of near posts, because a recycled node changes nothing else; an intersection
 * observer so that work is done near the view only. No layout is read. Nothing happens while the page is hidden.
 */
export function watchPosts(
  document: Document,
  finder: PostFinder,
  ctx: PageContext,
  on: WatchEvents,
): Watcher {
  const window = document.defaultView as Window & typeof globalThis;
  const known = new Set<Element>();
  const near = new Set<Element>();
  /** Posts that have been near once: they carry a button, and may be recycled while they are away. */
  const met = new Set<Element>();
  const ours = new WeakSet<Node>();
  let pending = new Set<Element>();
  let frame = 0;
  let timer = 0;
  let lastScan = 0;
  const here = () => new URL(window.location.href);

  const seen = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting && known.has(target)) {
          near.add(target);
          met.add(target);
          links.observe(target, { subtree: true, attributes: true, attributeFilter: ['href', 'datetime'] });
          on.near(target);
        } else near.delete(target);
      }
    },
    { rootMargin: MARGIN },
  );
  const links = new MutationObserver(schedule);
  const nodes = new MutationObserver((records) => {
    if (document.hidden) return;
    let foreign = false;
    for (const { addedNodes, removedNodes } of records) {
      for (const node of addedNodes) {
        if (node.nodeType !== 1 || ours.has(node)) continue;
        pending.add(node as Element);
        foreign = true;
      }
      foreign ||= removedNodes.length > 0;
    }
    if (foreign) schedule();
  });

  function schedule(): void {
    if (!frame && !document.hidden) frame = window.requestAnimationFrame(flush);
  }

  function flush(): void {
    frame = 0;
    const added = pending;
    pending = new Set();
    for (const root of added) {
      if (root.isConnected) for (const post of finder.findPosts(root, here())) add(post);
    }
    for (const post of met) {
      if (!post.isConnected) continue;
      // Recycled for an advertisement or emptied: the button must not stay a moment longer.
      if (finder.findPosts(post, here()).includes(post)) on.changed(post);
      else drop(post);
    }
    // What was added may complete a post further up; what was removed may have been one.
    later(SCAN_PAUSE - (Date.now() - lastScan));
  }

  function later(pause: number): void {
    if (!timer) timer = ctx.setTimeout(scan, Math.max(50, pause));
  }

  function scan(): void {
    timer = 0;
    if (document.hidden || ctx.isInvalid) return;
    lastScan = Date.now();
    const found = new Set(finder.findPosts(document, here()));
    for (const post of found) add(post);
    for (const post of known) if (!found.has(post)) drop(post);
  }

  function add(post: Element): void {
    if (known.has(post)) return;
    known.add(post);
    seen.observe(post);
  }

  function drop(post: Element): void {
    known.delete(post);
    near.delete(post);
    met.delete(post);
    seen.unobserve(post);
    on.gone(post);
  }

  nodes.observe(document, { childList: true, subtree: true });
  ctx.addEventListener(document, 'visibilitychange', () => {
    if (!document.hidden) later(0);
  });
  ctx.addEventListener(window, 'wxt:locationchange', () => later(0));
  later(0);

  return {
    near,
    rescan: () => later(0),
    own: (node) => ours.add(node),
    stop() {
      nodes.disconnect();
      links.disconnect();
      seen.disconnect();
      window.cancelAnimationFrame(frame);
      window.clearTimeout(timer);
    },
  };
}
