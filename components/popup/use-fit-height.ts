import { useEffect, useState } from 'react';

/** Height of the popup in px where the screen has room for it. */
const FULL = 600;
const LEAST = 320;

/**
 * The popup's height. The browser first grows the window to its content, as far as the screen allows; only then is
 * it known whether there was room. If not, the list gets shorter, so that the footer stays in sight.
 */
export function useFitHeight(): number {
  const [height, setHeight] = useState(FULL);
  useEffect(() => {
    const timer = setTimeout(() => {
      const given = window.innerHeight;
      if (given < FULL && given >= LEAST) setHeight(given);
    }, 250);
    return () => clearTimeout(timer);
  }, []);
  return height;
}
