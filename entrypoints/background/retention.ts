import { browser } from 'wxt/browser';
import { database } from '../../storage/database.ts';
import { applyRetention } from '../../storage/retention.ts';

const DAY = 86_400_000;
const KEY = 'retentionAt';

async function lastRun(): Promise<number> {
  const stored = ((await browser.storage.local.get(KEY)) as Record<string, unknown>)[KEY];
  return typeof stored === 'number' ? stored : 0;
}

/** Epoch ms at which retention is to be looked at next: a day after the last time. */
export async function nextRetention(now: number): Promise<number> {
  const last = await lastRun();
  return last > now || last === 0 ? now + DAY : Math.max(last + DAY, now + 60_000);
}

/** Applies the office's retention, at most once a day; rides on the start and on the one alarm. */
export async function retentionIfDue(now: number = Date.now(), db = database): Promise<number> {
  const last = await lastRun();
  if (last <= now && now - last < DAY) return 0;
  const purged = await applyRetention(db, now);
  await browser.storage.local.set({ [KEY]: now });
  return purged;
}
