/** What the page half needs of its context (`page-context.ts`); tests bring their own. */
export interface PageContext {
  readonly signal: AbortSignal;
  readonly isInvalid: boolean;
  onInvalidated(callback: () => void): void;
  setTimeout(handler: () => void, timeout?: number): number;
  addEventListener(target: EventTarget, type: string, handler: (event: Event) => void): void;
}
