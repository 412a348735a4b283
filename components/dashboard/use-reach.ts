import { useCallback, useState } from 'react';

/** Rows that are read at first, and each time one comes near the end of them. */
const STEP = 300;
/** How far down each list was gone, so that *back* finds the same place. */
const reached = new Map<string, number>();

/** How many rows of the list with this filter are asked for, and how one asks for more. */
export function useReach(filter: string): { enough: number; further: (have: number) => void } {
  const [, render] = useState(0);
  const enough = reached.get(filter) ?? STEP;
  const further = useCallback(
    (have: number) => {
      reached.set(filter, have + STEP);
      render((n) => n + 1);
    },
    [filter],
  );
  return { enough, further };
}
