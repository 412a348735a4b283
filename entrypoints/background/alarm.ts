import { browser } from 'wxt/browser';

/** The one alarm: fires at the next moment at which something changes by itself. */
export const ALARM = 'next-moment';

/** A packed extension's alarm is held back to 30 s from now; a worker that is awake need not wait for it. */
const SOON_MS = 30_000;
let soon: ReturnType<typeof setTimeout> | undefined;

/** Something that should have happened already is tried again after so long, in ms; at once would be without end. */
const AGAIN_MS = 1_000;

/**
 * Sets the alarm to `when` (epoch ms), or takes it away with null. Called at every start and after every
 * write, since alarms may be lost with a restart and are never moved by the browser when its clock is.
 * @param onSoon does what the alarm does, for a worker that is awake.
 */
export async function setAlarm(when: number | null, now: number, onSoon: () => void): Promise<void> {
  clearTimeout(soon);
  if (when === null) {
    await browser.alarms.clear(ALARM);
    return;
  }
  if (when - now < SOON_MS) soon = setTimeout(onSoon, when > now ? when - now : AGAIN_MS);
  await browser.alarms.create(ALARM, { when });
}
