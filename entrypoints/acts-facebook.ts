import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { facebookFinder } from '../sites/facebook/finder.ts';
import { createActs } from '../sites/page/acts.ts';
import { ACTS_SLOT } from '../sites/page/acts-source.ts';

/** Comes into a page beside the content script when someone is about to flag (`page.acts`). */
export default defineUnlistedScript(() => {
  Object.assign(globalThis, { [ACTS_SLOT]: createActs(facebookFinder) });
});
