/**
 * Drawings of lucide (ISC) at 24 units, as path data: strings are all that a page without assets needs. Where an
 * earlier drawing of the same icon is shorter, it is that one. Each by itself: a script carries those that it shows.
 */

export const flag = 'M4 15s1-1 4-1 5 2 8 2 4-1 4-1V3s-1 1-4 1-5-2-8-2-4 1-4 1zM4 22v-7';
/** The style of `.new` breaks the line, where lucide's `circle-dashed` draws eight arcs. */
export const dashed = 'M2 12a10 10 0 1 0 20 0a10 10 0 1 0-20 0';
export const clock = 'M2 12a10 10 0 1 0 20 0a10 10 0 1 0-20 0M12 6v6l4 2';
/** Its corners are rounded by the stroke. */
export const near = 'm12 3-10 17h20zM12 9v4M12 17h.01';
export const alert = 'M2 12a10 10 0 1 0 20 0a10 10 0 1 0-20 0M12 8v4M12 16h.01';
export const wrench =
  'M14.7 6.3a1 1 0 0 0 0 1.4l1.6 1.6a1 1 0 0 0 1.4 0l3.77-3.77a6 6 0 0 1-7.94 7.94l-6.91 6.91a2.12 2.12 0 0 1-3-3l6.91-6.91a6 6 0 0 1 7.94-7.94l-3.76 3.76z';
export const pause = 'M14 3h5v18h-5zM5 3h5v18H5z';
export const turn = 'm15 14 5-5-5-5M4 20v-7a4 4 0 0 1 4-4h12';
export const check = 'M2 12a10 10 0 1 0 20 0a10 10 0 1 0-20 0M16 9l-5.5 5.5L8 12';
export const reload = 'M21 12a9 9 0 1 1-9-9c2.52 0 4.93 1 6.74 2.74L21 8M21 3v5h-5';
