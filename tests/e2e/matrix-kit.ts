import type { CDPSession, Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { rowStatus } from '../../complaints/urgency.ts';
import type { Input, MessageName } from '../../protocol/contract.ts';
import { type Session, until } from './browser.ts';
import { backupOf, type Past } from './fault-backup.ts';
import { must } from './fault-kit.ts';
import { readComplaintTable } from './store.ts';

/** What the fault matrix needs beside the fault kit: a worker that stops at one place in a write, badge, merging. */

/** `before`: the transaction is open and nothing written; `inside`: two records written, not kept; `after`: kept, not told. */
export type Moment = 'before' | 'inside' | 'after';

/** Runs in the worker: makes its next write stand still at one place for ever. */
function holdNextWrite(moment: Moment): void {
  const scope = globalThis as unknown as { held?: string };
  scope.held = '';
  let write: IDBTransaction | null = null;
  let written = 0;
  const keepOpen = (transaction: IDBTransaction) => {
    const name = transaction.objectStoreNames[0] ?? '';
    const ask = () => {
      transaction.objectStore(name).count().onsuccess = ask;
    };
    ask();
  };
  const stand = <R>(store: IDBObjectStore, real: () => R): R => {
    const { transaction } = store;
    write ??= transaction;
    if (write !== transaction) return real();
    if (moment === 'after') {
      if (written === 0) {
        transaction.oncomplete = null;
        transaction.addEventListener('complete', () => {
          scope.held = moment;
        });
      }
      written += 1;
      return real();
    }
    const goes = moment === 'inside' && written < 2;
    if (goes) real();
    written += 1;
    if (written === 1) {
      keepOpen(transaction);
      // By then what follows the first record in the same turn is asked for too.
      setTimeout(() => {
        scope.held = moment;
      }, 30);
    }
    // A request that never answers.
    return new EventTarget() as R;
  };
  const at = IDBObjectStore.prototype;
  const { add, put, clear } = at;
  const remove = at.delete;
  at.add = function (...args) {
    return stand(this, () => add.apply(this, args));
  };
  at.put = function (...args) {
    return stand(this, () => put.apply(this, args));
  };
  at.delete = function (...args) {
    return stand(this, () => remove.apply(this, args));
  };
  at.clear = function () {
    return stand(this, () => clear.apply(this));
  };
}

/** A worker that is made to stop in the middle of a write and is then killed. */
export async function sabotage(session: Session, page: Page) {
  const cdp: CDPSession = await page.createCDPSession();
  await cdp.send('ServiceWorker.enable');
  const workers = () => session.browser.targets().filter((target) => target.type() === 'service_worker');
  return {
    /** Sends a message, kills the worker at that moment of its write, and waits until it is gone. */
    async killAt<N extends MessageName>(moment: Moment, name: N, input: Input<N>): Promise<void> {
      // Wakes it, and lets it finish what it does at its start.
      await must(page, 'outside.refresh', {});
      const target = await until(async () => workers()[0], 'a worker');
      // A debugger that stays would keep what it looks at from going.
      const look = await target.createCDPSession();
      const evaluate = async (expression: string) =>
        (await look.send('Runtime.evaluate', { expression })).result.value as unknown;
      await evaluate(`(${holdNextWrite})(${JSON.stringify(moment)})`);
      void page
        .evaluate((message) => chrome.runtime.sendMessage(message).catch(() => null), { name, input })
        .catch(() => undefined);
      try {
        await until(() => evaluate('globalThis.held'), `${name} held ${moment}`, 5_000);
      } finally {
        await look.detach();
      }
      await cdp.send('ServiceWorker.stopAllWorkers');
      await until(async () => !workers().includes(target), 'the worker gone');
    },
  };
}

/** All tables but the bytes of photos, as one text that is equal when the store is. */
export async function storeText(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const open = indexedDB.open('tanggap');
        open.onerror = () => reject(open.error);
        open.onsuccess = () => {
          const names = [...open.result.objectStoreNames].filter((name) => name !== 'photos');
          const read = open.result.transaction(names);
          const found = names.map((name) => read.objectStore(name).getAll());
          read.oncomplete = () => {
            open.result.close();
            resolve(JSON.stringify(found.map((request, at) => [names[at], request.result])));
          };
        };
      }),
  );
}

/** What the toolbar shows, read without waking the worker. */
export const badgeText = (page: Page) => page.evaluate(() => chrome.action.getBadgeText({}));

/** What the badge has to say now, worked out from the lists alone. */
export async function badgeDue(page: Page): Promise<string> {
  const now = await page.evaluate(() => Date.now());
  const all = (await readComplaintTable(page)).map((row) => rowStatus(row, now));
  const late = all.filter((status) => status === 'overdue').length;
  const near = all.filter((status) => status === 'near').length;
  const shown = late || near;
  return shown === 0 ? '' : shown > 999 ? '999+' : String(shown);
}

/** The badge says what the lists say, within the minute that it is given; gives the ms that it took. */
export async function badgeRight(page: Page): Promise<number> {
  const start = Date.now();
  await until(
    async () => (await badgeText(page)) === (await badgeDue(page)),
    `the badge to say "${await badgeDue(page)}" instead of "${await badgeText(page)}"`,
    60_000,
  );
  return Date.now() - start;
}

/** Puts bytes into the inbox, as our own pages do with a file or a picture. */
export async function intoInbox(page: Page, id: string, bytes: Uint8Array, mime: string): Promise<string> {
  await page.evaluate(
    (inboxId, base64, type) =>
      new Promise<void>((resolve, reject) => {
        const open = indexedDB.open('tanggap');
        open.onsuccess = () => {
          const raw = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
          const work = open.result.transaction('inbox', 'readwrite');
          work.objectStore('inbox').put({ id: inboxId, bytes: raw.buffer, mime: type, at: Date.now() });
          work.onabort = () => reject(new Error(String(work.error)));
          work.oncomplete = () => {
            open.result.close();
            resolve();
          };
        };
      }),
    id,
    Buffer.from(bytes).toString('base64'),
    mime,
  );
  return id;
}

/** Merges complaints of another desk. */
export async function merge(page: Page, past: Past[], desk: string): Promise<void> {
  const inboxId = await intoInbox(page, `merge-${desk}`, await backupOf(past, desk), 'application/zip');
  const { newEvents } = await must(page, 'backup.import', { inboxId });
  expect(newEvents, 'events that came').toBeGreaterThan(0);
}
