import { browser } from 'wxt/browser';
import { IMPORT_PROGRESS, type ImportProgress } from '../../protocol/broadcast.ts';
import type { Progress } from '../../storage/export.ts';

/** At most so often, in ms. */
const PACE = 200;
let last = 0;

/** Tells our open pages how far a long piece of work is. Nobody listening is no failure. */
export function tellProgress(job: string, { done, total }: Progress): void {
  const now = Date.now();
  if (done < total && Math.abs(now - last) < PACE) return;
  last = now;
  const message: ImportProgress = { name: IMPORT_PROGRESS, job, done, total };
  browser.runtime.sendMessage(message).catch(() => undefined);
}
