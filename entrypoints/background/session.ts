import { browser } from 'wxt/browser';

/** Stands in for `storage.session` in a browser without it: lives as long as the worker does. */
const memory = new Map<string, unknown>();

/** A value kept until the browser closes; survives the worker's naps where the browser can. */
export async function sessionGet<T>(key: string): Promise<T | undefined> {
  if (!browser.storage?.session) return memory.get(key) as T | undefined;
  return ((await browser.storage.session.get(key)) as Record<string, T | undefined>)[key];
}

export async function sessionSet(key: string, value: unknown): Promise<void> {
  if (browser.storage?.session) await browser.storage.session.set({ [key]: value });
  else memory.set(key, value);
}

let queue: Promise<unknown> = Promise.resolve();

/** Changes a value from what it was, one change after the other, so that none is lost. */
export function sessionUpdate<T, R>(
  key: string,
  change: (value: T | undefined) => { value: T; result: R },
): Promise<R> {
  const step = queue.then(async () => {
    const { value, result } = change(await sessionGet<T>(key));
    await sessionSet(key, value);
    return result;
  });
  queue = step.catch(() => undefined);
  return step;
}
