import type { z } from 'zod';

/** Who may send a message: the button in a page, or our own pages. */
export type Sender = 'page' | 'extension';

/** One entry of the contract; `output` carries its type alone. */
export function message<I extends z.ZodType, O>(from: Sender, input: I) {
  return { from, input, output: undefined as O };
}
