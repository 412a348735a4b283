import { MutationSummary } from 'mutation-summary';
import sentinel from 'sentinel-js';
import { instagramPosts } from '../../sites/instagram/find.ts';
import type { PageContext } from '../../sites/page/context.ts';
import { watchPosts } from '../../sites/page/watch.ts';
import type { PostFinder } from '../../sites/site.ts';
import 'arrive';

/** Ways to learn that a post has come into a page. Each calls `found` per post until the page is left. */
export type Technique = (found: (post: Element) => void) => void;

const POST = 'article';

declare global {
  interface Document {
    arrive(selector: string, options: { existing: boolean }, found: (this: Element) => void): void;
  }
}

/** What WXT's context is to the content script, for a page that lives as long as the bench. */
const context = (): PageContext => ({
  signal: new AbortController().signal,
  isInvalid: false,
  onInvalidated: () => () => {},
  setTimeout: (handler, ms) => window.setTimeout(handler, ms),
  addEventListener: (target, type, handler) => target.addEventListener(type, handler),
});

/** The shortest finder there could be: what is left of the cost is the watching. */
const plain: PostFinder = {
  ...instagramPosts,
  findPosts: (root) =>
    root instanceof Element && root.matches(POST) ? [root] : [...root.querySelectorAll(POST)],
  comments: { ...instagramPosts.comments, find: () => [] },
};

const ours =
  (finder: PostFinder): Technique =>
  (found) => {
    const known = new WeakSet<Element>();
    watchPosts(document, finder, context(), {
      near(post) {
        if (!known.has(post)) found(post);
        known.add(post);
      },
      gone: (post) => void known.delete(post),
    });
  };

const once = (found: (post: Element) => void) => {
  const known = new WeakSet<Element>();
  return () => {
    for (const post of document.querySelectorAll(POST)) {
      if (known.has(post)) continue;
      known.add(post);
      found(post);
    }
  };
};

function cssAnimation(found: (post: Element) => void): void {
  const style = document.createElement('style');
  style.textContent = `@keyframes bench-post { to { outline-color: #0001 } } ${POST}:not(.bench-seen) { animation: bench-post 1ms }`;
  document.head.append(style);
  document.addEventListener(
    'animationstart',
    ({ animationName, target }) => {
      if (animationName !== 'bench-post' || !(target instanceof Element)) return;
      target.classList.add('bench-seen');
      found(target);
    },
    true,
  );
}

export const TECHNIQUES: Record<string, Technique> = {
  none: () => {},
  'none again': () => {},
  'no-op observer': () =>
    new MutationObserver(() => {}).observe(document, { childList: true, subtree: true }),
  'ours, finder of Instagram': ours(instagramPosts),
  'ours, plain selector': ours(plain),
  rescan: (found) => {
    const look = once(found);
    new MutationObserver(look).observe(document, { childList: true, subtree: true });
  },
  'rescan with attributes': (found) => {
    const look = once(found);
    new MutationObserver(look).observe(document, {
      childList: true,
      subtree: true,
      attributes: true,
      characterData: true,
    });
  },
  'interval of 1 s': (found) => void setInterval(once(found), 1000),
  arrive: (found) => {
    document.arrive(POST, { existing: true }, function (this: Element) {
      found(this);
    });
  },
  'mutation-summary': (found) =>
    void new MutationSummary({
      callback: ([summary]) => {
        for (const post of summary?.added ?? []) found(post as Element);
      },
      queries: [{ element: POST }],
    }),
  'sentinel-js': (found) => sentinel.on(POST, (post) => found(post)),
  'css animation': cssAnimation,
};
