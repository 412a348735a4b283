import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startLab } from '../lab/server.ts';
import type { Lab, LabPost } from '../lab/types.ts';
import { EXTENSION_DIR, launch, pageButtons, type Session, until } from './browser.ts';
import { backupOf, mailAgency } from './fault-backup.ts';
import {
  buttonNow,
  buttonOn,
  complaint,
  countOf,
  crash,
  eventsOf,
  expectWhole,
  inspectorOf,
  type Killer,
  keyOf,
  killerOf,
  must,
  pause,
  postUnder,
  pressNow,
  shows,
} from './fault-kit.ts';
import { catchDownloads, chooseAgency, flag, openSite, press, sees } from './steps.ts';
import { readComplaintTable, readEventTable } from './store.ts';
import { t } from './words.ts';

/** What goes wrong around Tanggap, done to a real browser: nothing half, nothing doubled, one sentence. */

const NUMBERED = /^ADU-\d{4}/;
const AGAIN = new RegExp(`^${t('page_failed_name')}`);
const INSTAGRAM = 'https://www.instagram.com/';

let lab: Lab;
const used = new Set<string>();

/** A post of the feed that no test has touched, with its button. */
async function unused(page: Page, fits: (post: LabPost) => boolean = () => true) {
  const found = await buttonOn(lab, page, 'instagram', (post) => !used.has(post.id) && fits(post));
  used.add(found.post.id);
  return found;
}

beforeAll(async () => {
  lab = await startLab({ seed: 2 });
});
afterAll(async () => {
  await lab?.close();
});

describe('one browser', () => {
  let session: Session;
  let feed: Page;
  let inspector: Page;
  let killer: Killer;

  beforeAll(async () => {
    session = await launch(lab);
    inspector = await inspectorOf(session);
    killer = await killerOf(session, inspector);
    feed = await openSite(session, INSTAGRAM);
  });
  afterAll(async () => {
    await session?.close();
  });

  test('one post flagged in two windows at the same time is one complaint, and both buttons show its number', async () => {
    const [a, b] = await Promise.all(
      [0, 1].map(async () => {
        const page = await session.browser.newPage({ type: 'window' });
        await page.goto(INSTAGRAM);
        return page;
      }),
    );
    if (!a || !b) throw new Error('no windows');
    await until(
      async () => (await pageButtons(a)).length > 0 && (await pageButtons(b)).length > 0,
      'both feeds',
    );
    const first = (await pageButtons(a))[0];
    const second = (await pageButtons(b))[0];
    if (!first || !second) throw new Error('no buttons');
    const post = await postUnder(lab, 'instagram', first);
    expect(post).toBeDefined();
    expect(await postUnder(lab, 'instagram', second)).toBe(post);
    if (!post) return;
    used.add(post.id);
    // Both pages have the acts already: nothing but the two flags is left to race.
    await Promise.all([first.handle.hover(), second.handle.hover()]);
    await pause(300);
    await Promise.all([first.handle.click(), second.handle.click()]);
    const numbers = await until(async () => {
      const [one, other] = await Promise.all([pageButtons(a, NUMBERED), pageButtons(b, NUMBERED)]);
      return one[0] && other[0] ? [one[0].name.slice(0, 8), other[0].name.slice(0, 8)] : null;
    }, 'a number in both windows');
    expect(numbers[0]).toBe(numbers[1]);
    const log = await eventsOf(inspector, keyOf(post));
    expect(log.filter((event) => event.type === 'captured')).toHaveLength(1);
    expect(await readComplaintTable(inspector)).toHaveLength(1);
    await expectWhole(inspector);
    await a.close();
    await b.close();
  });

  test('worker killed 0 to 90 ms after the click: the button says so or shows the number; pressed again, one complaint', async () => {
    let said = 0;
    for (const delay of [0, 15, 40, 90]) {
      const { button, post } = await unused(feed);
      await button.handle.click();
      await pause(delay);
      await killer.kill();
      const after = await until(async () => {
        const now = await buttonNow(lab, feed, post);
        return now && (AGAIN.test(now.name) || NUMBERED.test(now.name)) ? now : null;
      }, `an answer on the button after ${delay} ms`);
      if (AGAIN.test(after.name)) {
        said++;
        await after.handle.click();
        await until(
          async () => NUMBERED.test((await buttonNow(lab, feed, post))?.name ?? ''),
          'the number at the second press',
        );
      }
      const row = await complaint(inspector, keyOf(post));
      expect(row.status).toBe('new');
      const log = await eventsOf(inspector, keyOf(post));
      expect(log.filter((event) => event.type === 'captured')).toHaveLength(1);
    }
    // Kills that all came too late would prove nothing.
    expect(said).toBeGreaterThan(0);
    await expectWhole(inspector);
  });

  test('worker killed when some photos are stored and others are not: reading on wakes it, and the rest comes by itself', async () => {
    const { button, post } = await unused(feed, (p) => p.photos.length >= 5);
    lab.clearRequests();
    await button.handle.click();
    await until(
      async () => lab.requests().some((r) => r.cause === 'extension' && r.host.includes('.')),
      'the first photo asked for',
    );
    lab.setPhotoFault('slow');
    const some = await until(async () => {
      const row = (await readComplaintTable(inspector)).find((r) => r.id === keyOf(post));
      return row && row.photoCount > 0 ? row : null;
    }, 'a photo stored');
    await pause(300);
    const before = (await readComplaintTable(inspector)).find((r) => r.id === keyOf(post));
    expect(before?.photoCount).toBeGreaterThanOrEqual(some.photoCount);
    expect(before?.photoMissing).toBeGreaterThan(0);
    await killer.kill();
    lab.setPhotoFault(null);
    await inspector.bringToFront();
    await feed.bringToFront();
    await until(async () => {
      const row = (await readComplaintTable(inspector)).find((r) => r.id === keyOf(post));
      return row?.photoMissing === 0 && row.photoCount === post.photos.length;
    }, 'all photos');
    const stored = (await eventsOf(inspector, keyOf(post))).filter((event) => event.type === 'photoStored');
    expect(stored).toHaveLength(post.photos.length);
    await expectWhole(inspector);
  });

  /** Flags a post with one photo under a fault; the panel then shows the complaint. */
  async function flagUnder(fault: 'forbidden' | 'huge' | 'text' | 'slow') {
    lab.setPhotoFault(fault);
    lab.clearRequests();
    const { button, post } = await unused(feed, (p) => p.photos.length === 1);
    await button.handle.click();
    const { id } = await complaint(inspector, keyOf(post));
    await until(
      async () =>
        lab.requests().some((r) => r.cause === 'extension' && r.path.includes(post.photos[0]?.file ?? '?')),
      'the photo asked for',
    );
    await pause(50);
    lab.setPhotoFault(null);
    return id;
  }

  async function expectRetry(id: string, reason: string) {
    const panel = await session.extensionPage(`sidepanel.html?id=${encodeURIComponent(id)}`);
    await sees(panel, t('panel_photo_failed'), 30_000);
    await sees(panel, t(reason));
    expect((await complaint(inspector, id)).photoMissing).toBe(1);
    await press(panel, t('panel_retry'));
    await panel.waitForFunction(
      (text) => !document.body.innerText.includes(text),
      {},
      t('panel_photo_failed'),
    );
    await until(async () => (await complaint(inspector, id)).photoCount === 1, 'the photo');
    await panel.close();
    await expectWhole(inspector);
  }

  /** Flagged first and looked at last: the extension waits 20 s for a photo. */
  let slow: Promise<string>;

  test.each([
    ['forbidden', 'panel_photo_expired'],
    ['huge', 'panel_photo_too_large'],
    ['text', 'panel_photo_not_a_picture'],
  ] as const)(
    'photo %s: complaint whole, tile says so, "Coba lagi" brings it once the fault is gone',
    async (fault, reason) => {
      slow ??= flagUnder('slow');
      await slow;
      await expectRetry(await flagUnder(fault), reason);
    },
  );

  /** Two tabs with the panel of the same new complaint, and an agency to forward to. */
  async function twoPanels() {
    await must(inspector, 'agency.save', {
      agencies: [
        mailAgency('dlh', 'Dinas Lingkungan Hidup', 'DLH'),
        mailAgency('dishub', 'Dinas Perhubungan', 'Dishub'),
      ],
    });
    const { button, post } = await unused(feed);
    await button.handle.click();
    const { id } = await complaint(inspector, keyOf(post));
    const open = () => session.extensionPage(`sidepanel.html?id=${encodeURIComponent(id)}`);
    return { id, panels: [await open(), await open()] as const };
  }

  test('two panels forward the same complaint to the same agency at once: one forwarding', async () => {
    const { id, panels } = await twoPanels();
    for (const panel of panels) await chooseAgency(panel, 'Dinas Lingkungan Hidup');
    await Promise.all(panels.map((panel) => pressNow(panel, t('channel_email_verb'))));
    for (const panel of panels) {
      await panel.bringToFront();
      await sees(panel, t('panel_box_forwarded', { agency: 'DLH' }));
    }
    const log = await eventsOf(inspector, id);
    expect(log.filter((event) => event.type === 'forwarded')).toHaveLength(1);
    expect((await complaint(inspector, id)).status).toBe('waiting');
    await expectWhole(inspector);
    for (const panel of panels) await panel.close();
  });

  test('two panels forward to two agencies at once: one counts, the other is told in a sentence', async () => {
    const { id, panels } = await twoPanels();
    await chooseAgency(panels[0], 'Dinas Lingkungan Hidup');
    await chooseAgency(panels[1], 'Dinas Perhubungan');
    await Promise.all(panels.map((panel) => pressNow(panel, t('channel_email_verb'))));
    await until(async () => (await complaint(inspector, id)).status === 'waiting', 'the forwarding');
    await pause(800);
    const forwarded = (await eventsOf(inspector, id)).filter((event) => event.type === 'forwarded');
    expect(forwarded).toHaveLength(1);
    const told = await Promise.all(panels.map((panel) => shows(panel, t('error_conflict'))));
    expect(told.filter(Boolean), 'panels that say that the other was first').toHaveLength(1);
    await expectWhole(inspector);
    for (const panel of panels) await panel.close();
  });

  test('two panels mark the same complaint done at once: one decision', async () => {
    const { id, panels } = await twoPanels();
    await must(inspector, 'complaint.forward', {
      complaintId: id,
      agencyId: 'dlh',
      channel: 'email',
      outcome: 'saved',
      preset: 'normal',
      termMs: null,
      photoHashes: [],
      message: 'Yth.',
    });
    await must(inspector, 'complaint.respond', {
      complaintId: id,
      kind: 'initial',
      text: 'Petugas menuju lokasi',
      at: Date.now(),
      inboxIds: [],
      via: 'hand',
    });
    for (const panel of panels) {
      await press(panel, t('panel_resolve'));
      await panel.waitForSelector('form textarea', { visible: true });
    }
    await Promise.all(panels.map((panel) => pressNow(panel, t('ui_closing_resolve'))));
    await until(async () => (await complaint(inspector, id)).status === 'done', 'done');
    await pause(500);
    expect((await eventsOf(inspector, id)).filter((event) => event.type === 'resolved')).toHaveLength(1);
    await expectWhole(inspector);
    for (const panel of panels) await panel.close();
  });

  test('photo that never comes: after 20 s the tile says so, "Coba lagi" brings it', async () => {
    await expectRetry(await slow, 'panel_photo_timeout');
  });

  test('worker killed in the middle of an import: whole complaints only, a sentence, and importing again completes it', async () => {
    const many = 6_000;
    const now = Date.now();
    const past = Array.from({ length: many }, (_, i) => ({
      code: `MTR${String(i).padStart(7, '0')}`,
      forwardedAt: now - 3_600_000,
      termMs: 86_400_000,
    }));
    const file = join(mkdtempSync(join(tmpdir(), 'tanggap-file-')), 'meja-lain.zip');
    writeFileSync(file, await backupOf(past));
    const had = await countOf(inspector, 'complaints');
    const page = await session.extensionPage('dashboard.html#/pengaturan/cadangan');
    await chooseBackup(page, file);
    await until(async () => (await countOf(inspector, 'complaints')) > had, 'the first complaints', 40_000);
    await killer.kill();
    await sees(page, t('error_unexpected'), 15_000);
    const half = await countOf(inspector, 'complaints');
    expect(half).toBeGreaterThan(had);
    expect(half, 'the kill came in the middle').toBeLessThan(had + many);
    const events = (await readEventTable(inspector)).filter((event) => event.desk === 'bbbb');
    expect(events.length, 'both events of each complaint').toBe(2 * (half - had));
    await chooseBackup(page, file);
    await sees(page, t('set_import_done', { events: '' }).split(':')[0] ?? '', 60_000);
    expect(await countOf(inspector, 'complaints')).toBe(had + many);
    await expectWhole(inspector);
    await page.close();
  });

  test('extension updated under an open page: the button says so without an error, and after reloading flags again', async () => {
    const errors: string[] = [];
    feed.on('pageerror', (error) => errors.push(String(error)));
    feed.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    const { button, post } = await unused(feed);
    // Installed over itself, as an update does; `runtime.reload` would leave it switched off in this browser.
    await session.browser.installExtension(EXTENSION_DIR);
    await pause(1_000);
    await feed.bringToFront();
    // It may have noticed by itself; a click on it would then reload the page.
    const asks = async () => (await pageButtons(feed, new RegExp(`^${t('page_reload')}`))).length > 0;
    if (!(await asks())) await button.handle.click();
    const name = await until(async () => {
      const [now] = await pageButtons(feed, new RegExp(`^${t('page_reload')}`));
      return now?.name;
    }, 'the button that asks for a reload');
    expect(name).toBe(t('page_reload_name'));
    await feed.mouse.wheel({ deltaY: 900 });
    await pause(1_500);
    expect(errors).toEqual([]);
    // Pressing it does what it says.
    const [reload] = await pageButtons(feed, new RegExp(`^${t('page_reload')}`));
    await Promise.all([feed.waitForNavigation(), reload?.handle.click()]);
    await until(
      async () => (await pageButtons(feed, /^(Tandai|ADU-)/)).length > 0,
      'buttons of the new extension',
    );
    inspector = await inspectorOf(session);
    expect((await readComplaintTable(inspector)).some((row) => row.id === keyOf(post))).toBe(false);
    const again = await unused(feed);
    await again.button.handle.click();
    await complaint(inspector, keyOf(again.post));
  });
});

describe('browser gone', () => {
  test.each([
    ['closed', 'instagram'],
    ['killed', 'facebook'],
  ] as const)(
    'browser %s right after a flag on %s, photos under way: after the restart one whole complaint, photos resumed, and the post on its own page shows it and opens it',
    async (how, site) => {
      let session = await launch(lab);
      const { profile } = session;
      try {
        const feed = await openSite(session, `https://www.${site}.com/`);
        lab.setPhotoFault('slow');
        const { button, post } = await buttonOn(lab, feed, site, (p) => p.photos.length > 0 && !p.group);
        await button.handle.click();
        const number = await until(
          async () => (await buttonNow(lab, feed, post, NUMBERED))?.name.slice(0, 8),
          'the number',
        );
        if (how === 'killed') await crash(session);
        else await session.close(true);
        lab.setPhotoFault(null);

        session = await launch(lab, { profile });
        const inspector = await inspectorOf(session);
        const row = await complaint(inspector, keyOf(post));
        expect(row.number).toBe(number);
        await until(async () => (await complaint(inspector, row.id)).photoMissing === 0, 'photos resumed');
        expect((await complaint(inspector, row.id)).photoCount).toBe(post.photos.length);

        const page = await session.browser.newPage();
        const handle = post.author.handle;
        await page.goto(
          site === 'instagram'
            ? `https://www.instagram.com/p/${post.id}/`
            : `https://www.facebook.com/${handle}/posts/${post.pfbid}`,
        );
        await page.bringToFront();
        const known = await until(
          async () => (await pageButtons(page, NUMBERED))[0],
          'the number on the post page',
        );
        expect(known.name.slice(0, 8)).toBe(number);
        await known.handle.scrollIntoView();
        await pause(300);
        await known.handle.click();
        await sees(await session.panel(), number);
        expect(await readComplaintTable(inspector)).toHaveLength(1);
        await expectWhole(inspector);
      } finally {
        lab.setPhotoFault(null);
        await session.close();
      }
    },
  );
});

describe('the store', () => {
  test('written by a newer Tanggap: flagging is refused in one sentence, also after a restart; lists are read and a backup can be taken', async () => {
    let session = await launch(lab);
    const { profile } = session;
    const folder = mkdtempSync(join(tmpdir(), 'tanggap-backup-'));
    try {
      let feed = await openSite(session, INSTAGRAM);
      const number = await flag(feed);
      let inspector = await inspectorOf(session);
      await writeNewer(inspector);
      for (const restarted of [false, true]) {
        if (restarted) {
          await session.close(true);
          session = await launch(lab, { profile });
          inspector = await inspectorOf(session);
          feed = await openSite(session, INSTAGRAM);
        }
        await feed.bringToFront();
        const [button] = await pageButtons(feed);
        await button?.handle.scrollIntoView();
        await button?.handle.click();
        const said = await until(
          async () => (await pageButtons(feed, AGAIN))[0]?.name,
          'the refusal on the button',
        );
        expect(said).toContain(t('error_newer_version'));
        expect(await countOf(inspector, 'complaints')).toBe(1);
      }
      const list = await session.extensionPage('dashboard.html#/aduan');
      await sees(list, number);
      const [row] = await readComplaintTable(inspector);
      const panel = await session.extensionPage(`sidepanel.html?id=${encodeURIComponent(row?.id ?? '')}`);
      await sees(panel, number);
      const download = await catchDownloads(session, folder);
      const backup = await session.extensionPage('dashboard.html#/pengaturan/cadangan');
      await press(backup, t('set_backup_download'));
      const file = await download('.zip');
      const empty = await launch(null);
      try {
        const page = await empty.extensionPage('dashboard.html#/pengaturan/cadangan');
        await chooseBackup(page, file);
        await until(
          async () => (await readComplaintTable(page))[0]?.number === number,
          'the complaint on another desk',
        );
      } finally {
        await empty.close();
      }
    } finally {
      await session.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

/** Gives a backup to the settings page as an official does. */
async function chooseBackup(page: Page, file: string): Promise<void> {
  const input = (await page.waitForSelector(
    'input[type=file][accept*=zip]',
  )) as ElementHandle<HTMLInputElement> | null;
  await input?.uploadFile(file);
}

/** Lifts the database to a version that this Tanggap does not know, as an update and a way back would. */
async function writeNewer(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const known = (await indexedDB.databases()).find(({ name }) => name === 'tanggap')?.version ?? 0;
    await new Promise<void>((resolve, reject) => {
      // Dexie counts in tens.
      const open = indexedDB.open('tanggap', known + 10);
      open.onupgradeneeded = () => open.result.createObjectStore('novelty', { keyPath: 'id' });
      open.onerror = () => reject(new Error(String(open.error)));
      open.onsuccess = () => {
        open.result.close();
        resolve();
      };
    });
  });
}
