import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import PostalMime from 'postal-mime';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EventOf } from '../../complaints/events.ts';
import { isReadable } from '../../complaints/reading.ts';
import { DEFAULT_SETTINGS } from '../../complaints/settings.ts';
import type { ComplaintRow } from '../../storage/database.ts';
import { startLab } from '../lab/server.ts';
import type { Lab, LabPost } from '../lab/types.ts';
import { launch, pageButtons, type Session, until } from './browser.ts';
import { mailAgency } from './fault-backup.ts';
import { complaint, eventsOf, expectWhole, inspectorOf, keyOf, must, pause } from './fault-kit.ts';
import { catchDownloads, chooseAgency, forwardByMenu, press, sees } from './steps.ts';
import { readComplaintTable, writeRows } from './store.ts';
import { t } from './words.ts';

/**
 * Words and names that try to become something else: markup, links, formulas, headers, formatting, file names. Those
 * of citizens come through a post on the site, those of an agency through its directory; both go all the way.
 */

const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
/** Where a spreadsheet looks for a formula, whatever invisible stands before it. */
const FORMULA = /^[\s\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]*[=+\-@\t\r]/;

interface Attack {
  name: string;
  text: string;
  author: string;
  place: string;
}
const ATTACKS: Attack[] = [
  {
    name: 'markup and links that run',
    text: `<img src=x onerror="document.title='kena'"> <a href="javascript:document.title='kena'">klik</a> javascript:alert(1) jalan putus`,
    author: `<svg onload="document.title='kena'">`,
    place: '<iframe srcdoc="<script>parent.document.title=1</script>">',
  },
  {
    name: 'formulas',
    text: '=HYPERLINK("https://jahat.invalid","klik")\n+cmd|\' /C calc\'!A0\n@SUM(1+1)\n-2+3',
    author: '=1+1',
    place: '@SUM(A1:A9)',
  },
  {
    name: 'direction and width',
    text: '\u202egpj.oto\u202c \u200b\u2060@SUM(9) \u2066lampu\u2069 padam\ufeff total',
    author: '\u202eakuB\u202c',
    place: '\u200b=1+2',
  },
  {
    name: 'line ends and headers',
    text: 'saluran mampet\r\nBcc: korban@jahat.invalid\r\nContent-Type: text/html\r\n\r\n<b>isi</b>\u2028Subject: palsu',
    author: 'Budi\r\nTo: korban@jahat.invalid',
    place: 'Simpang\r\nCc: korban@jahat.invalid',
  },
  {
    name: 'broken surrogates',
    text: 'pohon \ud83d tumbang \udc00 di jalan \ud83d\ude29',
    author: 'Sari \udc00',
    place: 'Gang \ud83d',
  },
  {
    name: 'formatting, app links and file names',
    text: '*tebal* _miring_ ~coret~ `kode` tg://resolve?domain=jahat https://wa.me/628111?text=ya ../../etc/passwd CON.txt',
    author: '../../x.png',
    place: 'CON',
  },
];
const AGENCY = 'jahat';
const AGENCY_NAME = `Dinas Jahat <b onclick="document.title='kena'">\u202excod\u202c`;
const AGENCY_SHORT = '=CMD\u202e<b>*X*</b>\r\nBcc: a@jahat.invalid';

let lab: Lab;
let session: Session;
let inspector: Page;
let folder: string;
let download: (ending: string) => Promise<string>;
const opened: string[] = [];
const posts = new Map<Attack, LabPost>();
const rows = new Map<Attack, ComplaintRow>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tanggap-words-'));
  lab = await startLab({ seed: 8 });
  // The lab serves what its world says: these citizens write what an attacker would.
  const free = lab.world.instagram.feed.flatMap(({ kind, post }) =>
    kind === 'post' && post && post.photos.length > 0 && !post.coAuthors ? [post] : [],
  );
  for (const [at, attack] of ATTACKS.entries()) {
    const post = free[at];
    if (!post) throw new Error('too few posts in this world');
    Object.assign(post, { text: attack.text, place: attack.place });
    post.author = { ...post.author, name: attack.author };
    posts.set(attack, post);
  }
  session = await launch(lab);
  session.browser.on('targetcreated', (target) => opened.push(target.url()));
  session.browser.on('targetchanged', (target) => opened.push(target.url()));
  download = await catchDownloads(session, folder);
  inspector = await inspectorOf(session);
  const settings = { ...DEFAULT_SETTINGS, quietFrom: 0, quietTo: 0, updatedAt: Date.now() };
  await must(inspector, 'settings.save', { settings });
  const agency = {
    ...mailAgency(AGENCY, AGENCY_NAME, AGENCY_SHORT),
    email: 'kepala@contoh.invalid',
    phone: '6281255500142',
  };
  await must(inspector, 'agency.save', { agencies: [agency] });
});
afterAll(async () => {
  await session?.close();
  await lab?.close();
  rmSync(folder, { recursive: true, force: true });
});

const postOf = (attack: Attack) => posts.get(attack) as LabPost;
const rowOf = (attack: Attack) => rows.get(attack) as ComplaintRow;
const panelOf = (attack: Attack) =>
  session.extensionPage(`sidepanel.html?id=${encodeURIComponent(rowOf(attack).id)}`);

/** Nothing of a stranger's words has become a node, a link or a running script. */
async function expectInert(page: Page): Promise<void> {
  const found = await page.evaluate(() => ({
    title: document.title.includes('kena'),
    nodes: document.querySelectorAll('img[src="x"], iframe, b[onclick], svg[onload], [onerror]').length,
    links: [...document.querySelectorAll('a[href]')]
      .map((link) => link.getAttribute('href') ?? '')
      .filter((href) => !/^(https:\/\/|#|blob:|\/)/.test(href) || href.includes('jahat')),
  }));
  expect(found, page.url()).toEqual({ title: false, nodes: 0, links: [] });
}

describe.each(ATTACKS)('$name', (attack) => {
  test('on the button in the page, and to the letter in the store', async () => {
    const post = postOf(attack);
    const page = await session.browser.newPage();
    await page.goto(`https://www.instagram.com/p/${post.id}/`);
    await page.bringToFront();
    const [button] = await until(async () => {
      const found = await pageButtons(page);
      return found.length > 0 ? found : null;
    }, 'the button');
    const inside = await button?.handle.evaluate((element) =>
      [...(element.getRootNode() as ShadowRoot).querySelectorAll('*')].map((one) => one.localName).sort(),
    );
    expect([...new Set(inside)]).toEqual(['button', 'div', 'path', 'span', 'svg']);
    await button?.handle.click();
    const row = await complaint(inspector, keyOf(post));
    rows.set(attack, row);
    expect(await page.title()).not.toContain('kena');
    await page.close();
    const [captured] = (await eventsOf(inspector, row.id)) as EventOf<'captured'>[];
    const text = captured?.capture.text;
    expect(text && isReadable(text) ? text.value.toWellFormed() : null).toBe(
      // HTML knows one line end, and JSON may carry any.
      text && isReadable(text) && text.source === 'dom'
        ? attack.text.toWellFormed().replace(/\r\n?/g, '\n')
        : attack.text.toWellFormed(),
    );
    expect(row.gist).not.toMatch(/[\r\n\u2028]/);
  });

  test('in the panel and on the page of the complaint', async () => {
    for (const address of ['sidepanel.html?id=', 'dashboard.html#/aduan/']) {
      const page = await session.extensionPage(`${address}${encodeURIComponent(rowOf(attack).id)}`);
      await sees(page, rowOf(attack).number);
      await pause(150);
      await expectInert(page);
      await page.close();
    }
  });
});

test('in the list and in the popup', async () => {
  for (const address of ['dashboard.html#/aduan', 'popup.html']) {
    const page = await session.extensionPage(address);
    await (address === 'popup.html' ? sees(page, t('popup_fresh_not_sent')) : sees(page, 'ADU-0001'));
    await expectInert(page);
    await page.close();
  }
});

test('in the chat that WhatsApp is opened with: the number of the agency, plain letters, no turned line', async () => {
  for (const attack of [ATTACKS[5], ATTACKS[2]] as [Attack, Attack]) {
    opened.length = 0;
    const panel = await panelOf(attack);
    await panel.setViewport({ width: 400, height: 900 });
    await chooseAgency(panel, 'Dinas Jahat');
    await forwardByMenu(panel, t('channel_whatsapp_verb'), '').catch(() => undefined);
    const chat = new URL(
      await until(async () => opened.find((url) => url.includes('whatsapp.com/send')), 'the chat'),
    );
    expect(chat.origin).toBe('https://web.whatsapp.com');
    expect([...chat.searchParams.keys()].sort()).toEqual(['phone', 'text']);
    expect(chat.searchParams.get('phone')).toBe('6281255500142');
    const text = chat.searchParams.get('text') ?? '';
    expect(text).not.toMatch(BIDI);
    expect(text).not.toMatch(/[\u200b\u2060\ufeff]/);
    expect(text).not.toMatch(/\*tebal\*|~coret~|`kode`|(?<!\p{L})_miring_/u);
    await expectInert(panel);
    await panel.close();
  }
});

test('in the mail draft: one subject, one receiver, no header of theirs; in its file name nothing of theirs', async () => {
  const attack = ATTACKS[3] as Attack;
  const panel = await panelOf(attack);
  await chooseAgency(panel, 'Dinas Jahat');
  await press(panel, t('channel_email_verb'));
  const path = await download('.eml');
  expect(basename(path)).toBe(`${rowOf(attack).number}.eml`);
  const raw = readFileSync(path, 'latin1');
  const head = raw.slice(0, raw.indexOf('\r\n\r\n'));
  const names = [...head.matchAll(/^([A-Za-z-]+):/gm)].map((match) => match[1]?.toLowerCase()).sort();
  expect(names).not.toContain('bcc');
  expect(names).not.toContain('cc');
  expect(names.filter((name) => name === 'subject')).toHaveLength(1);
  expect(names.filter((name) => name === 'to')).toHaveLength(1);
  const mail = await PostalMime.parse(readFileSync(path));
  expect(mail.to?.map(({ address }) => address)).toEqual(['kepala@contoh.invalid']);
  expect(mail.html).toBeUndefined();
  expect(mail.subject).not.toMatch(/[\r\n]/);
  expect(`${mail.subject}${mail.text}`).not.toMatch(BIDI);
  for (const { filename } of mail.attachments) expect(filename).toMatch(/^ADU-\d{4}-foto-\d\.jpg$/);
  await panel.close();
});

test('in the saved file: names that every system takes', async () => {
  const attack = ATTACKS[0] as Attack;
  const panel = await panelOf(attack);
  await chooseAgency(panel, 'Dinas Jahat');
  await forwardByMenu(panel, t('channel_save_verb'), '').catch(() => undefined);
  const path = await download('.zip');
  expect(basename(path)).toMatch(/^[A-Za-z0-9-]+\.zip$/);
  for (const name of Object.keys(unzipSync(readFileSync(path))))
    expect(name).toMatch(/^[A-Za-z0-9-]+\.(jpg|txt|json)$/);
  await panel.close();
});

test('in the list as CSV: no cell that a spreadsheet takes for a formula', async () => {
  const page = await session.extensionPage('dashboard.html#/pengaturan/cadangan');
  await press(page, t('set_csv_download'));
  const text = readFileSync(await download('.csv'), 'utf8');
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\ufeff/, '').trim(), { delimiter: ';' });
  expect(errors).toEqual([]);
  expect(data.length).toBe(ATTACKS.length + 1);
  expect(new Set(data.map((cells) => cells.length)).size, 'no cell has become two').toBe(1);
  expect(data.flat().filter((cell) => FORMULA.test(cell))).toEqual([]);
  expect(text).toContain('HYPERLINK');
  await page.close();
});

test('in the notification: counts and one tidy line, whatever an agency calls itself', async () => {
  const attack = ATTACKS[1] as Attack;
  const target = await session.browser.waitForTarget((one) => one.type() === 'service_worker');
  const worker = await target.worker();
  if (!worker) throw new Error('no worker');
  await worker.evaluate(() => {
    const told: unknown[] = [];
    Object.assign(globalThis, { told });
    for (const api of [chrome, (globalThis as unknown as { browser?: typeof chrome }).browser]) {
      const notifications = api?.notifications;
      if (!notifications) continue;
      const real = notifications.create;
      notifications.create = ((...all: unknown[]) => {
        told.push(all);
        return Reflect.apply(real, notifications, all);
      }) as typeof notifications.create;
    }
  });
  await must(inspector, 'complaint.forward', {
    complaintId: rowOf(attack).id,
    agencyId: AGENCY,
    channel: 'email',
    outcome: 'saved',
    preset: 'custom',
    termMs: 60_000,
    photoHashes: [],
    message: 'Yth.',
  });
  // As if it had been forwarded two hours ago.
  const forwarded = (await eventsOf(inspector, rowOf(attack).id)).find(({ type }) => type === 'forwarded');
  if (forwarded?.type !== 'forwarded') throw new Error('not forwarded');
  const at = Date.now() - 7_200_000;
  await writeRows(inspector, 'events', [{ ...forwarded, at, dueAt: at + 60_000 }]);
  await must(inspector, 'store.rebuild', {});
  await must(inspector, 'complaint.sensitive', { complaintId: rowOf(attack).id, sensitive: false });
  const told = await until(async () => {
    const all = await worker.evaluate(() => (globalThis as unknown as { told: unknown[] }).told);
    return all.length > 0 ? all : null;
  }, 'a notification');
  const [id, options] = told[0] as [
    string,
    { title: string; message: string; iconUrl: string; type: string },
  ];
  expect(id).toBe('overdue');
  expect(options.title).toBe(t('bg_notify_title', { count: '1' }));
  expect(options.message).not.toMatch(/[\r\n]/);
  expect(options.message).not.toMatch(BIDI);
  expect(options.message.startsWith(`${rowOf(attack).number} · `)).toBe(true);
  expect(options.message.length).toBeLessThan(80);
  expect(options.type).toBe('basic');
  expect(new URL(options.iconUrl).protocol).toBe('chrome-extension:');
});

describe('photo addresses of a stranger', () => {
  test('forged in document, islands and store: none is fetched, the complaint is kept', async () => {
    const target = await session.browser.waitForTarget((one) => one.type() === 'service_worker');
    const worker = await target.worker();
    if (!worker) throw new Error('no worker');
    await worker.evaluate(() => {
      const fetched: string[] = [];
      const real = fetch;
      Object.assign(globalThis, {
        fetched,
        fetch: (input: RequestInfo | URL, init?: RequestInit) => {
          fetched.push(String(input));
          return real(input, init);
        },
      });
    });
    const fetched = () => worker.evaluate(() => (globalThis as unknown as { fetched: string[] }).fetched);
    const taken = new Set((await readComplaintTable(inspector)).map(({ id }) => id));
    const free = lab.world.instagram.feed.flatMap(({ kind, post }) =>
      kind === 'post' && post && post.photos.length > 0 && !taken.has(keyOf(post)) ? [post] : [],
    );
    const [plain, victim] = free as [LabPost, LabPost];
    const hosts = [
      'https://scontent.cdninstagram.com.jahat.invalid',
      'https://static.cdninstagram.com/foto',
      'http://scontent.cdninstagram.com',
      'https://user@scontent.cdninstagram.com',
      'https://scontent.cdninstagram.com:8443',
      'https://127.0.0.1',
    ];
    const flag = async (post: LabPost, forged: string[]) => {
      const page = await session.browser.newPage();
      // A larger picture of each photo, at an address of the attacker's: in every answer, island and record.
      await page.evaluateOnNewDocument((addresses) => {
        const forge = (value: unknown): void => {
          if (typeof value !== 'object' || value === null) return;
          for (const inner of Object.values(value)) forge(inner);
          const { candidates } = value as { candidates?: { url: string; width: number; height: number }[] };
          const [first] = Array.isArray(candidates) ? candidates : [];
          if (!candidates || !first?.url) return;
          for (const address of addresses)
            candidates.push({ url: address + new URL(first.url).pathname, width: 9_999, height: 9_999 });
        };
        const real = JSON.parse;
        JSON.parse = (text, reviver) => {
          const value = real(text, reviver);
          forge(value);
          return value;
        };
        addEventListener('DOMContentLoaded', () => {
          for (const island of document.querySelectorAll('script[type="application/json"]'))
            island.textContent = JSON.stringify(JSON.parse(island.textContent ?? 'null'));
        });
      }, forged);
      await page.goto(`https://www.instagram.com/p/${post.id}/`);
      await page.bringToFront();
      const [button] = await until(async () => {
        const found = await pageButtons(page);
        return found.length > 0 ? found : null;
      }, 'the button');
      await page.evaluate((addresses) => {
        for (const image of document.querySelectorAll('img'))
          if (/cdninstagram/.test(image.src))
            image.srcset = `${image.src} 640w, ${addresses.map((one) => `${one}${new URL(image.src).pathname} 9999w`).join(', ')}`;
      }, forged);
      await button?.handle.click();
      await complaint(inspector, keyOf(post));
      await pause(1_000);
      await page.close();
    };
    // First what is right, or the rest would prove nothing.
    await flag(plain, []);
    await until(async () => (await fetched()).length >= plain.photos.length, 'photos of an honest page');
    const before = (await fetched()).length;
    const storedPhotos = async (id: string) =>
      (await eventsOf(inspector, id)).filter(({ type }) => type === 'photoStored').length;
    expect(await storedPhotos(keyOf(plain))).toBeGreaterThan(0);

    await flag(victim, hosts);
    const asked = (await fetched()).slice(before);
    expect(
      asked.filter(
        (url) => !/^https:\/\/(?!static\.)[a-z0-9.-]+\.(cdninstagram\.com|fbcdn\.net)\//.test(url),
      ),
    ).toEqual([]);
    expect(asked).toHaveLength(victim.photos.length);
    expect(await storedPhotos(keyOf(victim))).toBe(victim.photos.length);

    // Suppose one got past all readers, or came in a backup: the last line is where it would be fetched.
    const last = free[2] as LabPost;
    await flag(last, []);
    const [captured] = (await eventsOf(inspector, keyOf(last))) as EventOf<'captured'>[];
    if (captured?.type !== 'captured') throw new Error('not captured');
    const value = hosts.map((host) => ({ url: `${host}/v/t51/x.jpg`, kind: 'photo' as const }));
    const capture = { ...captured.capture, photos: { value, source: 'island' as const } };
    await writeRows(inspector, 'events', [{ ...captured, capture }]);
    await must(inspector, 'store.rebuild', {});
    const known = (await fetched()).length;
    expect(await must(inspector, 'photo.retry', { complaintId: keyOf(last) })).toEqual({
      stored: 0,
      failed: hosts.length,
    });
    expect((await fetched()).slice(known)).toEqual([]);
    const reasons = (await eventsOf(inspector, keyOf(last))).flatMap((event) =>
      event.type === 'photoFailed' ? [event.reason] : [],
    );
    expect(reasons).toEqual(hosts.map(() => 'not-allowed'));
    // As it was, so that the store may be judged whole.
    await writeRows(inspector, 'events', [captured]);
    await must(inspector, 'store.rebuild', {});
  });
});

test('after all that the store is whole', async () => {
  await expectWhole(inspector);
});
