import { hash } from '../random.ts';

/** Whether the viewer of reels shows the video of this code without its cover. */
export const isCoverless = (code: string): boolean => hash(`cover:${code}`) % 4 === 0;
