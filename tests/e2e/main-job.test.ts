import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exifr from 'exifr';
import { unzipSync } from 'fflate';
import PostalMime from 'postal-mime';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EventOf } from '../../complaints/events.ts';
import { startLab } from '../lab/server.ts';
import type { Lab, LabPost } from '../lab/types.ts';
import { launch, pageButtons, type Session, until } from './browser.ts';
import {
  byName,
  catchDownloads,
  chooseAgency,
  flag,
  forwardByMain,
  forwardByMenu,
  giveNumber,
  openSite,
  press,
  respond,
  sees,
} from './steps.ts';
import { readComplaintTable, readEventTable, readPhotoTable } from './store.ts';
import { t } from './words.ts';

/** The main job from the click to the store, nothing set up beforehand, in the order of an aide's day. */
describe('the main job', () => {
  let lab: Lab;
  let session: Session;
  let instagram: Page;
  let panel: Page;
  let inspector: Page;
  let folder: string;
  let download: (ending: string) => Promise<string>;
  let first: LabPost;
  const opened: string[] = [];

  const truthOf = async (number: string): Promise<LabPost> => {
    const row = (await readComplaintTable(inspector)).find((candidate) => candidate.number === number);
    const [site, id] = row?.id.split(':') ?? [];
    const post = lab.find(site as 'instagram' | 'facebook', id ?? '');
    if (!post) throw new Error(`${number} is no post of the lab`);
    return post;
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tanggap-downloads-'));
    lab = await startLab({ seed: 1 });
    session = await launch(lab);
    session.browser.on('targetcreated', (target) => opened.push(target.url()));
    session.browser.on('targetchanged', (target) => opened.push(target.url()));
    download = await catchDownloads(session, folder);
    await session.browser.defaultBrowserContext().overridePermissions(
      `chrome-extension://${
        new URL(
          session.browser
            .targets()
            .find((x) => x.type() === 'service_worker')
            ?.url() ?? '',
        ).host
      }`,
      ['clipboard-read', 'clipboard-write'],
    );
    inspector = await session.extensionPage('dashboard.html#/aduan');
    instagram = await openSite(session, 'https://www.instagram.com/');
  });
  afterAll(async () => {
    await session?.close();
    await lab?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('a click records the post as new and opens the side panel on it', async () => {
    expect(await flag(instagram)).toBe('ADU-0001');
    panel = await session.panel();
    await sees(panel, 'ADU-0001');
    await sees(panel, t('status_new'));
    first = await truthOf('ADU-0001');
  });

  test('every photo is stored as the bytes that the site offered, sealed by SHA-256', async () => {
    const photos = await until(async () => {
      const rows = await readPhotoTable(inspector);
      return rows.length === first.photos.length ? rows : null;
    }, 'all photos stored');
    for (const photo of photos) expect(photo.hash).toBe(photo.actual);
    const offered = first.photos.map((photo) => lab.photoBytes(photo).byteLength).sort();
    expect(photos.map((photo) => photo.size).sort()).toEqual(offered);
  });

  test('the button offers to take it back, and the same number comes again', async () => {
    const undo = await until(
      async () => (await pageButtons(instagram, /^Urungkan|^Batalkan/))[0],
      'Urungkan',
    );
    await instagram.bringToFront();
    await undo.handle.click();
    await until(
      async () => (await readComplaintTable(inspector)).every((row) => row.status === 'void'),
      'void',
    );
    expect(await flag(instagram)).toBe('ADU-0001');
    expect((await readComplaintTable(inspector)).filter((row) => row.status === 'new')).toHaveLength(1);
  });

  test('the same post in another tab shows its number and is not flagged twice', async () => {
    const page = await session.browser.newPage();
    await page.goto(`https://www.instagram.com/p/${first.id}/`);
    await page.bringToFront();
    await until(
      async () => (await pageButtons(page, /^ADU-0001/)).length === 1,
      'the number in the other tab',
    );
    expect(await readComplaintTable(inspector)).toHaveLength(1);
    await page.close();
  });

  test('a wrong number is refused under its field; a right one is taken in any spelling', async () => {
    await panel.setViewport({ width: 400, height: 900 });
    await chooseAgency(panel, 'Dinas Perhubungan');
    const field = await panel.waitForSelector('input[type="tel"]', { visible: true });
    await field?.type('0813 5550 1');
    await panel.keyboard.press('Enter');
    await sees(panel, t('phone_too_short', { count: '9' }));
    await field?.click({ count: 3 });
    await giveNumber(panel, '+62 812-5550-0142');
  });

  test('forwarding by WhatsApp opens the chat with the message; photos wait as one PNG', async () => {
    await forwardByMain(panel, t('channel_whatsapp_verb'), 'Dinas Perhubungan');
    const chat = new URL(
      await until(async () => opened.find((url) => url.includes('whatsapp.com/send')), 'chat'),
    );
    expect(chat.searchParams.get('phone')).toBe('6281255500142');
    const message = chat.searchParams.get('text') ?? '';
    expect(message).toContain('ADU-0001');
    expect(message).toContain('Dinas Perhubungan');
    expect(message.toLowerCase()).not.toContain(first.author.handle.toLowerCase());
    expect(chat.href.length).toBeLessThan(2_000);
    await panel.bringToFront();
    const types = await panel.evaluate(async () =>
      (await navigator.clipboard.read()).flatMap((item) => item.types),
    );
    expect(types).toContain('image/png');
    const [row] = await readComplaintTable(inspector);
    expect(row?.status).toBe('waiting');
    expect(row?.dueAt).toBe((row?.forwardedAt ?? 0) + 24 * 3_600_000);
  });

  test('a forwarding that did not go out is taken back', async () => {
    await press(panel, t('ui_undo'));
    await until(async () => (await readComplaintTable(inspector))[0]?.status === 'new', 'new again');
  });

  test('forwarding by e-mail saves a draft that another program can read, without EXIF', async () => {
    await chooseAgency(panel, 'Dinas Perhubungan');
    await forwardByMenu(panel, t('channel_email_verb'), 'Dinas Perhubungan');
    const file = readFileSync(await download('.eml'));
    expect(file.toString('latin1')).toMatch(/^X-Unsent: 1\r?$/m);
    const mail = await PostalMime.parse(file);
    expect(mail.subject).toContain('ADU-0001');
    expect(mail.text).toContain('Dinas Perhubungan');
    expect(`${mail.subject}${mail.text}`.toLowerCase()).not.toContain(first.author.handle.toLowerCase());
    expect(mail.attachments).toHaveLength(Math.min(4, first.photos.length));
    for (const attachment of mail.attachments) {
      const bytes = Buffer.from(attachment.content as ArrayBuffer);
      expect(attachment.mimeType).toBe('image/jpeg');
      expect(await exifr.parse(bytes).catch(() => undefined)).toBeUndefined();
    }
    const original = Buffer.from(lab.photoBytes(first.photos[0]!));
    expect((await exifr.parse(original, { gps: true }))?.latitude).toBeTypeOf('number');
  });

  test('the agency\u2019s answer stops the clock, and can be undone', async () => {
    await respond(panel, 'Petugas sudah di lokasi.');
    await until(async () => (await readComplaintTable(inspector))[0]?.status === 'responded', 'responded');
    await press(panel, t('ui_undo'));
    await until(async () => (await readComplaintTable(inspector))[0]?.status === 'waiting', 'waiting again');
    await respond(panel, 'Petugas sudah di lokasi, selesai sore ini.');
    await until(async () => (await readComplaintTable(inspector))[0]?.open === 0, 'clock stopped');
  });

  test('a post from Facebook is saved as a file with photo and facts, without the citizen\u2019s handle', async () => {
    const facebook = await openSite(session, 'https://www.facebook.com/');
    const number = await flag(facebook);
    const truth = await truthOf(number);
    await sees(panel, number);
    await chooseAgency(panel, 'Dinas Lingkungan Hidup');
    await forwardByMenu(panel, t('channel_save_verb'), 'Dinas Lingkungan Hidup');
    const files = unzipSync(readFileSync(await download('.zip')));
    const names = Object.keys(files);
    expect(names.filter((name) => name.endsWith('.jpg')).length).toBe(Math.min(4, truth.photos.length));
    const texts = names.filter((name) => /\.(txt|json)$/.test(name));
    expect(texts.length).toBe(2);
    for (const name of texts) {
      const text = Buffer.from(files[name]!).toString('utf8').toLowerCase();
      expect(text).toContain(number.toLowerCase());
      if (truth.author.handle) expect(text).not.toContain(truth.author.handle.toLowerCase());
    }
  });

  test('a transfer to another agency has one running clock and keeps the first in the log', async () => {
    // Two agencies within five seconds are two windows deciding at once, and the second is told so.
    await new Promise((resolve) => setTimeout(resolve, 5_500));
    await press(panel, t('panel_more'));
    await press(panel, t('panel_transfer'), 'menuitem');
    await chooseAgency(panel, 'Satuan Polisi Pamong Praja');
    await forwardByMenu(panel, t('channel_copy_verb'), 'Satuan Polisi Pamong Praja');
    const events = (await readEventTable(inspector)).filter(
      (event) => event.type === 'forwarded',
    ) as EventOf<'forwarded'>[];
    const last = events.at(-1);
    expect(events.map((event) => event.agencyShort)).toContain('Dinas Lingkungan Hidup');
    const row = (await readComplaintTable(inspector)).find((candidate) => candidate.id === last?.complaintId);
    expect(row).toMatchObject({ agencyShort: 'Satuan Polisi Pamong Praja', dueAt: last?.dueAt, open: 1 });
  });

  test('done, reopened, and the citizen\u2019s data removed', async () => {
    const id = (await readComplaintTable(inspector)).find((row) => row.number === 'ADU-0001')?.id ?? '';
    const page = await session.extensionPage(`sidepanel.html?id=${encodeURIComponent(id)}`);
    await page.setViewport({ width: 400, height: 900 });
    await press(page, t('panel_resolve'));
    await page.waitForSelector('form', { visible: true });
    const submit = await page.waitForSelector('form button[type="submit"]', { visible: true });
    await submit?.click();
    await until(
      async () => (await readComplaintTable(inspector)).find((row) => row.id === id)?.status === 'done',
      'done',
    );
    await press(page, t('panel_more'));
    await press(page, t('panel_purge'), 'menuitem');
    await (await byName(page, t('panel_purge_confirm'))).click();
    await until(
      async () => (await readComplaintTable(inspector)).find((row) => row.id === id)?.purged === 1,
      'purged',
    );
    const events = (await readEventTable(inspector)).filter((event) => event.complaintId === id);
    expect(events.length).toBeGreaterThan(5);
    const left = JSON.stringify(events);
    expect(left).not.toContain(first.author.handle);
    expect(left).not.toContain(first.text.slice(0, 40));
    const used = new Set(JSON.stringify(await readEventTable(inspector)).match(/[0-9a-f]{64}/g));
    const kept = (await readPhotoTable(inspector)).map((photo) => photo.hash);
    expect(kept.filter((hash) => !used.has(hash))).toEqual([]);
  });

  test('no request left the extension but to the photos of flagged posts', () => {
    const foreign = lab
      .requests()
      .filter((request) => request.cause === 'extension' || request.cause === 'unknown');
    expect(foreign.length).toBeGreaterThan(0);
    for (const { host, path, headers } of foreign) {
      expect(host).toMatch(/cdninstagram\.com$|fbcdn\.net$/);
      expect(path).toMatch(/^\/v\/t/);
      expect(headers.cookie).toBeUndefined();
      expect(headers.referer).toBeUndefined();
    }
  });
});
