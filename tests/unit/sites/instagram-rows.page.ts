import { instagramPosts } from '../../../sites/instagram/find.ts';
import type { Acts } from '../../../sites/page/acts-source.ts';
import type { PageContext } from '../../../sites/page/context.ts';
import { startPage } from '../../../sites/page/start.ts';

/** The half of `instagram-rows.test.ts` that works in a page: our page half as it is, with nobody behind it. */

const hosts = new Set<Element>();
const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (init) {
  hosts.add(this);
  return attach.call(this, init);
};

const ending = new AbortController();
const ctx: PageContext = {
  signal: ending.signal,
  isInvalid: false,
  onInvalidated: () => () => {},
  setTimeout: (handler, timeout) => window.setTimeout(handler, timeout),
  addEventListener: (target, type, handler) => target.addEventListener(type, handler),
};
const nobody = { now: () => null, load: () => new Promise<Acts>(() => {}) };
startPage(document, instagramPosts, ctx, (async () => ({ locale: 'id', states: {} })) as never, nobody);

/** Buttons on each article, by its id. */
Object.assign(globalThis, {
  buttonsOn: () =>
    Object.fromEntries(
      [...document.querySelectorAll('article')].map((article) => [
        article.id,
        [...hosts].filter((host) => article.contains(host)).length,
      ]),
    ),
});
