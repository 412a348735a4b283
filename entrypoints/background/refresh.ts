import { setLocale } from '../../i18n/index.ts';
import { database } from '../../storage/database.ts';
import { readCounts } from '../../storage/read/counts.ts';
import { readIncompleteYear } from '../../storage/read/incomplete-year.ts';
import { readNextMoment } from '../../storage/read/next-moment.ts';
import { readSettings } from '../../storage/read/settings.ts';
import { setAlarm } from './alarm.ts';
import { showBadge } from './badge.ts';
import { broadcastStates } from './broadcast.ts';
import { announce, retract } from './notify.ts';
import { nextRetention } from './retention.ts';
import { nextTelegram } from './telegram/poll.ts';

/**
 * Works out anew, from the store and the present moment, everything that is shown outside of our pages: badge,
 * title, notification, and the one alarm. Nothing is carried over from before, so a restart, a killed worker,
 * a sleep or a moved clock cannot leave it wrong.
 * @param now Epoch ms.
 */
export async function refresh(now: number = Date.now(), db = database): Promise<void> {
  const settings = await readSettings(db);
  setLocale(settings.language);
  const counts = await readCounts(db, now);
  await showBadge(counts, await readIncompleteYear(db));
  const held = await announce(db, settings, now);
  if (counts.overdue === 0) await retract();
  const moments = [
    await readNextMoment(db, now),
    held,
    await nextRetention(now),
    await nextTelegram(db, now),
  ].filter((t) => t !== null);
  await setAlarm(moments.length > 0 ? Math.min(...moments) : null, now, () => void ring());
}

let ring: () => Promise<void> = refreshSoon;

/** What is done when the alarm rings; by default the outside is set right. */
export function whenItRings(act: () => Promise<void>): void {
  ring = act;
}

let running: Promise<void> = Promise.resolve();

/** A refresh after those under way; never throws. */
export function refreshSoon(): Promise<void> {
  running = running.then(() => refresh()).catch((error) => console.error('Tanggap: refresh failed', error));
  return running;
}

/** After every write: the outside is right again, and open pages ask again. */
export function afterWrite(): Promise<void> {
  const told = broadcastStates().catch((error) => console.error('Tanggap: broadcast failed', error));
  return Promise.all([refreshSoon(), told]).then(() => undefined);
}

/** Runs a write and then sets right what is shown outside of our pages; the answer does not wait for that. */
export async function written<T>(write: Promise<T>): Promise<T> {
  const result = await write;
  void afterWrite();
  return result;
}

/** Resolves when all refreshes asked for so far are done. */
export function settled(): Promise<void> {
  return running;
}
