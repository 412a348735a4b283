import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { type Session, until } from './browser.ts';
import type { SeedDesk, Story } from './seed-desk.ts';
import { byName, catchDownloads, press } from './steps.ts';
import { readComplaintTable } from './store.ts';
import { t } from './words.ts';

export const BACKUP_PAGE = 'dashboard.html#/pengaturan/cadangan';

/** Gives a file to *Gabungkan cadangan* as an official does, and returns what the page then says. */
export async function mergeBackup(
  page: Page,
  bytes: Uint8Array,
  timeout = 60_000,
): Promise<{ ok: boolean; said: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'tanggap-backup-'));
  const path = join(folder, 'cadangan.zip');
  writeFileSync(path, bytes);
  try {
    await page.bringToFront();
    // What an earlier merge said is gone then.
    await page.reload();
    const button = await byName(page, t('set_backup_merge'));
    const [chooser] = await Promise.all([page.waitForFileChooser(), button.click()]);
    await chooser.accept([path]);
    return await answer(page, timeout);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A desk works, and its backup comes into the browser by the page; answers with the rows that are there then. */
export async function bringStories(session: Session, desk: SeedDesk, stories: Story[], now: number) {
  await desk.work(stories);
  const page = await session.extensionPage(BACKUP_PAGE);
  const { ok, said } = await mergeBackup(page, await desk.backup(now));
  if (!ok) throw new Error(`the backup was not taken over: ${said}`);
  const rows = await readComplaintTable(page);
  await page.close();
  return rows;
}

/** The sentence that follows a piece of work: in the status line when it went well, in the note when not. */
async function answer(page: Page, timeout: number): Promise<{ ok: boolean; said: string }> {
  return until(
    () =>
      page.evaluate(() => {
        if (document.querySelector('main progress')) return null;
        const fault = document.querySelector('main [role="alert"]')?.textContent?.trim();
        if (fault) return { ok: false, said: fault };
        const said = document.querySelector('main p[role="status"]')?.textContent?.trim();
        return said ? { ok: true, said } : null;
      }),
    'an answer under the buttons',
    timeout,
  );
}

/** Presses a download button of the backup section and gives the bytes of the file. */
export async function download(
  session: Session,
  page: Page,
  button: string,
  ending: string,
): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'tanggap-download-'));
  try {
    const arrived = await catchDownloads(session, folder);
    await press(page, t(button));
    return readFileSync(await arrived(ending));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
