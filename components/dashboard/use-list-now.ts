import { useEffect, useState } from 'react';
import { database } from '../../storage/database.ts';
import { readNextMoment } from '../../storage/read/next-moment.ts';
import { useLive } from '../hooks/use-live.ts';

const MINUTE = 60_000;

/**
 * The moment that lists and counters stand for, in epoch ms: it moves with each full minute, just after the next
 * complaint becomes near or overdue, and when the page comes back to the front. Unlike the time itself it stays
 * the same between renderings, so that long lists are not read again for nothing.
 */
export function useListNow(): number {
  const [now, setNow] = useState(() => Date.now());
  const next = useLive(() => readNextMoment(database, now), [now]);
  useEffect(() => {
    const minute = Math.floor(now / MINUTE) * MINUTE + MINUTE;
    const at = next ? Math.min(minute, next) : minute;
    const timer = setTimeout(() => setNow(Date.now()), Math.max(at - Date.now(), 0) + 5);
    const onShow = () => {
      if (document.visibilityState === 'visible') setNow(Date.now());
    };
    document.addEventListener('visibilitychange', onShow);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onShow);
    };
  }, [now, next]);
  return now;
}
