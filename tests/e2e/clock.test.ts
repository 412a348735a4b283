import { rmSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../complaints/settings.ts';
import { launch, type Session, until } from './browser.ts';
import { backupOf, HERE, mailAgency, type Past } from './fault-backup.ts';
import { eventsOf, inspectorOf, type Killer, killerOf, must, pause } from './fault-kit.ts';
import { chooseAgency, customTerm, forwardByMain } from './steps.ts';
import { t } from './words.ts';

/**
 * The badge against the clock. Real minutes pass in two browsers (one is closed across its deadline) while a third
 * is given complaints of other desks that are due just before and just after now. The computer's own clock is not
 * touched: a moved clock is simulated where the worker reads it, and sleep not at all.
 */

const RED = [0xb8, 0x23, 0x1c];
const AMBER = [0xf2, 0xb5, 0x44];
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

interface Seen {
  at: number;
  text: string;
  color: number[];
}

/** What the toolbar shows, read without waking the worker. */
async function badgeOn(page: Page): Promise<Omit<Seen, 'at'> & { title: string }> {
  return page.evaluate(async () => ({
    text: await chrome.action.getBadgeText({}),
    color: Array.from(await chrome.action.getBadgeBackgroundColor({})).slice(0, 3),
    title: await chrome.action.getTitle({}),
  }));
}

const notifications = (page: Page) =>
  page.evaluate(
    () => new Promise<string[]>((resolve) => chrome.notifications.getAll((all) => resolve(Object.keys(all)))),
  );

async function badgeBecomes(page: Page, text: string, color: number[] | null): Promise<void> {
  let last = '';
  await until(async () => {
    const now = await badgeOn(page);
    last = `${now.text} ${now.color}`;
    return now.text === text && (color === null || String(now.color) === String(color));
  }, `badge "${text}" ${color}`).catch((error) => {
    throw new Error(`${error.message}; it is "${last}"`);
  });
}

async function newComplaint(page: Page, code: string): Promise<string> {
  const url = `https://www.instagram.com/p/${code}/`;
  return (await must(page, 'complaint.create', { url, text: `Lampu padam ${code}`, place: '', inboxIds: [] }))
    .complaintId;
}

async function forwardFor(page: Page, complaintId: string, termMs: number) {
  return must(page, 'complaint.forward', {
    complaintId,
    agencyId: HERE,
    channel: 'email',
    outcome: 'saved',
    preset: 'custom',
    termMs,
    photoHashes: [],
    message: 'Yth.',
  });
}

const respond = (page: Page, complaintId: string) =>
  must(page, 'complaint.respond', {
    complaintId,
    kind: 'initial',
    text: 'Petugas di lokasi',
    at: Date.now(),
    inboxIds: [],
    via: 'hand',
  });

/** Merges complaints of another desk, as the settings page does: bytes to the inbox, then the message. */
async function merge(page: Page, past: Past[], desk: string): Promise<void> {
  const bytes = Buffer.from(await backupOf(past, desk)).toString('base64');
  const id = `merge-${desk}`;
  await page.evaluate(
    (inboxId, base64) =>
      new Promise<void>((resolve, reject) => {
        const open = indexedDB.open('tanggap');
        open.onsuccess = () => {
          const raw = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
          const work = open.result.transaction('inbox', 'readwrite');
          work.objectStore('inbox').add({ id: inboxId, bytes: raw.buffer, mime: 'application/zip', at: 1 });
          work.onabort = () => reject(new Error(String(work.error)));
          work.oncomplete = () => {
            open.result.close();
            resolve();
          };
        };
      }),
    id,
    bytes,
  );
  await must(page, 'backup.import', { inboxId: id });
}

/** Sets everything up in a new browser; notifications at any hour, so that the time of the test does not matter. */
async function desk(): Promise<{ session: Session; page: Page; killer: Killer }> {
  const session = await launch(null);
  const page = await inspectorOf(session);
  const killer = await killerOf(session, page);
  const settings = { ...DEFAULT_SETTINGS, quietFrom: 0, quietTo: 0, updatedAt: Date.now() };
  await must(page, 'settings.save', { settings });
  await must(page, 'agency.save', { agencies: [mailAgency(HERE, 'Dinas Lingkungan Hidup', 'DLH')] });
  return { session, page, killer };
}

interface Minute {
  dueAt: number;
  seen: Seen[];
  /** Whether the worker was dead a second before each of the two moments. */
  deadBeforeNear: boolean;
  deadBeforeDue: boolean;
}

/** One minute of a forwarding made in the panel; the worker is killed before each moment that must wake it. */
async function watchMinute(page: Page, killer: Killer, session: Session): Promise<Minute> {
  const id = await newComplaint(page, 'MENIT00001');
  const panel = await session.extensionPage(`sidepanel.html?id=${encodeURIComponent(id)}`);
  await chooseAgency(panel, 'Dinas Lingkungan Hidup');
  await customTerm(panel, '0,02');
  await forwardByMain(panel, t('channel_email_verb'), 'DLH');
  await panel.close();
  const forwarded = (await eventsOf(page, id)).find((event) => event.type === 'forwarded');
  if (forwarded?.type !== 'forwarded') throw new Error('not forwarded');
  expect(forwarded.termMs).toBe(MINUTE);
  const { dueAt } = forwarded;
  const near = dueAt - MINUTE / 4;
  const seen: Seen[] = [];
  const watchTo = async (end: number) => {
    while (Date.now() < end) {
      const { text, color } = await badgeOn(page);
      const last = seen.at(-1);
      if (last?.text !== text || (text && String(last.color) !== String(color)))
        seen.push({ at: Date.now(), text, color });
      await pause(100);
    }
  };
  await watchTo(near - 4_000);
  await killer.kill();
  await watchTo(near - 1_000);
  const deadBeforeNear = !(await killer.running());
  await watchTo(near + 5_000);
  await killer.kill();
  await watchTo(dueAt - 1_000);
  const deadBeforeDue = !(await killer.running());
  await watchTo(dueAt + 3_000);
  return { dueAt, seen, deadBeforeNear, deadBeforeDue };
}

let open: Awaited<ReturnType<typeof desk>>;
let other: Awaited<ReturnType<typeof desk>>;
let minute: Promise<Minute>;
let closed: { profile: string; dueAt: number };

beforeAll(async () => {
  const closing = await desk();
  const { dueAt } = await forwardFor(closing.page, await newComplaint(closing.page, 'TUTUP00001'), MINUTE);
  closed = { profile: closing.session.profile, dueAt };
  await closing.session.close(true);
  open = await desk();
  minute = watchMinute(open.page, open.killer, open.session);
  minute.catch(() => undefined);
  other = await desk();
});
afterAll(async () => {
  await open?.session.close();
  await other?.session.close();
  if (closed) rmSync(closed.profile, { recursive: true, force: true, maxRetries: 3 });
});

test('a backup with three overdue and one near complaint is merged: red 3 at once, said in the title, one notification', async () => {
  const now = Date.now();
  await merge(
    other.page,
    [
      { code: 'LEWAT00001', forwardedAt: now - 2 * HOUR, termMs: HOUR },
      { code: 'LEWAT00002', forwardedAt: now - HOUR - 2_000, termMs: HOUR },
      { code: 'LEWAT00003', forwardedAt: now - 30 * HOUR, termMs: 24 * HOUR },
      { code: 'DEKAT00001', forwardedAt: now - 50 * MINUTE, termMs: HOUR },
      { code: 'WAKTU00001', forwardedAt: now - MINUTE, termMs: HOUR },
    ],
    'bbbb',
  );
  await badgeBecomes(other.page, '3', RED);
  const { title } = await badgeOn(other.page);
  expect(title).toContain(t('bg_title_overdue', { count: '3' }));
  expect(title).toContain(t('bg_title_near', { count: '1' }));
  await until(async () => (await notifications(other.page)).length > 0, 'a notification');
  expect(await notifications(other.page)).toEqual(['overdue']);
});

test('a further complaint becomes overdue two seconds after a merge: red 4, and still one notification', async () => {
  const now = Date.now();
  await merge(other.page, [{ code: 'SEBENTAR01', forwardedAt: now - HOUR + 3_000, termMs: HOUR }], 'cccc');
  expect((await badgeOn(other.page)).text).toBe('3');
  await badgeBecomes(other.page, '4', RED);
  expect(Date.now()).toBeGreaterThanOrEqual(now + 3_000);
  expect(Date.now()).toBeLessThan(now + 5_500);
  expect(await notifications(other.page)).toEqual(['overdue']);
});

test('overdue ones leave one by one, by response, by undoing the forwarding, by dismissal: red 3, 2, 1, then amber, then empty', async () => {
  const { page } = other;
  await respond(page, 'instagram:LEWAT00001');
  await badgeBecomes(page, '3', RED);
  const forwarded = (await eventsOf(page, 'instagram:LEWAT00002')).find(
    (event) => event.type === 'forwarded',
  );
  await must(page, 'complaint.undo', { eventId: forwarded?.id ?? '' });
  await badgeBecomes(page, '2', RED);
  await must(page, 'complaint.dismiss', { complaintId: 'instagram:LEWAT00003', note: '' });
  await badgeBecomes(page, '1', RED);
  const { eventId } = await respond(page, 'instagram:SEBENTAR01');
  await badgeBecomes(page, '1', AMBER);
  expect(await notifications(page), 'taken away with the last overdue one').toEqual([]);
  await must(page, 'complaint.undo', { eventId });
  await badgeBecomes(page, '1', RED);
  await respond(page, 'instagram:SEBENTAR01');
  await respond(page, 'instagram:DEKAT00001');
  await badgeBecomes(page, '', null);
  expect((await badgeOn(page)).title).not.toContain(t('bg_title_near', { count: '1' }));
});

test('clock moved on by two hours and back, as the worker sees it: right again when a window comes to the front', async () => {
  const { page, session } = other;
  await badgeBecomes(page, '', null);
  const target = await session.browser.waitForTarget((one) => one.type() === 'service_worker');
  const worker = await target.worker();
  if (!worker) throw new Error('no worker');
  const shift = (by: number) =>
    worker.evaluate((ms) => {
      const scope = globalThis as unknown as { realNow?: () => number };
      scope.realNow ??= Date.now.bind(Date);
      const real = scope.realNow;
      Date.now = () => real() + ms;
    }, by);
  const toFront = async () => {
    const window = await session.browser.newPage({ type: 'window' });
    await window.close();
  };
  await shift(2 * HOUR);
  await toFront();
  await badgeBecomes(page, '1', RED);
  await shift(0);
  await toFront();
  await badgeBecomes(page, '', null);
});

test('one minute after a forwarding with a term of "0,02" hours: amber in its last quarter, red when it is over, each within two seconds although the worker was dead', async () => {
  const { dueAt, seen, deadBeforeNear, deadBeforeDue } = await minute;
  const shown = seen.map(({ at, text, color }) => ({ left: at - dueAt, text, color: text && color }));
  const story = JSON.stringify(shown);
  expect(
    shown.map(({ text }) => text),
    story,
  ).toEqual(['', '1', '1']);
  const [, near, over] = shown;
  expect(near?.color, story).toEqual(AMBER);
  expect(near?.left).toBeGreaterThanOrEqual(-MINUTE / 4);
  expect(near?.left).toBeLessThan(-MINUTE / 4 + 2_000);
  expect(over?.color, story).toEqual(RED);
  expect(over?.left).toBeGreaterThan(0);
  expect(over?.left).toBeLessThan(2_000);
  expect({ deadBeforeNear, deadBeforeDue }).toEqual({ deadBeforeNear: true, deadBeforeDue: true });
  await respond(open.page, 'instagram:MENIT00001');
  await badgeBecomes(open.page, '', null);
});

test('browser closed before a deadline and started after it: red 1 at once, one notification', async () => {
  await pause(Math.max(0, closed.dueAt + 500 - Date.now()));
  const session = await launch(null, { profile: closed.profile });
  try {
    const started = Date.now();
    const page = await inspectorOf(session);
    await badgeBecomes(page, '1', RED);
    expect(Date.now() - started).toBeLessThan(3_000);
    await until(async () => (await notifications(page)).length > 0, 'a notification');
    expect(await notifications(page)).toEqual(['overdue']);
  } finally {
    await session.close(true);
  }
});
