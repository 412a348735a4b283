import { type Locale, locale, setLocale } from '../../i18n/index.ts';
import type { PageState } from '../../protocol/contract.ts';
import type { Call } from './calls.ts';
import type { PageContext } from './context.ts';

export interface States {
  /** What is known of a post under any of its names; undefined until asked. */
  of(names: readonly string[]): PageState | null | undefined;
  /** Ask for these names with the next batch. */
  ask(names: readonly string[]): void;
  put(names: readonly string[], state: PageState | null): void;
  /** The language in force. */
  locale(): Locale;
  /** What is known may have changed: the next `ask` asks again; until then it is still shown. */
  forget(): void;
}

const NUMBERED = /^facebook:\d/;
const BATCH_PAUSE = 60;
const BATCH = 200;
/** Ms until a question that failed is asked again; doubles while it fails. */
const AGAIN = 500;

/** States of the posts in the page, asked for in batches; `changed` runs after each answer. */
export function createStates(
  ctx: PageContext,
  call: Call,
  changed: () => void,
  failed: (error: unknown) => void,
): States {
  const known = new Map<string, PageState | null>();
  const fresh = new Set<string>();
  const wanted = new Set<string>();
  let timer = 0;
  let delay = AGAIN;

  async function ask(): Promise<void> {
    timer = 0;
    const names = [...wanted].slice(0, BATCH);
    for (const name of names) wanted.delete(name);
    if (wanted.size > 0) schedule();
    if (names.length === 0) return;
    try {
      const answer = await call('page.states', { names });
      setLocale(answer.locale);
      for (const name of names) known.set(name, answer.states[name] ?? null);
      delay = AGAIN;
      changed();
    } catch (error) {
      for (const name of names) fresh.delete(name);
      failed(error);
      // Most often the worker was just ending. What fails for longer is asked for less and less often.
      ctx.setTimeout(() => want(names), delay);
      delay *= 2;
    }
  }

  function want(names: readonly string[]): void {
    for (const name of names) {
      if (fresh.has(name)) continue;
      fresh.add(name);
      wanted.add(name);
    }
    if (wanted.size > 0) schedule();
  }

  function schedule(): void {
    if (!timer) timer = ctx.setTimeout(() => void ask(), BATCH_PAUSE);
  }

  return {
    of(names) {
      const told = names.map((name) => known.get(name));
      // A photo may stand in two posts: its state counts only while no number tells them apart.
      const own = names.filter((name) => NUMBERED.test(name));
      const fits = (state?: PageState | null) =>
        state && (!own[0] || own.includes(state.complaintId) || !NUMBERED.test(state.complaintId));
      return told.find(fits) ?? (told.includes(null) ? null : undefined);
    },
    ask: want,
    put(names, state) {
      for (const name of names) known.set(name, state);
    },
    locale,
    forget() {
      fresh.clear();
    },
  };
}
