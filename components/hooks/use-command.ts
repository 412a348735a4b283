import { useCallback, useRef, useState } from 'react';
import { call } from '../../protocol/client.ts';
import type { Input, MessageName, Output } from '../../protocol/contract.ts';
import type { ErrorCode } from '../../protocol/errors.ts';
import { errorCode, errorSentence } from '../error-text.ts';

export interface Command<N extends MessageName> {
  /** Sends it; null when it was refused (then `error` says why). A second call while one is under way answers null. */
  run: (input: Input<N>) => Promise<Output<N> | null | undefined>;
  /** As `run`, but says whether it went through, for commands whose answer is null. */
  send: (input: Input<N>) => Promise<boolean>;
  pending: boolean;
  /** One sentence in the page's language. */
  error: string | null;
  code: ErrorCode | null;
  clear: () => void;
}

/** One command to the worker with its state: under way, or refused with a sentence. */
export function useCommand<N extends MessageName>(name: N): Command<N> {
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<{ code: ErrorCode; sentence: string } | null>(null);
  const busy = useRef(false);

  const attempt = useCallback(
    async (input: Input<N>): Promise<{ ok: boolean; value: Output<N> | null }> => {
      if (busy.current) return { ok: false, value: null };
      busy.current = true;
      setPending(true);
      setFailure(null);
      try {
        return { ok: true, value: await call(name, input) };
      } catch (error) {
        setFailure({ code: errorCode(error), sentence: errorSentence(error) });
        return { ok: false, value: null };
      } finally {
        busy.current = false;
        setPending(false);
      }
    },
    [name],
  );
  const run = useCallback(async (input: Input<N>) => (await attempt(input)).value, [attempt]);
  const send = useCallback(async (input: Input<N>) => (await attempt(input)).ok, [attempt]);
  const clear = useCallback(() => setFailure(null), []);
  return { run, send, pending, error: failure?.sentence ?? null, code: failure?.code ?? null, clear };
}
