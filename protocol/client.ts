import { browser } from 'wxt/browser';
import type { Input, MessageName, Output } from './contract.ts';
import { type Answer, TanggapError } from './errors.ts';

/**
 * Send one message to the worker and wait for its answer.
 * @throws TanggapError with the worker's code; `context-invalidated` when the extension was updated or removed.
 */
export async function call<N extends MessageName>(name: N, input: Input<N>): Promise<Output<N>> {
  let answer: Answer<Output<N>> | undefined;
  try {
    answer = (await browser.runtime.sendMessage({ name, input })) as Answer<Output<N>> | undefined;
  } catch (error) {
    const text = String(error);
    if (!browser.runtime?.id || /context invalidated|receiving end/i.test(text)) {
      throw new TanggapError('context-invalidated', text);
    }
    throw new TanggapError('unexpected', text);
  }
  if (!answer) throw new TanggapError('context-invalidated', 'no answer');
  if (!answer.ok) throw new TanggapError(answer.code, answer.detail);
  return answer.value;
}
