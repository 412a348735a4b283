import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EventOf } from '../../complaints/events.ts';
import type { ComplaintRow } from '../../storage/database.ts';
import { launch, type Session, until } from './browser.ts';
import { openDesk } from './seed-desk.ts';
import { bringStories } from './seed-import.ts';
import { busyStories } from './seed-scene.ts';
import { press, sees } from './steps.ts';
import { readEventTable } from './store.ts';
import { t } from './words.ts';

/** By hand, in two keystrokes beside the words themselves: T opens the form with the cursor in it, (Ctrl+)Enter records. */

const now = Date.now();
let session: Session;
let rows: ComplaintRow[];

const row = (agencyId: string) => rows.find((one) => one.agencyId === agencyId && one.open) as ComplaintRow;
const said = async (page: Page, id: string) =>
  (await readEventTable(page)).filter(
    (event): event is EventOf<'responded'> => event.type === 'responded' && event.complaintId === id,
  );
const focused = (page: Page) => page.evaluate(() => document.activeElement?.tagName ?? '');

async function open(path: string, shows: string): Promise<Page> {
  const page = await session.extensionPage(path);
  await page.bringToFront();
  await sees(page, shows);
  return page;
}

beforeAll(async () => {
  session = await launch(null, { width: 400, height: 900 });
  rows = await bringStories(session, await openDesk(now), busyStories(now), now);
});
afterAll(async () => {
  await session?.close();
});

test('in the panel: T, the words, Ctrl+Enter', async () => {
  const lamp = row('hub');
  const page = await open(`sidepanel.html?id=${encodeURIComponent(lamp.id)}`, lamp.number);
  const began = Date.now();
  await page.keyboard.press('t');
  await until(async () => (await focused(page)) === 'TEXTAREA', 'the cursor in the form');
  await page.keyboard.type('Siap, tim turun siang ini');
  // A letter of the words is no command.
  await page.keyboard.type(' t r j k');
  await page.keyboard.down('Control');
  await page.keyboard.press('Enter');
  await page.keyboard.up('Control');
  await page.waitForSelector('form textarea', { hidden: true });
  const [event, ...more] = await until(async () => {
    const found = await said(page, lamp.id);
    return found.length > 0 ? found : null;
  }, 'the answer');
  expect(more).toEqual([]);
  expect(event).toMatchObject({ kind: 'initial', via: 'hand', text: 'Siap, tim turun siang ini t r j k' });
  // Untouched, it came just now, to the second.
  expect(Math.abs((event?.at ?? 0) - began)).toBeLessThan(30_000);
  await sees(page, t('status_responded'));
  await page.close();
});

test('in the popup: T on the chosen row, the words, Ctrl+Enter; Escape leaves without a word', async () => {
  const page = await open('popup.html', t('status_overdue'));
  // The counters come first, the rows a moment later.
  await page.waitForSelector('[data-row]');
  const chosen = await until(async () => {
    await page.keyboard.press('j');
    return page.evaluate(() => document.activeElement?.closest('[data-row]')?.getAttribute('data-row'));
  }, 'a chosen row');
  expect(rows.find(({ id }) => id === chosen)?.open).toBe(1);
  const before = (await said(page, chosen)).length;
  await page.keyboard.press('t');
  await sees(page, t('popup_record'));
  await until(async () => (await focused(page)) === 'TEXTAREA', 'the cursor in the form');
  await page.keyboard.press('Escape');
  await sees(page, t('status_overdue'));
  expect(await said(page, chosen)).toHaveLength(before);
  await page.keyboard.press('t');
  await until(async () => (await focused(page)) === 'TEXTAREA', 'the cursor in the form again');
  await page.keyboard.type('Sudah ditangani');
  await page.keyboard.down('Control');
  await page.keyboard.press('Enter');
  await page.keyboard.up('Control');
  await page.waitForSelector('form textarea', { hidden: true });
  const all = await until(async () => {
    const found = await said(page, chosen);
    return found.length > before ? found : null;
  }, 'the answer');
  expect(all.at(-1)).toMatchObject({ kind: 'initial', via: 'hand', text: 'Sudah ditangani' });
  // The one that was answered has left the list.
  expect(await page.$(`[data-row="${CSS_ESCAPE(chosen)}"]`)).toBeNull();
  await page.close();
});

test('two keys are enough for an answer by telephone, in panel and popup; what was done needs words', async () => {
  const water = row('pdam');
  const page = await open(`sidepanel.html?id=${encodeURIComponent(water.id)}`, water.number);
  await page.keyboard.press('t');
  await until(async () => (await focused(page)) === 'TEXTAREA', 'the cursor in the form');
  await press(page, t('ui_response_done'), 'radio');
  await page.focus('form textarea');
  await page.keyboard.press('Enter');
  await sees(page, t('ui_response_empty'));
  expect(await said(page, water.id)).toEqual([]);
  await press(page, t('ui_response_initial'), 'radio');
  await page.focus('form textarea');
  await page.keyboard.press('Enter');
  await page.waitForSelector('form textarea', { hidden: true });
  expect(await until(() => said(page, water.id), 'the answer')).toMatchObject([
    { kind: 'initial', via: 'hand', text: '', photoHashes: [] },
  ]);
  await press(page, t('ui_undo'));
  await sees(page, t('status_overdue'));
  await page.close();

  const popup = await open('popup.html', t('status_overdue'));
  const first = await popup.evaluate(
    () => document.querySelector('[data-row]')?.getAttribute('data-row') ?? '',
  );
  const before = (await said(popup, first)).length;
  await popup.keyboard.press('t');
  await until(async () => (await focused(popup)) === 'TEXTAREA', 'the cursor in the form');
  await popup.keyboard.press('Enter');
  await popup.waitForSelector('form textarea', { hidden: true });
  await until(async () => (await said(popup, first)).length === before + 1, 'the answer');
  await popup.close();
});

function CSS_ESCAPE(id: string): string {
  return id.replace(/["\\]/g, '\\$&');
}
