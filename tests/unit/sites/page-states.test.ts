import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Call } from '../../../sites/page/calls.ts';
import type { PageContext } from '../../../sites/page/context.ts';
import { createStates } from '../../../sites/page/states.ts';

const NAME = 'instagram:AAAAA11111';
const KNOWN = {
  complaintId: NAME,
  number: 'KTM-0001',
  status: 'waiting',
  dueAt: null,
  termMs: null,
} as const;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** States whose worker fails `failures` times before it answers. */
function statesWith(failures: number) {
  const asked: number[] = [];
  const call = vi.fn(async () => {
    asked.push(Date.now());
    if (asked.length <= failures) throw new Error('the worker has just ended');
    return { locale: 'id', states: { [NAME]: KNOWN } };
  });
  const ctx = { setTimeout: (handler: () => void, ms: number) => setTimeout(handler, ms) };
  const [changed, failed] = [vi.fn(), vi.fn()];
  const states = createStates(ctx as unknown as PageContext, call as unknown as Call, changed, failed);
  return { states, asked, changed, failed };
}

it('asks once, in one batch, whatever stands twice in the page', async () => {
  const { states, asked, changed } = statesWith(0);
  states.ask([NAME]);
  states.ask([NAME]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked).toHaveLength(1);
  expect(changed).toHaveBeenCalledTimes(1);
  expect(states.of([NAME])).toEqual(KNOWN);
});

it('a question that met a worker just ending is asked again within a second', async () => {
  const { states, changed, failed } = statesWith(1);
  states.ask([NAME]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(failed).toHaveBeenCalledTimes(1);
  expect(changed).toHaveBeenCalledTimes(1);
  expect(states.of([NAME])).toEqual(KNOWN);
});

it('what keeps failing is asked for less and less often, and at once after it answered', async () => {
  const { states, asked } = statesWith(7);
  states.ask([NAME]);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(asked).toHaveLength(8);
  const pauses = asked.slice(1).map((at, i) => at - (asked[i] ?? 0));
  for (let i = 1; i < pauses.length; i += 1) expect(pauses[i]).toBeGreaterThan(pauses[i - 1] ?? 0);
});
