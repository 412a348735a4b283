import type { Page } from 'puppeteer-core';
import type { OfficeCalendar } from '../../complaints/deadlines/calendar.ts';
import type { ComplaintEvent } from '../../complaints/events.ts';
import type { ComplaintRow } from '../../storage/database.ts';

/** Reads a whole table of the extension's database, from one of its own pages, past all of its code. */
async function table<T>(page: Page, name: string): Promise<T[]> {
  return page.evaluate(
    (store) =>
      new Promise<unknown[]>((resolve, reject) => {
        const open = indexedDB.open('tanggap');
        open.onerror = () => reject(new Error(String(open.error)));
        open.onsuccess = () => {
          const db = open.result;
          const all = db.transaction(store).objectStore(store).getAll();
          all.onerror = () => reject(new Error(String(all.error)));
          all.onsuccess = () => {
            db.close();
            resolve(all.result);
          };
        };
      }),
    name,
  ) as Promise<T[]>;
}

export const readEventTable = (page: Page) => table<ComplaintEvent>(page, 'events');
/** The office's own calendar versions. */
export const readCalendarTable = (page: Page) => table<OfficeCalendar>(page, 'calendars');
export const readComplaintTable = (page: Page) => table<ComplaintRow>(page, 'complaints');

/** Photos without their bytes: hash and size. */
export async function readPhotoTable(page: Page): Promise<{ hash: string; size: number; actual: string }[]> {
  return page.evaluate(
    () =>
      new Promise<{ hash: string; size: number; actual: string }[]>((resolve, reject) => {
        const open = indexedDB.open('tanggap');
        open.onerror = () => reject(new Error(String(open.error)));
        open.onsuccess = () => {
          const all = open.result.transaction('photos').objectStore('photos').getAll();
          all.onsuccess = async () => {
            open.result.close();
            const rows = [];
            for (const row of all.result) {
              const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', row.bytes));
              const actual = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
              rows.push({ hash: row.hash, size: row.bytes.byteLength, actual });
            }
            resolve(rows);
          };
        };
      }),
  );
}

/** Puts rows into a table past all of the extension's code, as time or a fault would leave them. */
export async function writeRows(page: Page, name: string, rows: object[]): Promise<void> {
  await page.evaluate(
    (store, values) =>
      new Promise<void>((resolve, reject) => {
        const open = indexedDB.open('tanggap');
        open.onerror = () => reject(new Error(String(open.error)));
        open.onsuccess = () => {
          const db = open.result;
          const change = db.transaction(store, 'readwrite');
          for (const value of values) change.objectStore(store).put(value);
          change.onerror = () => reject(new Error(String(change.error)));
          change.oncomplete = () => {
            db.close();
            resolve();
          };
        };
      }),
    name,
    rows,
  );
}
