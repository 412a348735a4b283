import { browser } from 'wxt/browser';
import { clip } from '../../channels/fit.ts';
import { oneLine } from '../../channels/safe-text.ts';
import { isQuiet, quietEnd } from '../../complaints/quiet.ts';
import type { Settings } from '../../complaints/settings.ts';
import { m } from '../../i18n/index.ts';
import type { ComplaintRow, TanggapDatabase } from '../../storage/database.ts';
import { readOverdueSince } from '../../storage/read/overdue.ts';

/** One notification at a time, replaced by the next summary. */
export const NOTIFICATION = 'overdue';
const KEY = 'announcedUntil';
/** Longest name of an agency in it, in characters. */
const LONGEST_NAME = 40;

/**
 * Announces, once and in one summary, what became overdue since the last time; in quiet hours it waits for
 * their end. Agencies and numbers only, never a word of a citizen's.
 * @param now Epoch ms.
 * @returns epoch ms at which held news are due, or null.
 */
export async function announce(db: TanggapDatabase, settings: Settings, now: number): Promise<number | null> {
  const stored = ((await browser.storage.local.get(KEY)) as Record<string, unknown>)[KEY];
  const until = typeof stored === 'number' ? Math.min(stored, now) : 0;
  // A clock that was set back must not silence what comes.
  if (typeof stored === 'number' && stored > now) await browser.storage.local.set({ [KEY]: now });
  const rows = await readOverdueSince(db, until, now);
  if (rows.length === 0) return null;
  if (settings.notifications && isQuiet(now, settings)) return quietEnd(now, settings);
  await browser.storage.local.set({ [KEY]: now });
  if (settings.notifications) await show(rows);
  return null;
}

/** Takes the notification away once nothing is overdue any more. */
export async function retract(): Promise<void> {
  await browser.notifications?.clear(NOTIFICATION);
}

async function show(rows: ComplaintRow[]): Promise<void> {
  // A directory may come from elsewhere: a name is shown by the system, on one line and in its own order.
  const agencies = [
    ...new Set(rows.map((row) => clip(oneLine(row.agencyShort), LONGEST_NAME)).filter(Boolean)),
  ];
  const shown = agencies.slice(0, 4).join(', ');
  const [first] = rows;
  await browser.notifications?.create(NOTIFICATION, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon-128.png'),
    title: m.bg_notify_title({ count: rows.length }),
    message:
      rows.length === 1 && first
        ? m.bg_notify_one({ number: first.number, agency: shown })
        : m.bg_notify_many({
            agencies:
              agencies.length > 4 ? m.bg_notify_more({ agencies: shown, count: agencies.length - 4 }) : shown,
          }),
  });
}
