import { useEffect, useReducer } from 'react';

const MINUTE = 60_000;

/**
 * The present moment in epoch ms. Renders again at each full minute, when the page comes back to the front
 * (a sleeping computer fires no timers), and just after `alsoAt`, so that what becomes overdue shows at once.
 */
export function useNow(alsoAt?: number | null): number {
  const [, render] = useReducer((n: number) => n + 1, 0);
  const now = Date.now();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const plan = () => {
      const at = Date.now();
      const minute = Math.floor(at / MINUTE) * MINUTE + MINUTE;
      const next = alsoAt && alsoAt + 1 > at ? Math.min(minute, alsoAt + 1) : minute;
      timer = setTimeout(
        () => {
          render();
          plan();
        },
        next - at + 5,
      );
    };
    const onShow = () => {
      if (document.visibilityState === 'visible') render();
    };
    plan();
    document.addEventListener('visibilitychange', onShow);
    window.addEventListener('focus', onShow);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onShow);
      window.removeEventListener('focus', onShow);
    };
  }, [alsoAt]);
  return now;
}
