import { browser } from 'wxt/browser';
import { STATES_CHANGED } from '../../protocol/broadcast.ts';

/** Addresses of the two sites, as in the manifest. */
export const PAGE_PATTERNS = [
  'https://www.instagram.com/*',
  'https://www.facebook.com/*',
  'https://web.facebook.com/*',
];

/** Tells open pages of the sites and our own that states may have changed. Nobody listening is no failure. */
export async function broadcastStates(): Promise<void> {
  const message = { name: STATES_CHANGED };
  const tabs = await browser.tabs.query({ url: PAGE_PATTERNS }).catch(() => []);
  const ids = tabs.flatMap((tab) => (tab.id === undefined ? [] : [tab.id]));
  await Promise.all([
    ...ids.map((id) => browser.tabs.sendMessage(id, message).catch(() => undefined)),
    browser.runtime.sendMessage(message).catch(() => undefined),
  ]);
}
