import { rmSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../complaints/settings.ts';
import { launch, type Session, until } from './browser.ts';
import { HERE, mailAgency } from './fault-backup.ts';
import { ask, complaint, expectWhole, inspectorOf, killerOf, must, pause } from './fault-kit.ts';
import { badgeDue, badgeRight, badgeText, merge } from './matrix-kit.ts';
import { clockMover, maySleep, sleepFor } from './moved-clock.ts';
import { sees } from './steps.ts';
import { readComplaintTable } from './store.ts';
import { t } from './words.ts';

/**
 * Time that goes wrong around one office: its browser is closed for two days, wakes up a day before, in another zone,
 * sleeps over a deadline, and loses its alarm. Its whole clock is moved, the computer's is not touched.
 */

const HOUR = 3_600_000;
const DAY_S = 86_400;
const MINUTE = 60_000;
const mover = clockMover();

let session: Session;
let page: Page;
let figures: string;

const alarm = () => page.evaluate(() => chrome.alarms.get('next-moment'));

/** What the page of one complaint says in times of the office's zone, which stand whatever the clock says now. */
async function timesOf(id: string): Promise<string> {
  const tab = await session.extensionPage(`dashboard.html#/aduan/${encodeURIComponent(id)}`);
  await tab.waitForFunction(() => /\d\d\.\d\d WIB/.test(document.body.innerText), { polling: 150 });
  const text = await tab.evaluate(() => document.body.innerText);
  await tab.close();
  return (text.match(/[^\n]*\d\d\.\d\d WIB/g) ?? []).join('\n');
}

async function restart(env: Record<string, string>): Promise<void> {
  const { profile } = session;
  await session.close(true);
  session = await launch(null, { profile, env });
  page = await inspectorOf(session);
}

beforeAll(async () => {
  session = await launch(null);
  page = await inspectorOf(session);
  const settings = { ...DEFAULT_SETTINGS, quietFrom: 0, quietTo: 0, updatedAt: Date.now() };
  await must(page, 'settings.save', { settings });
  await must(page, 'agency.save', { agencies: [mailAgency(HERE, 'Dinas Lingkungan Hidup', 'DLH')] });
  const now = Date.now();
  await merge(
    page,
    [
      { code: 'LEWAT00001', forwardedAt: now - 60 * HOUR, termMs: 24 * HOUR },
      { code: 'NANTI00001', forwardedAt: now - HOUR, termMs: 24 * HOUR },
      { code: 'NANTI00002', forwardedAt: now - HOUR, termMs: 40 * HOUR },
      { code: 'BARU000001' },
    ],
    'bbbb',
  );
  await badgeRight(page);
  figures = await timesOf('instagram:NANTI00001');
}, 60_000);
afterAll(async () => {
  await session?.close();
  mover?.close();
  if (session) rmSync(session.profile, { recursive: true, force: true, maxRetries: 3 });
});

test('alarm lost: a page that is opened, any message, and a start of the browser bring it and the badge back', async () => {
  const killer = await killerOf(session, page);
  const lose = async () => {
    await killer.kill();
    await until(async () => !(await killer.running()), 'the worker gone');
    await page.evaluate(async () => {
      await chrome.alarms.clearAll();
      await chrome.action.setBadgeText({ text: '?' });
    });
    expect(await alarm()).toBeUndefined();
  };
  const back = async () => {
    await until(alarm, 'the alarm');
    await badgeRight(page);
    expect(await badgeText(page)).toBe('1');
  };
  await lose();
  const popup = await session.extensionPage('popup.html');
  await back();
  await popup.close();
  await lose();
  await ask(page, 'telegram.status', {});
  await back();
  await lose();
  await restart({});
  await back();
});

test('a backup is merged while the panel is open on a complaint of it: the panel shows the forwarding by itself', async () => {
  const { complaintId } = await must(page, 'complaint.create', {
    url: 'https://www.instagram.com/p/PANEL00001/',
    text: 'Lampu padam',
    place: '',
    inboxIds: [],
  });
  const panel = await session.extensionPage(`sidepanel.html?id=${encodeURIComponent(complaintId)}`);
  await sees(panel, t('panel_agency'));
  await merge(page, [{ code: 'PANEL00001', forwardedAt: Date.now() - HOUR, termMs: 24 * HOUR }], 'dddd');
  await sees(panel, t('ui_timeline_saved', { agency: 'DLH' }), 15_000);
  await panel.close();
  // Two windows that decide at once on what came: one decision.
  const answer = { complaintId, note: 'Selesai di lapangan', inboxIds: [] };
  const both = await Promise.all([0, 1].map(() => ask(page, 'complaint.resolve', answer)));
  expect(both.some(({ ok }) => ok)).toBe(true);
  expect((await complaint(page, complaintId)).status).toBe('done');
  await expectWhole(page);
  await badgeRight(page);
});

test.skipIf(!maySleep)('asleep across a deadline: red within the minute after waking', async () => {
  const now = Date.now();
  await merge(page, [{ code: 'TIDUR00001', forwardedAt: now - HOUR + 5_000, termMs: HOUR }], 'eeee');
  await badgeRight(page);
  expect(await badgeText(page)).toBe('1');
  await sleepFor(session.browser.process()?.pid ?? 0, now + 7_000 - Date.now());
  const woken = Date.now();
  await until(async () => (await badgeText(page)) === '2', 'the one that fell due while asleep', MINUTE);
  expect(Date.now() - woken).toBeLessThan(MINUTE);
  await expectWhole(page);
});

test.skipIf(!mover)('closed and started two days later: all that fell due is red at once', async () => {
  const before = await readComplaintTable(page);
  await restart(mover?.env(2 * DAY_S) ?? {});
  expect(await page.evaluate(() => Date.now())).toBeGreaterThan(Date.now() + 47 * HOUR);
  expect(await badgeRight(page)).toBeLessThan(MINUTE);
  expect(await badgeText(page)).toBe('4');
  expect(await readComplaintTable(page)).toEqual(before);
  await expectWhole(page);
});

test.skipIf(!mover)(
  'clock a day back and in another time zone: the badge of that day, the same figures',
  async () => {
    await restart({ ...mover?.env(-DAY_S), TZ: 'America/New_York' });
    expect(await page.evaluate(() => new Date().getTimezoneOffset())).toBeGreaterThan(200);
    expect(await badgeRight(page)).toBeLessThan(MINUTE);
    // Due 36 hours before the true now, twelve before this one; the others were not yet forwarded by this clock.
    expect(await badgeText(page)).toBe(await badgeDue(page));
    expect(await badgeText(page)).toBe('1');
    // What is written by a clock that runs behind stands at its place in the log.
    await must(page, 'complaint.respond', {
      complaintId: 'instagram:LEWAT00001',
      kind: 'initial',
      text: 'Petugas di lokasi',
      at: await page.evaluate(() => Date.now()),
      inboxIds: [],
      via: 'hand',
    });
    await badgeRight(page);
    expect(await badgeText(page)).toBe('');
    expect(await timesOf('instagram:NANTI00001')).toBe(figures);
    await expectWhole(page);
  },
);

test('clock right again, zone of the other side of the world: nothing has moved', async () => {
  await restart({ TZ: 'Pacific/Auckland' });
  await badgeRight(page);
  expect(figures).toMatch(/WIB/);
  expect(await timesOf('instagram:NANTI00001')).toBe(figures);
  await pause(100);
  expect(await badgeText(page)).toBe(maySleep ? '1' : '');
  await expectWhole(page);
});
