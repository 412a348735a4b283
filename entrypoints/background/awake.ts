import { browser } from 'wxt/browser';

/** A worker without a call for 30 s is ended, in the middle of a transaction too. */
const CALL_MS = 20_000;

/** Keeps the worker from being put to sleep while a long piece of work is under way. */
export async function awake<T>(work: () => Promise<T>): Promise<T> {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo(), CALL_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
