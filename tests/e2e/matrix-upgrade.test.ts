import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Dump, readDump } from '../storage/dump.ts';
import { EXTENSION_ID, launch, type Session, until } from './browser.ts';
import { countOf, expectWhole, inspectorOf, killerOf, pause } from './fault-kit.ts';
import { badgeRight } from './matrix-kit.ts';
import { readComplaintTable } from './store.ts';

/** A store of the first release with many complaints, and an upgrade that is killed again and again on its way. */

const MANY = 2_000;
const KILLED_AFTER = [0, 60, 150, 300, 600, 1_000];

let session: Session;
let bare: Page;
let dump: Dump;

/** Whether the last step of the upgrade is done, whatever version the store has. */
function listsMadeAnew(page: Page): Promise<boolean> {
  return page.evaluate(
    () =>
      new Promise<boolean>((resolve) => {
        const open = indexedDB.open('tanggap');
        open.onsuccess = () => {
          const get = open.result.transaction('desk').objectStore('desk').get('projection');
          get.onsuccess = () => {
            open.result.close();
            resolve(get.result !== undefined);
          };
        };
      }),
  );
}

/** One complaint of the old dump under many names. */
function many(old: Dump): Record<string, unknown[]> {
  const pattern = /DUMPA00001/;
  // The photo's own bytes are left out, and so is what names them.
  const events = (old.tables.events?.rows ?? []).filter(
    (row) => pattern.test(JSON.stringify(row)) && (row as { type: string }).type !== 'photoStored',
  );
  const rows = (old.tables.complaints?.rows ?? []).filter((row) => pattern.test(JSON.stringify(row)));
  const under = (list: unknown[], i: number) =>
    list.map((row, k) => {
      const text = JSON.stringify(row).replaceAll('DUMPA00001', `LAMA${String(i).padStart(6, '0')}`);
      const copy = JSON.parse(text);
      const seq = 100 + i;
      if ('order' in copy) {
        copy.order = 1_000 + i * 10 + k;
        copy.id = `${String(copy.order).padStart(8, '0')}-0000-7000-8000-000000000000`;
        if (copy.number) copy.number.seq = seq;
      } else Object.assign(copy, { number: `KCT-${seq}`, numbers: [`KCT-${seq}`], seq });
      return copy;
    });
  const times = Array.from({ length: MANY }, (_, i) => i);
  return {
    events: times.flatMap((i) => under(events, i)),
    complaints: times.flatMap((i) => under(rows, i)),
    desk: [
      { key: 'desk', value: '6ic2' },
      { key: 'order', value: 1_000 + MANY * 10 },
      { key: 'seq', value: 100 + MANY },
    ],
  };
}

beforeAll(async () => {
  session = await launch(null);
  dump = readDump(new URL('../storage/dumps/v1.json.gz', import.meta.url).pathname);
  // A page of the extension's origin without any of its code: nothing of ours may hold the database open.
  bare = await session.browser.newPage();
  await bare.goto(`chrome-extension://${EXTENSION_ID}/manifest.json`);
  for (const page of await session.browser.pages()) if (page !== bare) await page.close();
  const killer = await killerOf(session, bare);
  await killer.kill();
  await until(async () => !(await killer.running()), 'the worker gone');
  const schemas = Object.fromEntries(
    Object.entries(dump.tables).map(([name, table]) => [name, table.schema]),
  );
  await bare.evaluate(
    (stores, rows) =>
      new Promise<void>((resolve, reject) => {
        const gone = indexedDB.deleteDatabase('tanggap');
        gone.onerror = () => reject(gone.error);
        gone.onblocked = () => reject(new Error('still open'));
        gone.onsuccess = () => {
          // The library counts in tens.
          const open = indexedDB.open('tanggap', 10);
          open.onerror = () => reject(open.error);
          open.onupgradeneeded = () => {
            for (const [name, schema] of Object.entries(stores)) {
              const [key = '', ...indexes] = schema.split(',').map((part) => part.trim());
              const store = open.result.createObjectStore(name, { keyPath: key });
              for (const index of indexes) {
                const path = index.replace(/^[*[]|]$/g, '').split('+');
                store.createIndex(index.replace(/^\*/, ''), path.length > 1 ? path : (path[0] ?? ''), {
                  multiEntry: index.startsWith('*'),
                });
              }
            }
          };
          open.onsuccess = () => {
            const work = open.result.transaction(Object.keys(rows), 'readwrite');
            for (const [name, list] of Object.entries(rows))
              for (const row of list) work.objectStore(name).put(row);
            work.onabort = () => reject(work.error);
            work.oncomplete = () => {
              open.result.close();
              resolve();
            };
          };
        };
      }),
    schemas,
    many(dump),
  );
}, 60_000);
afterAll(async () => {
  await session?.close();
});

test('a store of the first release with many complaints, its upgrade killed again and again: complete in the end, nothing lost', async () => {
  const events = await countOf(bare, 'events');
  expect(events).toBeGreaterThan(MANY * 3);
  const finished: boolean[] = [];
  for (const after of KILLED_AFTER) {
    const killer = await killerOf(session, bare);
    const page = await session.browser.newPage();
    void page.goto(`chrome-extension://${EXTENSION_ID}/popup.html`).catch(() => undefined);
    await pause(after);
    await killer.kill();
    await page.close();
    finished.push(await listsMadeAnew(bare));
    expect(await countOf(bare, 'events'), `killed after ${after} ms`).toBe(events);
    expect(await countOf(bare, 'complaints'), `killed after ${after} ms`).toBe(MANY);
  }
  expect(finished[0], 'the first kill came before the end of the upgrade').toBe(false);
  const inspector = await inspectorOf(session);
  await until(() => listsMadeAnew(inspector), 'the lists made anew', 60_000);
  expect(await countOf(inspector, 'events')).toBe(events);
  expect(await readComplaintTable(inspector)).toHaveLength(MANY);
  await badgeRight(inspector);
  // What the old store said stands: every one of them forwarded and waiting.
  expect(new Set((await readComplaintTable(inspector)).map((row) => row.status))).toEqual(
    new Set(['waiting']),
  );
  await expectWhole(inspector);
});
