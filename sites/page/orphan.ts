import { browser } from 'wxt/browser';
import { STATES_CHANGED } from '../../protocol/broadcast.ts';
import type { PageContext } from './context.ts';

/** Runs `changed` when the worker says that states may have changed; silent once the extension is gone. */
export function onStatesChanged(ctx: PageContext, changed: () => void): void {
  const listener = (message: unknown): undefined => {
    if (typeof message !== 'object' || message === null || !('name' in message)) return;
    if (message.name === STATES_CHANGED) changed();
  };
  browser.runtime.onMessage.addListener(listener);
  ctx.onInvalidated(() => {
    try {
      browser.runtime.onMessage.removeListener(listener);
    } catch {
      // The runtime went with the extension, and its listeners with it.
    }
  });
}

/** Runs `orphaned` once, however many notice at the same time that the extension was updated or removed. */
export function onOrphaned(ctx: PageContext, orphaned: () => void): () => void {
  let done = false;
  const once = () => {
    if (done) return;
    done = true;
    orphaned();
  };
  ctx.onInvalidated(once);
  return once;
}
