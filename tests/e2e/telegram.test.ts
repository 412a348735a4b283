import { rmSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Stand, startStand, TOKEN } from '../unit/telegram/stand.ts';
import { launch, type Session, until } from './browser.ts';
import { eventsOf, expectWhole, inspectorOf, must } from './fault-kit.ts';
import { chooseAgency, press, sees } from './steps.ts';
import { t } from './words.ts';

/** The bot in the shipped build against a stand-in for Telegram: set up by hand, sent, answered, the worker killed. */
let stand: Stand;
let session: Session;
let inspector: Page;
const CHAT = 4_242;
const output: string[] = [];

beforeAll(async () => {
  stand = await startStand();
  session = await launch(null);
  inspector = await inspectorOf(session);
  await inspector.evaluate((root) => chrome.storage.local.set({ telegramRoot: root }), stand.root);
}, 60_000);
afterAll(async () => {
  await session.close();
  rmSync(session.profile, { recursive: true, force: true });
  await stand.stop();
});

const agency = {
  id: 'hub',
  names: [{ name: 'Dinas Perhubungan', short: 'Dishub', from: 0 }],
  aliases: [],
  topics: [],
  outside: false,
  heads: [],
  phone: '',
  email: '',
  accounts: [],
  channel: '',
  retiredAt: null,
  lastUsedAt: 0,
  updatedAt: 1,
};

test('connected, paired and tested in the settings; sent from the panel; answered through a killed worker', async () => {
  await must(inspector, 'agency.save', { agencies: [agency] });
  const page = await session.extensionPage('dashboard.html#/pengaturan/telegram');
  page.on('console', (message) => output.push(message.text()));
  // The browser's own question cannot be pressed from here; a loopback server needs no permission.
  await page.evaluate(() => {
    chrome.permissions.request = () => Promise.resolve(false);
  });
  const field = await page.waitForSelector('input[type=password]', { visible: true });
  await field?.type('12345:salah');
  await press(page, t('telegram_connect'));
  await sees(page, t('telegram_token_form'));
  await field?.evaluate((input) => (input as HTMLInputElement).select());
  await field?.type(`700000009:${'salah'.repeat(7)}`);
  await press(page, t('telegram_connect'));
  await sees(page, t('telegram_problem_token'));
  await field?.evaluate((input) => (input as HTMLInputElement).select());
  await field?.type(TOKEN);
  await press(page, t('telegram_connect'));
  await sees(page, t('telegram_bot', { name: 'TestNameBot' }));

  const phone = stand.client(CHAT);
  await phone.sendMessage(phone.makeMessage('/start'));
  await press(page, t('telegram_find'));
  await sees(page, 'Rudi');
  await page.select('select', 'hub');
  await press(page, t('telegram_pair'));
  await press(page, t('telegram_test'));
  await sees(page, t('telegram_test_sent'));
  expect(stand.sent.at(-1)).toMatchObject({ chat_id: CHAT, text: t('telegram_test_message') });

  const { complaintId } = await must(inspector, 'complaint.create', {
    url: 'https://www.instagram.com/p/DTelegram01/',
    text: 'Lampu jalan padam di Simpang Pelita',
    place: '',
    inboxIds: [],
  });
  const [picture] = await Promise.all([
    inspector.evaluate(async () => {
      const canvas = new OffscreenCanvas(300, 200);
      canvas.getContext('2d')?.fillRect(0, 0, 300, 200);
      const bytes = await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer();
      return new Promise<string>((resolve, reject) => {
        const open = indexedDB.open('tanggap');
        open.onsuccess = () => {
          const row = { id: 'picture', bytes, mime: 'image/png', at: Date.now() };
          const put = open.result.transaction('inbox', 'readwrite').objectStore('inbox').put(row);
          put.onsuccess = () => resolve('picture');
          put.onerror = () => reject(put.error);
        };
      });
    }),
  ]);
  await must(inspector, 'photo.add', { complaintId, inboxIds: [picture] });
  const panel = await session.extensionPage(`sidepanel.html?id=${encodeURIComponent(complaintId)}`);
  await chooseAgency(panel, 'Dishub');
  // First an answer that says nothing: it is not sent again until the official has looked.
  stand.fail('sendPhoto', { nonsense: '<html>' });
  await press(panel, t('channel_telegram_verb'));
  await sees(panel, t('telegram_problem_unsure'));
  expect((await eventsOf(inspector, complaintId)).map((event) => event.type)).not.toContain('forwarded');
  await press(panel, t('telegram_send_again'));
  await sees(panel, t('panel_box_forwarded', { agency: 'Dishub' }), 15_000);
  await sees(panel, t('channel_telegram_done'));
  expect(stand.sent.at(-1)).toMatchObject({ method: 'sendPhoto' });
  expect(stand.sent.at(-1)?.photoBytes).toBeGreaterThan(200);
  const next = await inspector.evaluate(() => chrome.alarms.get('next-moment'));
  expect((next?.scheduledTime ?? Number.POSITIVE_INFINITY) - Date.now()).toBeLessThan(61_000);

  // The worker fetches the answer, hangs, and is killed: the next one fetches it again.
  const message = stand.sent.at(-1);
  const data = message?.buttons[1]?.callback_data ?? '';
  await phone.sendCallback(
    phone.makeCallbackQuery(data, { message: { message_id: message?.message_id ?? 0 } }),
  );
  stand.fail('getUpdates', { hang: 'after' });
  const fetches = () => stand.asked.filter((each) => each.method === 'getUpdates').length;
  const before = fetches();
  void inspector
    .evaluate(() => chrome.runtime.sendMessage({ name: 'telegram.poll', input: {} }).catch(() => null))
    .catch(() => undefined);
  await until(async () => fetches() > before, 'the fetch that hangs');
  await session.stopWorker();
  expect((await eventsOf(inspector, complaintId)).map((event) => event.type)).not.toContain('responded');
  // The alarm of the badge drives the next fetch; its minute is brought forward.
  await inspector.evaluate(async () => {
    await new Promise<void>((resolve, reject) => {
      const open = indexedDB.open('tanggap');
      open.onsuccess = () => {
        const store = open.result.transaction('telegram', 'readwrite').objectStore('telegram');
        const get = store.get('state');
        get.onsuccess = () => {
          const put = store.put({ ...get.result, polledAt: 0, holdUntil: 0 });
          put.onsuccess = () => resolve();
          put.onerror = () => reject(put.error);
        };
      };
    });
    await chrome.alarms.create('next-moment', { when: Date.now() });
  });
  await until(
    async () => (await eventsOf(inspector, complaintId)).some((event) => event.type === 'responded'),
    'the answer in the log',
  );
  await must(inspector, 'telegram.poll', {});
  const events = await eventsOf(inspector, complaintId);
  const answers = events.filter((event) => event.type === 'responded');
  expect(answers).toHaveLength(1);
  expect(answers[0]).toMatchObject({ kind: 'followUp', via: 'telegram' });
  await must(inspector, 'complaint.undo', { eventId: answers[0]?.id ?? '' });
  await expectWhole(inspector);

  const seen = await page.evaluate(() => document.documentElement.outerHTML);
  expect(`${seen}\n${output.join('\n')}\n${JSON.stringify(events)}`).not.toContain(TOKEN);
}, 60_000);
