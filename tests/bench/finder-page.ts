import { createButton } from '../../sites/page/button.ts';
import { placeIn } from '../../sites/page/place.ts';
import { postFinderFor } from '../../sites/post-finders.ts';

/** Runs in a page that holds a hundred posts as the site draws them; `finder.ts` bundles it and calls it. */
const REPEAT = 50;

function each(work: () => void): number {
  const start = performance.now();
  for (let i = 0; i < REPEAT; i += 1) work();
  return (performance.now() - start) / REPEAT;
}

/** Ms for one look at the whole page, one way and the other, and for a button on each post. */
function run(address: string, selector: string): Record<string, number> {
  const url = new URL(address);
  const finder = postFinderFor(url.hostname);
  if (!finder) throw new Error(`no finder for ${address}`);
  const figures: Record<string, number> = {};
  const rescan = () => {
    for (const post of document.querySelectorAll(selector)) post.querySelector('[data-flagged]');
  };
  // Once for nothing: what runs first is compiled first.
  each(rescan);
  figures['plain rescan'] = each(rescan);
  figures['plain rescan again'] = each(rescan);
  figures['find all posts'] = each(() => finder.findPosts(document, url));
  const posts = finder.findPosts(document, url);
  figures.posts = posts.length;
  figures['find in one added post'] = each(() => finder.findPosts(posts[0] as Element, url));
  figures['names of all posts'] = each(() => {
    for (const post of posts) finder.names(post, url);
  });
  const start = performance.now();
  let placed = 0;
  for (const post of posts) {
    const anchor = finder.anchor(post, url);
    if (!anchor) continue;
    const button = createButton(document, { press() {}, undo() {}, approach() {} });
    button.show({ kind: 'ready', author: finder.authorLabel(post) }, 0);
    const { container, before } = placeIn(anchor);
    container.insertBefore(button.host, before);
    placed += 1;
  }
  document.body.getBoundingClientRect();
  figures['a button on each, with layout'] = performance.now() - start;
  figures.buttons = placed;
  figures['find all posts, buttons there'] = each(() => finder.findPosts(document, url));
  return figures;
}

Object.assign(globalThis, { benchFinder: run });
