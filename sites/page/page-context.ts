import { browser } from 'wxt/browser';
import type { PageContext } from './context.ts';

/** How often a browser without the Navigation API is asked for its address, in ms. */
const POLL = 1000;

/**
 * Stands in for the framework's context of the same name in what comes into a page (`wxt.config.ts`): what we need of
 * it at a third of its size, and without the events that it sends through the page. It ends with the extension.
 */
export class ContentScriptContext implements PageContext {
  private ending = new AbortController();
  readonly signal = this.ending.signal;

  get isInvalid(): boolean {
    if (!browser.runtime?.id) this.ending.abort();
    return this.signal.aborted;
  }

  onInvalidated(callback: () => void): void {
    this.signal.addEventListener('abort', callback);
  }

  /** Nothing runs once the extension is gone. */
  setTimeout(handler: () => void, timeout?: number): number {
    return window.setTimeout(() => this.isInvalid || handler(), timeout);
  }

  /** `wxt:locationchange` is no event of the page: the handler is called when its address becomes another. */
  addEventListener(target: EventTarget, type: string, handler: (event: Event) => void): void {
    const { signal } = this;
    if (type !== 'wxt:locationchange') {
      target.addEventListener(type, handler, { signal });
      return;
    }
    let shown = location.href;
    const look = (event: Event, href: string) => {
      if (href !== shown) handler(event);
      shown = href;
    };
    if ('navigation' in window)
      window.navigation.addEventListener('navigate', (event) => look(event, event.destination.url), {
        signal,
      });
    else {
      const poll = () => {
        look(new Event(type), location.href);
        this.setTimeout(poll, POLL);
      };
      poll();
    }
  }
}
