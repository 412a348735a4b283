import { browser } from 'wxt/browser';
import { STATES_CHANGED } from '../../protocol/broadcast.ts';
import type { PageContext } from './context.ts';

/** Runs `changed` when the worker says that states may have changed; its listeners go with the extension. */
export function onStatesChanged(changed: () => void): void {
  browser.runtime.onMessage.addListener((message: unknown): undefined => {
    if ((message as { name?: unknown } | null)?.name === STATES_CHANGED) changed();
  });
}

/** Runs `orphaned` once, however many notice at the same time that the extension was updated or removed. */
export function onOrphaned(ctx: PageContext, orphaned: () => void): () => void {
  let noticed = false;
  const once = () => {
    if (!noticed) orphaned();
    noticed = true;
  };
  ctx.onInvalidated(once);
  return once;
}
