import type { Page } from 'puppeteer-core';
import { byName, press, sees } from './steps.ts';
import { t } from './words.ts';

/** What the calendar's and the policies' pages show while they are being worked with. */

const LINES = [
  'Hari libur nasional tahun 2027',
  '2027-01-01 Tahun Baru 2027 Masehi',
  '10 Maret 2027: Idulfitri 1448 Hijriah, dengan nama yang sangat panjang sehingga tidak muat pada satu baris saja',
  '9-10 Maret 2027 Cuti bersama Idulfitri',
  '2027-02-30 tanggal yang tidak ada',
  'sekadar kalimat tanpa tanggal, ditempel bersama yang lain',
].join('\n');

async function fill(page: Page, name: string, text: string): Promise<void> {
  const field = await byName(page, name, 'textbox');
  await field.click({ count: 3 });
  await page.keyboard.sendCharacter(text);
}

/** A decree pasted and read, every line of it ticked, nothing taken yet. */
export async function previewDecree(page: Page): Promise<void> {
  await press(page, t('cal_import'));
  await fill(page, t('cal_import_text'), LINES);
  await press(page, t('cal_import_read'));
  await sees(page, t('cal_import_found', { n: '3', total: '6' }));
  await press(page, t('cal_import_all', { n: '3' }), 'checkbox');
}

/** Frames that overlap and a Ramadan that ends before it begins, after *Simpan*. */
export async function wrongHours(page: Page): Promise<void> {
  await fill(page, t('cal_frame_to', { day: 'Senin', n: '1' }), '14.00');
  await fill(page, t('cal_frame_from', { day: 'Jumat', n: '1' }), 'pagi');
  await press(page, t('cal_save'));
  await sees(page, t('clock_bad_frame_overlap'));
}

/** A term out of bounds and a pause of three years, after *Simpan*. */
export async function wrongTerms(page: Page): Promise<void> {
  await fill(page, t('pol_amount', { clock: t('clock_response') }), '10000');
  await fill(page, t('pol_pause_cap'), '1095');
  await press(page, t('dash_save'));
  await sees(page, t('clock_bad_term'));
}

/** Asked before something unsaved is left. */
export async function leaveUnsaved(page: Page): Promise<void> {
  await fill(page, t('cal_frame_to', { day: 'Senin', n: '1' }), '11.30');
  await press(page, t('set_section_privacy'), 'link');
  await page.waitForSelector('[role=dialog]');
}
