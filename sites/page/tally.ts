import type { HealthInput } from '../../protocol/contract.ts';
import type { Call } from './calls.ts';
import type { PageContext } from './context.ts';

export type Count = 'visits' | 'seen' | 'placed' | 'named' | 'removed';

/** Counts how well a site's page is understood, and tells the worker: figures only, no names, no addresses. */
export interface Tally {
  add(count: Count, surface: string | null): void;
}

const PAUSE = 60_000;

/** One message a surface, at most once a minute and when the page is left, and none while there is nothing to tell. */
export function createTally(document: Document, ctx: PageContext, call: Call): Tally {
  const counts = new Map<string, HealthInput>();
  let timer = 0;
  const flush = () => {
    clearTimeout(timer);
    timer = 0;
    for (const input of counts.values()) void call('page.health', input).catch(() => undefined);
    counts.clear();
  };
  // What is sent while a page goes is often lost; when its tab is left, it is not.
  for (const type of ['pagehide', 'visibilitychange'])
    ctx.addEventListener(document.defaultView as Window, type, flush);
  return {
    add(count, surface) {
      if (!surface) return;
      const row = counts.get(surface) ?? { surface, visits: 0, seen: 0, placed: 0, named: 0, removed: 0 };
      counts.set(surface, row);
      row[count]++;
      if (!timer) timer = ctx.setTimeout(flush, PAUSE);
    },
  };
}
