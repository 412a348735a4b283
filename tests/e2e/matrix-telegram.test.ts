import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TelegramStateRow } from '../../storage/telegram.ts';
import { type Stand, startStand, TOKEN } from '../unit/telegram/stand.ts';
import { launch, type Session, until } from './browser.ts';
import { mailAgency } from './fault-backup.ts';
import { complaint, eventsOf, expectWhole, inspectorOf, type Killer, killerOf, must } from './fault-kit.ts';
import { badgeRight } from './matrix-kit.ts';
import { writeRows } from './store.ts';

/** A Telegram server that hangs, answers twice, refuses or talks nonsense, and a computer that slept for too long. */

const HOUR = 3_600_000;
const CHAT = 4_343;
let stand: Stand;
let session: Session;
let page: Page;
let killer: Killer;
let count = 0;

beforeAll(async () => {
  stand = await startStand();
  session = await launch(null);
  page = await inspectorOf(session);
  killer = await killerOf(session, page);
  await page.evaluate((root) => chrome.storage.local.set({ telegramRoot: root }), stand.root);
  await must(page, 'agency.save', { agencies: [mailAgency('hub', 'Dinas Perhubungan', 'Dishub')] });
  expect(await must(page, 'telegram.connect', { token: TOKEN })).toMatchObject({ problem: null });
  const phone = stand.client(CHAT);
  await phone.sendMessage(phone.makeMessage('/start'));
  await must(page, 'telegram.poll', {});
  await must(page, 'telegram.pair', { agencyId: 'hub', chatId: CHAT });
}, 60_000);
afterAll(async () => {
  await session?.close();
  await stand?.stop();
});

async function fresh(): Promise<string> {
  count += 1;
  const url = `https://www.instagram.com/p/KIRIM0000${count}/`;
  return (
    await must(page, 'complaint.create', { url, text: `Lampu padam ${count}`, place: '', inboxIds: [] })
  ).complaintId;
}

const send = (complaintId: string, word: 'none' | 'again' | 'arrived' = 'none') =>
  must(page, 'telegram.forward', {
    complaintId,
    agencyId: 'hub',
    preset: 'normal',
    termMs: null,
    photoHashes: [],
    message: `Yth. ${complaintId}`,
    photoId: '',
    word,
  });

/** How often the chat got a message about a complaint. */
const arrived = (id: string) => stand.sent.filter(({ text }) => text.includes(id)).length;
const forwardings = async (id: string) =>
  (await eventsOf(page, id)).filter(({ type }) => type === 'forwarded').length;

const state = () =>
  page.evaluate(
    () =>
      new Promise<TelegramStateRow>((resolve) => {
        const open = indexedDB.open('tanggap');
        open.onsuccess = () => {
          const get = open.result.transaction('telegram').objectStore('telegram').get('state');
          get.onsuccess = () => {
            open.result.close();
            resolve(get.result);
          };
        };
      }),
  );

test('server that takes the message and hangs, worker killed: not sent again without the official, and his word records it', async () => {
  const id = await fresh();
  stand.fail('sendMessage', { hang: 'after' });
  void page
    .evaluate((input) => chrome.runtime.sendMessage({ name: 'telegram.forward', input }).catch(() => null), {
      complaintId: id,
      agencyId: 'hub',
      preset: 'normal',
      termMs: null,
      photoHashes: [],
      message: `Yth. ${id}`,
      photoId: '',
      word: 'none',
    })
    .catch(() => undefined);
  await until(async () => arrived(id) === 1, 'the message in the chat');
  await killer.kill();
  await until(async () => !(await killer.running()), 'the worker gone');
  // Right after the kill it may still be under way for all we know; a minute later it is left in doubt.
  const first = await send(id);
  expect(first).toMatchObject({ sent: false });
  expect(arrived(id)).toBe(1);
  const sends = await page.evaluate(
    () =>
      new Promise<{ at: number }[]>((resolve) => {
        const open = indexedDB.open('tanggap');
        open.onsuccess = () => {
          const all = open.result.transaction('telegramSends').objectStore('telegramSends').getAll();
          all.onsuccess = () => {
            open.result.close();
            resolve(all.result);
          };
        };
      }),
  );
  await writeRows(
    page,
    'telegramSends',
    sends.map((row) => ({ ...row, at: row.at - HOUR })),
  );
  expect(await send(id)).toMatchObject({ sent: false, problem: 'unsure' });
  expect(arrived(id), 'nothing left without his word').toBe(1);
  expect(await forwardings(id)).toBe(0);
  expect(await send(id, 'arrived')).toMatchObject({ sent: true });
  expect(arrived(id)).toBe(1);
  expect(await forwardings(id)).toBe(1);
  await badgeRight(page);
});

test('429, 500 and nonsense to a sending: 429 certainly left nothing and may be tried again; the others wait for his word', async () => {
  const slow = await fresh();
  stand.fail('sendMessage', {
    answer: {
      status: 429,
      body: { ok: false, error_code: 429, description: 'x', parameters: { retry_after: 7 } },
    },
  });
  expect(await send(slow)).toMatchObject({ sent: false, problem: 'wait', seconds: 7 });
  expect(arrived(slow)).toBe(0);
  expect(await send(slow)).toMatchObject({ sent: true });
  expect([arrived(slow), await forwardings(slow)]).toEqual([1, 1]);
  for (const fault of [
    { answer: { status: 500, body: { ok: false, error_code: 500, description: 'Internal' } } },
    { nonsense: '<html>502</html>' },
    { answer: { status: 200, body: { ok: true, result: { message_id: 'x' } } } },
  ]) {
    const id = await fresh();
    stand.fail('sendMessage', fault);
    expect(await send(id)).toMatchObject({ sent: false, problem: 'unsure' });
    expect(await send(id)).toMatchObject({ sent: false, problem: 'unsure' });
    expect([arrived(id), await forwardings(id)]).toEqual([0, 0]);
    expect(await send(id, 'again')).toMatchObject({ sent: true });
    expect([arrived(id), await forwardings(id)]).toEqual([1, 1]);
  }
});

test('two windows send the same complaint at once: one message, one forwarding', async () => {
  const id = await fresh();
  await Promise.all([send(id), send(id)]);
  expect([arrived(id), await forwardings(id)]).toEqual([1, 1]);
});

test('answers fetched from a server that gives 500, nonsense, 429, and then the same answer twice: one answer', async () => {
  const id = await fresh();
  await send(id);
  const message = stand.sent.find(({ text }) => text.includes(id));
  const phone = stand.client(CHAT);
  const data = message?.buttons[1]?.callback_data ?? '';
  await phone.sendCallback(
    phone.makeCallbackQuery(data, { message: { message_id: message?.message_id ?? 0 } }),
  );
  stand.fail(
    'getUpdates',
    { answer: { status: 500, body: { ok: false, error_code: 500, description: 'Internal' } } },
    { nonsense: '[' },
    { answer: { status: 200, body: { ok: true, result: 'x' } } },
    { answer: { status: 429, body: { ok: false, error_code: 429, parameters: { retry_after: 3 } } } },
  );
  const problems: (string | null)[] = [];
  for (let round = 0; round < 4; round += 1) problems.push((await must(page, 'telegram.poll', {})).problem);
  expect(problems).toEqual(['unsure', 'unsure', 'unsure', 'wait']);
  expect((await complaint(page, id)).status).toBe('waiting');
  expect(await must(page, 'telegram.poll', {})).toMatchObject({ problem: null });
  // The server forgot that the answer was taken: it gives it again, as it did before its offset.
  const { offset } = await state();
  await writeRows(page, 'telegram', [{ ...(await state()), offset: offset - 1 }]);
  await phone.sendCallback(
    phone.makeCallbackQuery(data, { message: { message_id: message?.message_id ?? 0 } }),
  );
  await must(page, 'telegram.poll', {});
  await must(page, 'telegram.poll', {});
  const answers = (await eventsOf(page, id)).filter(({ type }) => type === 'responded');
  expect(answers).toHaveLength(1);
  await badgeRight(page);
});

test('asleep for longer than Telegram keeps answers: the chat gets its open list once more, once, at the alarm after waking', async () => {
  const slept = await state();
  const then = Date.now() - 30 * HOUR;
  await killer.kill();
  await writeRows(page, 'telegram', [{ ...slept, polledAt: then, readAt: then, holdUntil: 0 }]);
  const before = stand.sent.length;
  await page.evaluate(() => chrome.alarms.create('next-moment', { when: Date.now() }));
  await until(async () => stand.sent.length > before, 'the open list');
  await must(page, 'telegram.poll', {});
  await must(page, 'telegram.poll', {});
  expect(stand.sent.length - before).toBe(1);
  expect(stand.sent.at(-1)?.buttons.length).toBeGreaterThan(0);
  await badgeRight(page);
  await expectWhole(page);
});
