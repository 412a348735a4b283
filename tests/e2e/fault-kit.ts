import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { ComplaintEvent } from '../../complaints/events.ts';
import type { Input, MessageName, Output } from '../../protocol/contract.ts';
import type { Answer } from '../../protocol/errors.ts';
import type { ComplaintRow } from '../../storage/database.ts';
import type { Lab, LabPost, SiteId } from '../lab/types.ts';
import { type PageButton, pageButtons, type Session, until } from './browser.ts';
import { itemShown, itemsOf, UNIT, unitAround } from './capture.ts';
import { readComplaintTable, readEventTable, readPhotoTable } from './store.ts';

/** What the fault tests do to a browser, and the state of the store that must hold whatever was done. */

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** A message from one of the extension's own pages, with the router's whole answer. */
export async function ask<N extends MessageName>(
  page: Page,
  name: N,
  input: Input<N>,
): Promise<Answer<Output<N>>> {
  return page.evaluate((message) => chrome.runtime.sendMessage(message), { name, input });
}

/** As `ask`, for what must succeed. */
export async function must<N extends MessageName>(page: Page, name: N, input: Input<N>): Promise<Output<N>> {
  const answer = await ask(page, name, input);
  if (!answer.ok) throw new Error(`${name}: ${answer.code} ${answer.detail}`);
  return answer.value;
}

/** A page of the extension from which store and worker are looked at; it changes nothing by itself. */
export async function inspectorOf(session: Session): Promise<Page> {
  return session.extensionPage('popup.html');
}

export interface Killer {
  /** Ends the worker as the browser would, in one call to the browser. */
  kill(): Promise<void>;
  /** Whether a worker runs now; asking does not wake it. */
  running(): Promise<boolean>;
}

/** Prepared beforehand, so that the kill itself takes no time. */
export async function killerOf(session: Session, page: Page): Promise<Killer> {
  const cdp = await page.createCDPSession();
  await cdp.send('ServiceWorker.enable');
  const browser = await session.browser.target().createCDPSession();
  return {
    async kill() {
      await cdp.send('ServiceWorker.stopAllWorkers');
    },
    async running() {
      const { targetInfos } = await browser.send('Target.getTargets', { filter: [{}] });
      return targetInfos.some((info) => info.type === 'service_worker');
    },
  };
}

/** Ends the whole browser without a word, as a power cut would; the profile stays. */
export async function crash(session: Session): Promise<void> {
  const browser = session.browser.process();
  const gone = new Promise((resolve) => browser?.once('exit', resolve));
  browser?.kill('SIGKILL');
  await gone;
  await pause(300);
}

/** Wait until a complaint is in the store. */
export async function complaint(page: Page, id: string): Promise<ComplaintRow> {
  return until(
    async () => (await readComplaintTable(page)).find((row) => row.id === id),
    `${id} in the store`,
  );
}

export async function eventsOf(page: Page, id: string): Promise<ComplaintEvent[]> {
  return (await readEventTable(page)).filter((event) => event.complaintId === id);
}

export const keyOf = (post: LabPost): string => `${post.site}:${post.id}`;

/** Posts of a feed that fit, in the order of the feed. */
export function postsIn(lab: Lab, site: SiteId, fits: (post: LabPost) => boolean = () => true): LabPost[] {
  const posts = itemsOf(lab, site).flatMap((item) => (item.kind === 'post' && item.post ? [item.post] : []));
  return [...new Set(posts)].filter(fits);
}

/** Which post a button stands on, told from what is on the screen. */
export async function postUnder(lab: Lab, site: SiteId, button: PageButton): Promise<LabPost | undefined> {
  const unit = await button.handle.evaluate(unitAround, UNIT);
  return itemShown(unit, itemsOf(lab, site))?.post;
}

/** The first button on the page whose post fits, with that post; scrolls on until there is one. */
export async function buttonOn(
  lab: Lab,
  page: Page,
  site: SiteId,
  fits: (post: LabPost) => boolean,
): Promise<{ button: PageButton; post: LabPost }> {
  await page.bringToFront();
  for (let round = 0; round < 30; round++) {
    for (const button of await pageButtons(page)) {
      const post = await postUnder(lab, site, button).catch(() => undefined);
      if (!post || !fits(post)) continue;
      await button.handle.scrollIntoView();
      await pause(250);
      const still = await postUnder(lab, site, button).catch(() => undefined);
      if (still === post) return { button, post };
    }
    await page.mouse.wheel({ deltaY: 700 });
    await pause(450);
  }
  throw new Error('no post that fits came into view');
}

/**
 * What must hold after any fault: every line belongs to a log that begins with a flag and every log has its line;
 * no post twice; every photo that the log speaks of is there with the bytes of its hash; nothing waits in the
 * inbox; and the lists made anew from the log are the lists as they were.
 */
export async function expectWhole(page: Page): Promise<void> {
  const [events, rows, photos] = await Promise.all([
    readEventTable(page),
    readComplaintTable(page),
    readPhotoTable(page),
  ]);
  const logs = new Set(events.map((event) => event.complaintId));
  expect([...logs].sort(), 'a line for each log').toEqual(rows.map((row) => row.id).sort());
  for (const id of logs) {
    const log = events.filter((event) => event.complaintId === id).sort((a, b) => a.order - b.order);
    expect(log[0]?.type, `${id} begins`).toBe('captured');
  }
  const aliases = rows.flatMap((row) => row.aliases);
  expect(aliases.length, 'no post under two complaints').toBe(new Set(aliases).size);
  const numbers = rows.map((row) => row.number);
  expect(numbers.length, 'no number twice').toBe(new Set(numbers).size);
  const orders = events.map((event) => `${event.order} ${event.desk}`);
  expect(orders.length, 'no place in the log twice').toBe(new Set(orders).size);
  for (const photo of photos) expect(photo.actual, 'bytes of a photo').toBe(photo.hash);
  const kept = new Set(photos.map((photo) => photo.hash));
  for (const event of events) {
    if (event.type === 'photoStored') expect(kept, event.photo.url).toContain(event.photo.hash);
  }
  expect(await countOf(page, 'inbox'), 'left in the inbox').toBe(0);
  await must(page, 'store.rebuild', {});
  const again = await readComplaintTable(page);
  const sorted = (list: ComplaintRow[]) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
  expect(sorted(again), 'lists made anew').toEqual(sorted(rows));
}

/** Number of rows of a table, past all code of the extension. */
export async function countOf(page: Page, table: string): Promise<number> {
  return page.evaluate(
    (name) =>
      new Promise<number>((resolve, reject) => {
        const open = indexedDB.open('tanggap');
        open.onerror = () => reject(new Error(String(open.error)));
        open.onsuccess = () => {
          const count = open.result.transaction(name).objectStore(name).count();
          count.onsuccess = () => {
            open.result.close();
            resolve(count.result);
          };
        };
      }),
    table,
  );
}

/** Whether the engine holds this text anywhere on the page, as a reader sees it. */
export async function shows(page: Page, text: string): Promise<boolean> {
  return page.evaluate((wanted) => document.body.innerText.includes(wanted), text);
}

/** Presses a button of one of our own pages in the page's own turn: also in a tab that is not in front. */
export async function pressNow(page: Page, name: string): Promise<void> {
  await page.evaluate((wanted) => {
    const named = [...document.querySelectorAll('button')].filter(
      (button) => (button.getAttribute('aria-label') ?? button.textContent ?? '').trim() === wanted,
    );
    const button = named.at(-1);
    if (!button) throw new Error(`no button "${wanted}"`);
    button.click();
  }, name);
}

/** The button that now stands on a post, by what is on the screen. */
export async function buttonNow(
  lab: Lab,
  page: Page,
  post: LabPost,
  pattern = /^(Tandai aduan|ADU-|Terbaca|Muat ulang)/,
) {
  for (const button of await pageButtons(page, pattern)) {
    if ((await postUnder(lab, post.site, button).catch(() => undefined)) === post) return button;
  }
  return undefined;
}
