import { world } from '../world.ts';
import type { Call } from './calls.ts';
import type { PostButton } from './post.ts';

/** What a person can do with a post's button. Both check first whether a person did it. */
export interface Acts {
  press(it: PostButton, event: MouseEvent): Promise<void>;
  undo(it: PostButton, event: MouseEvent): Promise<void>;
}

/** Where `entrypoints/acts.ts` leaves the acts: in the extension's own world, which no page can reach. */
export const ACTS_SLOT = 'tanggapActs';

export interface ActsSource {
  /** The acts, when they are in the page already: then a click is handled in its own turn. */
  now(): Acts | null;
  /** Bring them in. Asked for when the pointer or the keyboard comes to a button. */
  load(): Promise<Acts>;
}

/**
 * Reading and flagging weigh as much as finding and drawing, and most pages are only looked at: so they come into
 * the page when someone is about to flag.
 */
export function createActsSource(call: Call): ActsSource {
  const now = () => ((world as Record<string, unknown>)[ACTS_SLOT] as Acts | undefined) ?? null;
  let loading: Promise<unknown> | null = null;
  return {
    now,
    async load() {
      if (!now()) {
        loading ??= call('page.acts', {}).finally(() => {
          loading = null;
        });
        await loading;
      }
      const acts = now();
      if (!acts) throw new Error('no acts');
      return acts;
    },
  };
}
