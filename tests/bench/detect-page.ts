import { TECHNIQUES } from './techniques.ts';

/**
 * Content script of the bench's throw-away extension: starts the technique that the address names, in the isolated
 * world as a real one would, and counts what it finds. In the counted run a frame is as short as a microtask, so that
 * work which waits for a frame is not left out of the sum.
 */
const { technique = '', mode = '' } = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
if (mode === 'sum') {
  const soon = (callback: FrameRequestCallback) => {
    queueMicrotask(() => callback(performance.now()));
    return 1;
  };
  Object.assign(window, { requestAnimationFrame: soon });
}

let found = 0;
const late: number[] = [];
const root = document.documentElement;
TECHNIQUES[technique]?.((post) => {
  found += 1;
  const born = Number(post.getAttribute('data-born'));
  if (born) late.push(performance.now() - born);
  post.setAttribute('data-found', String(Number(post.getAttribute('data-found') ?? 0) + 1));
});
// The page asks, since the worlds share nothing but the document.
document.addEventListener('bench-report', () => {
  root.setAttribute('data-report', JSON.stringify({ found, late }));
});
root.setAttribute('data-ready', technique);
