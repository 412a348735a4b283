import type { PostFinder } from '../site.ts';
import type { PageContext } from './context.ts';
import { type Kind, kindsOf } from './kind.ts';

export interface Watcher {
  /** Posts and comments in or near the view. */
  near: ReadonlyMap<Element, Kind>;
  /** Look at the whole document again, soon. */
  rescan(): void;
  /** Nodes that we put into the page ourselves and that therefore tell nothing. */
  own(node: Node): void;
  stop(): void;
}

export interface WatchEvents {
  /** Near the view, and perhaps another post than before: names, row or button may be others now. */
  near(item: Element, kind: Kind): void;
  /** No longer a post, or no longer in the page. */
  gone(item: Element): void;
}

/** How far outside the view a post counts as near. */
const MARGIN = '600px 0px';
/** At most one look at the whole document per this many ms, and never more than a twentieth of the time. */
const SCAN_PAUSE = 600;
const SCAN_SHARE = 20;
/** Ms of work per frame; what is left waits for the next. */
const FRAME_WORK = 6;
/** More than this no page that people read has at a time. */
const MAX_KNOWN = 2000;
/** Where more is put into the page within a frame, one look at the whole is cheaper. */
const MAX_ADDED = 500;

/**
 * Watches a page that adds, empties and recycles posts. One observer, for added and removed nodes, handled once per
 * frame; an intersection observer so that work is done near the view only. A recycled node may change nothing but
 * attributes, which nobody here observes: what is near is looked at again after every change of nodes nearby, after
 * scrolling and at each look at the whole. No layout is read. Nothing happens while the page is hidden.
 */
export function watchPosts(
  document: Document,
  finder: PostFinder,
  ctx: PageContext,
  on: WatchEvents,
): Watcher {
  const window = document.defaultView as Window & typeof globalThis;
  const kinds = kindsOf(finder);
  const known = new Map<Element, Kind>();
  const near = new Map<Element, Kind>();
  const ours = new WeakSet<Node>();
  /** Roots that were added, and what stands around places where something was. */
  const added = new Set<Element>();
  const touched = new Set<Element>();
  /** Near ones to be looked at again. */
  const due = new Set<Element>();
  /** Posts without a box of their own, by the child that stands for them. */
  const boxes = new Map<Element, Element>();
  const ending = new AbortController();
  let frame = 0;
  let timer = 0;
  let nextScan = 0;
  const here = () => new URL(window.location.href);

  const seen = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting, boundingClientRect: box } of entries) {
        const item = boxes.get(target) ?? target;
        const kind = known.get(item);
        if (!kind) continue;
        if (isIntersecting) {
          near.set(item, kind);
          due.add(item);
          schedule();
        } else {
          near.delete(item);
          if (target === item && !box.width && !box.height) standIn(item);
        }
      }
    },
    { rootMargin: MARGIN },
  );

  /** An element without a box (`display: contents`) is never in view; what it holds is. */
  function standIn(item: Element): void {
    const child = item.firstElementChild;
    if (!child || boxes.has(child) || window.getComputedStyle(item).display !== 'contents') return;
    boxes.set(child, item);
    seen.observe(child);
  }

  const nodes = new MutationObserver((records) => {
    if (document.hidden) return;
    for (const { target, addedNodes, removedNodes } of records) {
      let foreign = false;
      for (const node of addedNodes) {
        if (node.nodeType !== 1 || ours.has(node)) continue;
        foreign = true;
        if (added.size < MAX_ADDED) added.add(node as Element);
      }
      // Ours, taken out by the page, counts: we never take it out of a post that stays.
      if ((foreign || removedNodes.length > 0) && touched.size < MAX_ADDED) touched.add(target as Element);
    }
    if (touched.size > 0) schedule();
  });

  function schedule(): void {
    if (!frame && !document.hidden) frame = window.requestAnimationFrame(flush);
  }

  function flush(): void {
    frame = 0;
    const end = performance.now() + FRAME_WORK;
    const url = here();
    if (touched.size > 0) later(nextScan - Date.now());
    for (const item of touched) {
      touched.delete(item);
      for (let at: Element | null = item; at; at = at.parentElement) if (near.has(at)) due.add(at);
    }
    for (const item of due) {
      if (performance.now() > end) break;
      due.delete(item);
      const kind = near.get(item);
      if (!kind || !item.isConnected) continue;
      // Recycled for an advertisement or emptied: the button must not stay a moment longer.
      if (kind.find(item, url).includes(item)) on.near(item, kind);
      else drop(item);
    }
    for (const root of added) {
      if (performance.now() > end) break;
      added.delete(root);
      if (root.isConnected)
        for (const kind of kinds) for (const item of kind.find(root, url)) add(item, kind);
    }
    if (due.size + added.size > 0) schedule();
  }

  function later(pause: number): void {
    if (!timer) timer = ctx.setTimeout(scan, Math.max(50, pause));
  }

  /** What was added may complete a post further up; what was removed may have been one. */
  function scan(): void {
    timer = 0;
    if (document.hidden || ctx.isInvalid || ending.signal.aborted) return;
    const start = performance.now();
    const url = here();
    const found = new Map<Element, Kind>();
    for (const kind of kinds) for (const item of kind.find(document, url)) found.set(item, kind);
    for (const item of known.keys()) if (!found.has(item)) drop(item);
    for (const [item, kind] of found) add(item, kind);
    nextScan = Date.now() + Math.max(SCAN_PAUSE, (performance.now() - start) * SCAN_SHARE);
    again();
  }

  /** Look at all near ones again. */
  function again(): void {
    for (const item of near.keys()) due.add(item);
    if (due.size > 0) schedule();
  }

  function add(item: Element, kind: Kind): void {
    if (known.has(item) || known.size >= MAX_KNOWN) return;
    known.set(item, kind);
    seen.observe(item);
  }

  function drop(item: Element): void {
    known.delete(item);
    near.delete(item);
    due.delete(item);
    seen.unobserve(item);
    for (const [child, post] of boxes) {
      if (post !== item) continue;
      boxes.delete(child);
      seen.unobserve(child);
    }
    on.gone(item);
  }

  const options = { signal: ending.signal, capture: true, passive: true };
  nodes.observe(document, { childList: true, subtree: true });
  document.addEventListener('scrollend', again, options);
  document.addEventListener('visibilitychange', () => !document.hidden && later(0), options);
  later(0);

  return {
    near,
    rescan: () => later(0),
    own: (node) => ours.add(node),
    stop() {
      ending.abort();
      nodes.disconnect();
      seen.disconnect();
      window.cancelAnimationFrame(frame);
      window.clearTimeout(timer);
    },
  };
}
