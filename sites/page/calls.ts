import type { Input, MessageName, Output } from '../../protocol/contract.ts';

/** The way to the worker (`protocol/client.ts`), passed in so that the page half can be tried without one. */
export type Call = <N extends MessageName>(name: N, input: Input<N>) => Promise<Output<N>>;

/** Code of an expected refusal, `unexpected` for anything else. */
export function codeOfError(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : 'unexpected';
}
