import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { finderFor } from '../../sites/finders.ts';
import { createButton } from '../../sites/page/button.ts';
import { placeIn } from '../../sites/page/place.ts';
import type { PostFinder } from '../../sites/site.ts';

/** Runs in a page that holds a hundred posts as the site draws them; `finder.ts` bundles it and calls it. */
const REPEAT = 50;

function each(work: () => void): number {
  const start = performance.now();
  for (let i = 0; i < REPEAT; i += 1) work();
  return (performance.now() - start) / REPEAT;
}

/** Ms for what others would put on each post, taken away again. */
function decorate(finder: PostFinder, posts: Element[], url: URL, make: () => Element): number {
  const start = performance.now();
  const made: Element[] = [];
  for (const post of posts) {
    const anchor = finder.anchor(post, url);
    if (!anchor) continue;
    const element = make();
    anchor.container.insertBefore(element, anchor.before);
    made.push(element);
  }
  document.body.getBoundingClientRect();
  const ms = performance.now() - start;
  for (const element of made) element.remove();
  return ms;
}

/** Ms for one look at the whole page, one way and the other, and for a button on each post. */
function run(address: string, selector: string): Record<string, number> {
  const url = new URL(address);
  const finder = finderFor(url.hostname);
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
  const hosts: Element[] = [];
  for (const post of posts) {
    const anchor = finder.anchor(post, url);
    if (!anchor) continue;
    const button = createButton(document, { press() {}, undo() {}, approach() {}, changed() {} });
    button.show({ kind: 'ready', author: finder.authorLabel(post) });
    const { container, before } = placeIn(anchor);
    container.insertBefore(button.host, before);
    hosts.push(button.host);
  }
  document.body.getBoundingClientRect();
  figures['a button on each, with layout'] = performance.now() - start;
  figures['find all posts, buttons there'] = each(() => finder.findPosts(document, url));
  figures.buttons = hosts.length;
  for (const host of hosts) host.remove();
  figures['a plain button on each, with layout'] = decorate(finder, posts, url, () => {
    const button = document.createElement('button');
    button.textContent = 'Tandai aduan';
    return button;
  });
  figures['a React root on each, with layout'] = decorate(finder, posts, url, () => {
    const host = document.createElement('div');
    flushSync(() => createRoot(host).render(createElement('button', { type: 'button' }, 'Tandai aduan')));
    return host;
  });
  return figures;
}

Object.assign(globalThis, { benchFinder: run });
