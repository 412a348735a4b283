import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EventOf } from '../../complaints/events.ts';
import type { ComplaintRow } from '../../storage/database.ts';
import { launch, type Session, until } from './browser.ts';
import { answers, paste, written } from './paste-kit.ts';
import { openDesk } from './seed-desk.ts';
import { bringStories } from './seed-import.ts';
import { seedJpeg } from './seed-photos.ts';
import { busyStories } from './seed-scene.ts';
import { byName, press, sees } from './steps.ts';
import { readComplaintTable, readEventTable } from './store.ts';
import { t } from './words.ts';

/** *Tempel balasan* in the shipped build: several programs' formats, each with lines that are no answers. */

const HOUR = 3_600_000;
const MINUTE = 60_000;
const now = Date.now();
let session: Session;
let page: Page;
let rows: ComplaintRow[];
const folder = mkdtempSync(join(tmpdir(), 'tanggap-chat-'));

const row = (agencyId: string) => rows.find((one) => one.agencyId === agencyId && one.open) as ComplaintRow;
const responses = async (id: string) => {
  const events = await readEventTable(page);
  const undone = new Set(events.flatMap((event) => (event.type === 'undone' ? [event.target] : [])));
  return events.filter(
    (event): event is EventOf<'responded'> =>
      event.type === 'responded' && event.complaintId === id && !undone.has(event.id),
  );
};
const minute = (ms: number) => Math.floor(ms / MINUTE) * MINUTE;

async function open(path = 'dashboard.html#/balasan'): Promise<void> {
  await page?.close();
  page = await session.extensionPage(path);
  await sees(page, t('paste_title'));
}

async function found(n: number) {
  return until(async () => {
    const list = await answers(page);
    return list.length === n ? list : null;
  }, `${n} answers`);
}

async function record(n: number): Promise<void> {
  await press(page, t('paste_record', { n: String(n) }));
  await sees(page, t('paste_recorded', { n: String(n) }));
}

beforeAll(async () => {
  session = await launch(null, { width: 1200, height: 900 });
  rows = await bringStories(session, await openDesk(now), busyStories(now), now);
});
afterAll(async () => {
  await session?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the popup leads there; what WhatsApp Web copied becomes two answers, and one press takes both back', async () => {
  const popup = await session.extensionPage('popup.html');
  const opened = session.browser.waitForTarget((target) => target.url().endsWith('#/balasan'));
  await press(popup, t('popup_paste_reply'));
  page = (await (await opened).page()) as Page;
  await popup.close();
  await page.bringToFront();
  const [lamp, water] = [row('hub'), row('pdam')];
  const at = now - HOUR;
  const { whatsapp } = written(at);
  await paste(
    page,
    [
      `${written(now - 8 * HOUR).whatsapp} Admin Setda: *ADUAN WARGA ${lamp.number}*`,
      `${whatsapp} Kadishub: ${lamp.number} sudah kami ganti lampunya.`,
      'Terima kasih',
      `${whatsapp} Admin Setda: terima kasih ${lamp.number}`,
      `${whatsapp} Bu Lurah: jalan kami juga rusak`,
      `${whatsapp} Kadis PDAM: ${water.number} petugas kami sedang menuju lokasi`,
      `${written(now + 48 * HOUR).whatsapp} Kadishub: ${lamp.number} beres`,
      `${written(now - 300 * HOUR).whatsapp} Kadishub: ${lamp.number} beres`,
      `${whatsapp} Kadishub: KTM-9999 beres`,
    ].join('\n'),
  );
  const list = await found(5);
  expect(list.map(({ ticked }) => ticked)).toEqual([true, true, false, false, false]);
  expect(list[0]?.all).toContain(t('paste_time_from_message'));
  expect(list[2]?.all).toContain(t('paste_future'));
  expect(list[3]?.all).toContain(t('paste_before_forwarding'));
  expect(list[4]?.all).toContain(t('paste_no_such_number'));
  await sees(page, t('paste_skipped_ours', { n: '2' }));
  await record(2);
  expect(await responses(lamp.id)).toMatchObject([
    {
      at: minute(at),
      kind: 'done',
      via: 'pasted',
      text: `${lamp.number} sudah kami ganti lampunya.\nTerima kasih`,
    },
  ]);
  expect(await responses(water.id)).toMatchObject([{ at: minute(at), kind: 'followUp', via: 'pasted' }]);
  await press(page, t('paste_undo_all'));
  await sees(page, t('paste_undone'));
  expect(await responses(lamp.id)).toEqual([]);
  expect(await responses(water.id)).toEqual([]);
});

test('an exported chat with its picture: recorded once, known the second time', async () => {
  await open();
  const lamp = row('hub');
  const at = now - 2 * HOUR;
  const { android } = written(at);
  const chat = [
    `${written(now - 9 * HOUR).android} Pesan dan panggilan terenkripsi secara end-to-end.`,
    `${android} Kadishub: IMG-20260815-WA0001.jpg (file terlampir)`,
    `${lamp.number} selesai diperbaiki`,
    `${android} Kadishub: <Media tidak disertakan>`,
    `${android} Kadishub: Pesan ini telah dihapus`,
  ].join('\n');
  const zip = zipSync({
    'Chat WhatsApp dengan Kadishub.txt': strToU8(chat),
    'IMG-20260815-WA0001.jpg': new Uint8Array(seedJpeg('lamp', 'answer').bytes),
    'IMG-20260815-WA0002.jpg': new Uint8Array(seedJpeg('road', 'other').bytes),
  });
  const path = join(folder, 'Chat WhatsApp dengan Kadishub.zip');
  writeFileSync(path, zip);
  const give = async () => {
    const button = await byName(page, t('paste_choose_file'));
    const [chooser] = await Promise.all([page.waitForFileChooser(), button.click()]);
    await chooser.accept([path]);
  };
  await give();
  const [line] = await found(1);
  expect(line?.all).toContain(t('paste_n_pictures', { n: '1' }));
  expect(line?.all).toContain(t('paste_n_missing', { n: '1' }));
  await record(1);
  const [event] = await responses(lamp.id);
  expect(event).toMatchObject({
    at: minute(at),
    kind: 'done',
    via: 'pasted',
    text: `${lamp.number} selesai diperbaiki`,
  });
  expect(event?.photoHashes).toHaveLength(1);
  await give();
  const again = await until(async () => {
    const [one] = await answers(page);
    return one?.all.includes(t('paste_already')) ? one : null;
  }, 'known already');
  expect(again).toMatchObject({ ticked: false, disabled: true });
});

test('a Telegram message without number and a pasted picture: the complaint is chosen by search', async () => {
  await open();
  const road = row('pu');
  const at = now - 30 * MINUTE;
  await paste(
    page,
    `Pak Anton, ${written(at).telegram}\nSudah ditambal pagi ini <b>bu</b>`,
    seedJpeg('road', 'pasted').bytes,
  );
  const [line] = await found(1);
  expect(line).toMatchObject({ ticked: false });
  await sees(page, t('paste_no_number'));
  await (await page.$('main li button[aria-haspopup=listbox]'))?.click();
  await (await byName(page, t('paste_search_complaint'), 'combobox')).type('masjid');
  await page.keyboard.press('Enter');
  await record(1);
  const [event] = await responses(road.id);
  expect(event).toMatchObject({
    at: minute(at),
    kind: 'done',
    via: 'pasted',
    text: 'Sudah ditambal pagi ini <b>bu</b>',
  });
  expect(event?.photoHashes).toHaveLength(1);
});

test('five megabytes are read while the page stays alive; nonsense finds nothing', async () => {
  await open();
  const tree = row('bpbd');
  const { whatsapp } = written(now - 30 * MINUTE);
  const noise = `${whatsapp} 王小明: 你好 <script>alert(1)</script> مرحبا\n`.repeat(70_000);
  const started = Date.now();
  await paste(page, `${noise.slice(0, 4_990_000)}\n${whatsapp} Kalaksa: ${tree.number} tim di lokasi`);
  const [line] = await found(1);
  expect(Date.now() - started).toBeLessThan(6_000);
  expect(line).toMatchObject({ ticked: true });
  await press(page, t('paste_clear'));
  await paste(page, '王小明 '.repeat(50));
  expect(await found(1)).toMatchObject([{ ticked: false }]);
  await sees(page, t('paste_no_number'));
});

test('in the panel of one complaint the answer is for that complaint', async () => {
  const waste = row('dlh');
  const panel = `sidepanel.html?id=${encodeURIComponent(waste.id)}`;
  await page.close();
  page = await session.extensionPage(panel);
  await sees(page, waste.number);
  await page.keyboard.press('t');
  await press(page, t('paste_title'));
  const at = now - 3 * HOUR;
  await paste(page, `${written(at).whatsapp} Ibu Noorhalisa: Kami jadwalkan, mohon waktu`);
  expect(await found(1)).toMatchObject([{ ticked: true }]);
  await sees(page, t('paste_may_ask_time'));
  await press(page, t('paste_record', { n: '1' }));
  await sees(page, t('paste_recorded', { n: '1' }));
  expect(await responses(waste.id)).toMatchObject([{ at: minute(at), kind: 'initial', via: 'pasted' }]);
});

test('"minta waktu" becomes a request still to be decided, "bukan wewenang" frees its clocks, each at its own time', async () => {
  await open();
  const [tree, lamp] = [row('bpbd'), row('hub')];
  const at = now - 90 * MINUTE;
  const { whatsapp } = written(at);
  await paste(page, `${whatsapp} Kalaksa: ${tree.number} mohon waktu 2-3 hari, alat di luar kota`);
  const [asks] = await found(1);
  expect(asks).toMatchObject({ ticked: true });
  await sees(page, t('paste_asks_time'));
  await record(1);
  await open();
  await paste(
    page,
    `${whatsapp} Kadishub: ${lamp.number} bukan kewenangan kami, itu wewenang PLN Rayon Sampit`,
  );
  const [declines] = await found(1);
  expect(declines).toMatchObject({ ticked: true });
  await sees(page, t('paste_not_ours'));
  await record(1);
  const events = await readEventTable(page);
  expect(events.filter((event) => event.type === 'extensionAsked')).toMatchObject([
    {
      complaintId: tree.id,
      at: minute(at),
      by: { kind: 'clockHours', ms: 72 * HOUR },
      via: 'pasted',
      reason: `${tree.number} mohon waktu 2-3 hari, alat di luar kota`,
    },
  ]);
  expect(events.some((event) => event.type === 'extensionDecided')).toBe(false);
  expect(events.filter((event) => event.type === 'notOurs')).toMatchObject([
    { complaintId: lamp.id, at: minute(at), via: 'pasted', suggests: expect.stringMatching(/PLN/i) },
  ]);
  const table = await readComplaintTable(page);
  expect(table.find(({ id }) => id === lamp.id)?.status).toBe('outside');
  expect(table.find(({ id }) => id === tree.id)?.dueAt).toBe(tree.dueAt);
  await press(page, t('ui_undo'));
  await sees(page, t('paste_undone'));
  expect((await readComplaintTable(page)).find(({ id }) => id === lamp.id)?.status).not.toBe('outside');
});

test('by hand: T and a paste, from a chat, fills words, kind and time of the one form', async () => {
  const water = row('pdam');
  await page.close();
  page = await session.extensionPage(`sidepanel.html?id=${encodeURIComponent(water.id)}`);
  await sees(page, water.number);
  await page.keyboard.press('t');
  const at = now - 40 * MINUTE;
  await paste(page, `${written(at).whatsapp} Kadis PDAM: Sudah diperbaiki`);
  await sees(page, t('paste_time_from_message'));
  await press(page, t('ui_response_save'));
  await page.waitForSelector('form textarea', { hidden: true });
  expect(await responses(water.id)).toMatchObject([
    { at: minute(at), kind: 'done', via: 'pasted', text: 'Sudah diperbaiki' },
  ]);
});
