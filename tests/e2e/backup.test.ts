import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import Papa from 'papaparse';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startLab } from '../lab/server.ts';
import type { Lab } from '../lab/types.ts';
import { launch, pageButtons, type Session, until } from './browser.ts';
import { openDesk } from './seed-desk.ts';
import { BACKUP_PAGE, download, mergeBackup } from './seed-import.ts';
import { busyStories, LONG_TEXT } from './seed-scene.ts';
import { chooseAgency, flag, forwardByMain, giveNumber, openSite, respond, sees } from './steps.ts';
import { readComplaintTable, readEventTable, readPhotoTable } from './store.ts';
import { t } from './words.ts';

/** Two desks of one office, each with its browser, hand their work to each other by files, in the shipped build. */

interface Desk {
  /** The desk's four characters, as its events carry them. */
  name: string;
  session: Session;
  /** The settings' backup page. */
  page: Page;
}

let lab: Lab;
let a: Desk;
let b: Desk;

const lines = (zip: Uint8Array, name = 'events.jsonl') =>
  strFromU8(unzipSync(zip)[name] ?? new Uint8Array())
    .split('\n')
    .filter(Boolean)
    .sort();
const backup = (desk: Desk) => download(desk.session, desk.page, 'set_backup_download', '.zip');

/** Flags two posts, the one at `nth` twice over: what was flagged leaves the count, so the next moves up. */
async function work(nth: number): Promise<{ desk: Desk; numbers: string[]; panel: Page }> {
  const session = await launch(lab);
  const feed = await openSite(session, 'https://www.instagram.com/');
  const numbers = [await flag(feed, nth)];
  const panel = await session.panel();
  numbers.push(await flag(feed, nth));
  await sees(panel, numbers[1] ?? '');
  const page = await session.extensionPage(BACKUP_PAGE);
  const [event] = await readEventTable(page);
  return { desk: { name: event?.desk ?? '', session, page }, numbers, panel };
}

/** Everything in a store that a refused file may not change. */
async function storeOf(desk: Desk) {
  return {
    events: await readEventTable(desk.page),
    complaints: await readComplaintTable(desk.page),
    photos: await readPhotoTable(desk.page),
    inbox: await desk.page.evaluate(
      () =>
        new Promise<number>((resolve, reject) => {
          const open = indexedDB.open('tanggap');
          open.onerror = () => reject(open.error);
          open.onsuccess = () => {
            const count = open.result.transaction('inbox').objectStore('inbox').count();
            count.onsuccess = () => {
              open.result.close();
              resolve(count.result);
            };
          };
        }),
    ),
  };
}

/** Numbers as the list of complaints shows them. */
async function numbersShown(desk: Desk): Promise<string[]> {
  const list = await desk.session.extensionPage('dashboard.html#/aduan');
  await sees(list, 'ADU-');
  const text = await list.evaluate(() => document.querySelector('main')?.innerText ?? '');
  await list.close();
  return [...new Set(text.match(/ADU-\d{4}(·[a-z0-9]{4})?/g) ?? [])].sort();
}

beforeAll(async () => {
  lab = await startLab({ seed: 5 });
  const first = await work(0);
  a = first.desk;
  await chooseAgency(first.panel, 'Dinas Perhubungan');
  await giveNumber(first.panel, '0812-5550-0142');
  await forwardByMain(first.panel, t('channel_whatsapp_verb'), 'Dinas Perhubungan');
  const second = await work(1);
  b = second.desk;
  await chooseAgency(second.panel, 'Dinas Lingkungan Hidup');
  await giveNumber(second.panel, '0813-5550-0177');
  await forwardByMain(second.panel, t('channel_whatsapp_verb'), 'Dinas Lingkungan Hidup');
  await respond(second.panel, 'Petugas menuju lokasi.');
  expect(first.numbers).toEqual(second.numbers);
}, 120_000);

afterAll(async () => {
  await a?.session.close();
  await b?.session.close();
  await lab?.close();
});

describe('two desks', () => {
  test('flagged one post both, and gave its number to different posts', async () => {
    const [ofA, ofB] = [await readComplaintTable(a.page), await readComplaintTable(b.page)];
    expect(ofA).toHaveLength(2);
    expect(ofB).toHaveLength(2);
    const shared = ofA.filter((row) => ofB.some((other) => other.id === row.id));
    expect(shared).toHaveLength(1);
    const other = ofB.find((row) => row.id === shared[0]?.id);
    expect(other?.number).not.toBe(shared[0]?.number);
  });

  test('each merges the other and holds the same', async () => {
    const [fromA, fromB] = [await backup(a), await backup(b)];
    for (const [desk, file] of [
      [b, fromA],
      [a, fromB],
    ] as const) {
      const { ok, said } = await mergeBackup(desk.page, file);
      expect(ok, said).toBe(true);
    }
    const [afterA, afterB] = [await backup(a), await backup(b)];
    expect(lines(afterA)).toEqual(lines(afterB));
    expect(lines(afterA)).toHaveLength(new Set([...lines(fromA), ...lines(fromB)]).size);
    const photos = (zip: Uint8Array) =>
      Object.keys(unzipSync(zip))
        .filter((name) => name.startsWith('photos/'))
        .sort();
    expect(photos(afterA)).toEqual(photos(afterB));
    expect(photos(afterA).length).toBeGreaterThan(0);
    for (const desk of [a, b]) {
      expect(await readComplaintTable(desk.page)).toHaveLength(3);
      for (const photo of await readPhotoTable(desk.page)) expect(photo.actual).toBe(photo.hash);
    }
  });

  test('a number that both used is readable as both in the lists', async () => {
    for (const desk of [a, b]) {
      const shown = await numbersShown(desk);
      expect(shown).toHaveLength(3);
      const rows = await readComplaintTable(desk.page);
      expect(rows.map((row) => row.number).sort()).toEqual(shown);
      // Of three complaints with two numbers, two at least share one, and each says whose it is.
      const desks = shown.filter((number) => number.includes('·'));
      expect(desks.length).toBeGreaterThanOrEqual(2);
      expect(new Set(desks.map((number) => number.slice(0, 8))).size).toBeLessThan(desks.length);
    }
  });

  test('merging again changes nothing', async () => {
    const file = await backup(b);
    const before = await storeOf(a);
    const { ok, said } = await mergeBackup(a.page, file);
    expect(ok, said).toBe(true);
    expect(said).toBe(t('set_import_nothing_new', { events: String(before.events.length) }));
    expect(await storeOf(a)).toEqual(before);
  });

  test('the feed knows what the other desk flagged, and the next number is new', async () => {
    const before = await readComplaintTable(a.page);
    const feed = await a.session.browser.newPage();
    await feed.goto('https://www.instagram.com/');
    const other = before.find((row) => row.number.endsWith(`·${b.name}`))?.number ?? 'none of the other desk';
    const scroll = () => feed.mouse.wheel({ deltaY: 200 });
    await until(async () => {
      await scroll();
      return (await pageButtons(feed, /^ADU-/)).some(({ name }) => name.startsWith(other));
    }, `a button with ${other}`);
    await until(async () => {
      await scroll();
      return (await pageButtons(feed)).length > 0;
    }, 'a post that was not flagged yet');
    const number = await flag(feed, 0);
    expect(before.some((row) => row.numbers.includes(number))).toBe(false);
    expect(await readComplaintTable(a.page)).toHaveLength(before.length + 1);
    await feed.close();
  });
});

describe('a file that is no good is refused with one sentence', () => {
  const repacked = (zip: Uint8Array, change: (files: Record<string, Uint8Array>) => void) => {
    const files: Record<string, Uint8Array> = { ...unzipSync(zip) };
    change(files);
    return zipSync(files);
  };
  /** A ZIP whose directory says of an entry that it is small, though it unpacks to 60 MB. */
  const lying = (zip: Uint8Array) => {
    const size = 60 * 1024 * 1024;
    const file = repacked(zip, (files) => {
      files['events.jsonl'] = new Uint8Array(size);
    });
    const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
    for (let i = 0; i + 4 <= file.byteLength; i++)
      if (view.getUint32(i, true) === size) view.setUint32(i, 900, true);
    return file;
  };
  const cases: [string, (zip: Buffer) => Uint8Array, string][] = [
    ['a picture', () => Uint8Array.from([0xff, 0xd8, 0xff, ...new Array(500).fill(7)]), 'error_file_foreign'],
    ['an empty file', () => new Uint8Array(), 'error_file_foreign'],
    ['a ZIP of something else', () => zipSync({ 'surat.txt': strToU8('halo') }), 'error_file_foreign'],
    ['cut short', (zip) => zip.subarray(0, zip.length - 400), 'error_file_damaged'],
    ['cut in half', (zip) => zip.subarray(0, zip.length >> 1), 'error_file_damaged'],
    [
      'one bit of a photo turned',
      (zip) =>
        repacked(zip, (files) => {
          const name = Object.keys(files).find((key) => key.startsWith('photos/')) ?? '';
          const bytes = Uint8Array.from(files[name] ?? []);
          bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
          files[name] = bytes;
        }),
      'error_file_damaged',
    ],
    [
      'a line of the log changed',
      (zip) =>
        repacked(zip, (files) => {
          files['events.jsonl'] = strToU8(
            strFromU8(files['events.jsonl'] ?? new Uint8Array()).replace('Perhubungan', 'Perhubungam'),
          );
        }),
      'error_file_damaged',
    ],
    [
      'of a later version',
      (zip) =>
        repacked(zip, (files) => {
          const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()));
          files['manifest.json'] = strToU8(JSON.stringify({ ...manifest, version: manifest.version + 1 }));
        }),
      'error_file_newer',
    ],
    [
      'a bomb of 200 MB',
      (zip) =>
        repacked(zip, (files) => {
          files['events.jsonl'] = new Uint8Array(200 * 1024 * 1024);
        }),
      'error_file_too_large',
    ],
    ['a bomb that lies about its size', lying, 'error_file_damaged'],
  ];

  test.each(cases)('%s', async (_name, make, key) => {
    const good = await backup(b);
    const before = await storeOf(a);
    expect(await mergeBackup(a.page, make(good))).toEqual({ ok: false, said: t(key) });
    expect(await storeOf(a)).toEqual(before);
  });
});

test('the list for a spreadsheet has no name of a citizen and no formula in it', async () => {
  // Among them one that begins like a formula.
  const now = Date.now();
  const third = await openDesk(now);
  await third.work(busyStories(now));
  const { ok, said } = await mergeBackup(a.page, await third.backup(now));
  expect(ok, said).toBe(true);
  const csv = (await download(a.session, a.page, 'set_csv_download', '.csv')).toString('utf8');
  const rows = await readComplaintTable(a.page);
  const cells = Papa.parse<string[]>(csv.replace(/^\ufeff/, ''), { delimiter: ';' }).data.flat();
  expect(cells.length).toBeGreaterThan(rows.length * 10);
  for (const row of rows) expect(csv).toContain(row.number);
  const authors = (await readEventTable(a.page)).flatMap((event) =>
    event.type === 'captured' && 'value' in event.capture.author ? [event.capture.author.value] : [],
  );
  expect(authors.length).toBeGreaterThan(0);
  for (const { handle, name, id } of authors)
    for (const word of [handle, name, id]) if (word) expect(csv, word).not.toContain(word);
  expect(csv).toContain(LONG_TEXT.slice(0, 10));
  for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t]/);
});
