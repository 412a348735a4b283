import { browser } from 'wxt/browser';

/** Shows the list of complaints in a tab, the one that is open already if there is one. */
export async function openComplaints(): Promise<void> {
  const url = browser.runtime.getURL('/dashboard.html');
  const [open] = await browser.tabs.query({ url: `${url}*` }).catch(() => []);
  if (open?.id === undefined) await browser.tabs.create({ url });
  else {
    await browser.tabs.update(open.id, { active: true });
    if (open.windowId !== undefined) await browser.windows.update(open.windowId, { focused: true });
  }
}
