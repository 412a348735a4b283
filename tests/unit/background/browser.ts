import { vi } from 'vitest';
import { type Browser, browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { database } from '../../../storage/database.ts';

export const PAGE_URL = 'https://www.instagram.com/';

/** What the browser says of a content script of Instagram in tab 7. */
export function pageSender(
  change: Partial<Browser.runtime.MessageSender> = {},
): Browser.runtime.MessageSender {
  const tab = { id: 7, windowId: 1, url: PAGE_URL } as Browser.tabs.Tab;
  return {
    id: browser.runtime.id,
    url: PAGE_URL,
    origin: 'https://www.instagram.com',
    frameId: 0,
    tab,
    ...change,
  };
}

/** What it says of one of our own pages. */
export function ownSender(
  change: Partial<Browser.runtime.MessageSender> = {},
): Browser.runtime.MessageSender {
  return { id: browser.runtime.id, url: browser.runtime.getURL('/dashboard.html'), ...change };
}

/** A clean browser and an empty store; what the fake does not know is filled in with spies. */
export async function resetBrowser() {
  fakeBrowser.reset();
  vi.useRealTimers();
  await database.open();
  await Promise.all(database.tables.map((table) => table.clear()));
  const open = vi.fn(async (_options: unknown): Promise<void> => undefined);
  const create = vi.fn(async (_options: unknown) => ({ id: 55 }));
  const update = vi.fn(async (_id: number, _options: unknown) => ({ id: 55 }));
  const sendToTab = vi.fn(async (_id: number, _message: unknown): Promise<void> => undefined);
  const executeScript = vi.fn(async (_options: unknown): Promise<{ result: unknown }[]> => [{ result: [] }]);
  const menuCreate = vi.fn();
  Object.assign(browser, {
    sidePanel: { open },
    windows: { ...browser.windows, create, update },
    scripting: { executeScript },
    contextMenus: { ...browser.contextMenus, create: menuCreate, removeAll: vi.fn(async () => undefined) },
  });
  Object.assign(browser.tabs, { sendMessage: sendToTab });
  Object.assign(browser.runtime, { getManifest: () => ({ version: '0.1.0' }) });
  return { open, create, update, sendToTab, executeScript, menuCreate };
}
