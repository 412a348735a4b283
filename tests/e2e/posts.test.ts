import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch, type Session } from './browser.ts';
import { openDesk } from './seed-desk.ts';
import { bringStories } from './seed-import.ts';
import { POST, postStories } from './seed-posts.ts';
import { press, sees } from './steps.ts';
import { readComplaintTable, readEventTable, writeRows } from './store.ts';
import { t } from './words.ts';

/** What an official does with posts that no button reads, that are the same, or that are gone: in the shipped build. */

let session: Session;
const now = Date.now();
const TWIN = `instagram:${POST.twin}`;
const panelOf = (id: string) => session.extensionPage(`sidepanel.html?id=${encodeURIComponent(id)}`);
const rowOf = async (page: Page, id: string) => (await readComplaintTable(page)).find((row) => row.id === id);
const until = async (page: Page, id: string, holds: (row: object) => boolean) => {
  await expect.poll(async () => holds((await rowOf(page, id)) ?? {}), { timeout: 8_000 }).toBe(true);
};

beforeAll(async () => {
  session = await launch(null);
  await bringStories(session, await openDesk(now), postStories(now), now);
});
afterAll(async () => {
  await session?.close();
});

describe('a pasted link', () => {
  test('to a comment becomes a complaint in the panel; a profile is refused in words', async () => {
    const page = await session.extensionPage('sidepanel.html');
    await page.waitForSelector('input');
    await page.type('input', 'https://www.facebook.com/siti.contoh');
    await page.keyboard.press('Enter');
    await sees(page, t('error_link_not_a_post'));
    await page.$eval('input', (input) => input.select());
    await page.type('input', 'https://www.facebook.com/groups/77/posts/1234567890/?comment_id=99887766');
    await page.keyboard.press('Enter');
    await sees(page, t('ui_mark_comment'));
    expect(await rowOf(page, 'facebook:1234567890#99887766')).toMatchObject({ comment: 1, status: 'new' });
    await page.close();
  });
});

describe('two that are one', () => {
  test('are joined by the hint, and come apart again by the toast', async () => {
    const third = 'instagram:DLampuKembar3';
    const page = await panelOf(TWIN);
    await press(page, t('ui_join'));
    await until(page, third, (row) => 'status' in row && row.status === 'joined');
    expect(await rowOf(page, third)).toMatchObject({ joinedTo: TWIN });
    await sees(page, t('ui_undo'));
    await page.keyboard.press('z');
    await until(page, third, (row) => 'status' in row && row.status === 'new');
    await page.close();
  });

  test('the joined one says as which it goes on, and opens it', async () => {
    const page = await panelOf(`instagram:${POST.joined}`);
    const number = (await rowOf(page, TWIN))?.number ?? '';
    await sees(page, t('ui_joined_into', { why: t('ui_twin_same_words') }));
    await press(page, t('ui_open_number', { number }));
    await sees(page, t('ui_also'));
    await page.close();
  });
});

test('a post that is gone is marked from the menu, and the mark is taken back', async () => {
  const page = await panelOf(TWIN);
  const choose = async (entry: string) => {
    await page.click(`button[aria-label="${t('panel_more')}"]`);
    await page.waitForSelector('[role=menuitem]');
    await press(page, entry, 'menuitem');
  };
  await choose(t('ui_post_gone_mark'));
  await until(page, TWIN, (row) => 'postGone' in row);
  await choose(t('ui_post_gone_unmark'));
  await until(page, TWIN, (row) => !('postGone' in row));
  await page.close();
});

test('the message about a post for friends holds none of its words', async () => {
  const page = await panelOf(`facebook:${POST.friends}`);
  await sees(page, t('ui_mark_not_public'));
  await press(page, t('panel_preview'));
  const message = await page.waitForFunction(
    () =>
      [...document.querySelectorAll('textarea')].find((area) => area.value.includes('ADUAN WARGA'))?.value,
  );
  const text = String(await message.jsonValue());
  expect(text).not.toMatch(/ledeng|keruh|gatal|Warga Mentaya|facebook\.com/);
  expect(text).toContain(t('message_private_gist'));
  await page.close();
});

test('the figures for the developer name no one', async () => {
  const page = await session.extensionPage('popup.html');
  const today = Math.floor(now / 86_400_000);
  const row = { site: 'facebook', visits: 9, placed: 40, removed: 0, empty: 0 };
  await writeRows(page, 'health', [
    { ...row, surface: 'feed', day: today - 1, seen: 60, named: 60, blind: 0 },
    { ...row, surface: 'feed', day: today, seen: 40, named: 0, blind: 40, unreadable: { text: 2 } },
    { ...row, surface: 'siti-rahmah', day: today, seen: 1, named: 1, blind: 0 },
  ]);
  await page.reload();
  await sees(page, t('popup_layout_changed', { sites: 'Facebook' }));
  // The clipboard of a headless browser belongs to no one: what is written is caught on the way.
  await page.evaluate(() => {
    const kept = globalThis as unknown as { copied?: string };
    navigator.clipboard.writeText = async (text) => {
      kept.copied = text;
    };
  });
  await press(page, t('ui_copy_details'));
  await sees(page, t('popup_layout_copied'));
  const report = String(await page.evaluate(() => (globalThis as unknown as { copied?: string }).copied));
  expect(report).toMatch(/^Tanggap \d+\.\d+\.\d+, Chrome \d+, /);
  expect(report).toMatch(/ feed: .*unreadable text 2$/m);
  expect(report).not.toContain('siti');
  expect((await readEventTable(page)).length).toBeGreaterThan(0);
  await page.close();
});
