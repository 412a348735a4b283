import { browser } from 'wxt/browser';

/** Word in the list's address by which *Ingatkan semua* is opened at once. */
export const REMIND_ALL = 'ingatkan';

/** Open the complaints' page in a tab, on one complaint when `complaintId` is given. */
export async function openDashboard(complaintId?: string): Promise<void> {
  const page = browser.runtime.getURL('/dashboard.html');
  const route = complaintId ? `#/aduan/${encodeURIComponent(complaintId)}` : '';
  await browser.tabs.create({ url: page + route });
}

/** Open *Ingatkan semua* in a tab. */
export async function openReminders(): Promise<void> {
  await browser.tabs.create({
    url: `${browser.runtime.getURL('/dashboard.html')}#/aduan?buka=${REMIND_ALL}`,
  });
}

/** Open *Tempel balasan* in a tab, for one complaint when `complaintId` is given. */
export async function openPasteReply(complaintId?: string): Promise<void> {
  const page = browser.runtime.getURL('/dashboard.html');
  await browser.tabs.create({
    url: `${page}#/balasan${complaintId ? `/${encodeURIComponent(complaintId)}` : ''}`,
  });
}
