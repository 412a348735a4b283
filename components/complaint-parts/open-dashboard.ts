import { browser } from 'wxt/browser';

/** Open the complaints' page in a tab, on one complaint when `complaintId` is given. */
export async function openDashboard(complaintId?: string): Promise<void> {
  const page = browser.runtime.getURL('/dashboard.html');
  const route = complaintId ? `#/aduan/${encodeURIComponent(complaintId)}` : '';
  await browser.tabs.create({ url: page + route });
}

/** Open *Tempel balasan* in a tab, for one complaint when `complaintId` is given. */
export async function openPasteReply(complaintId?: string): Promise<void> {
  const page = browser.runtime.getURL('/dashboard.html');
  await browser.tabs.create({
    url: `${page}#/balasan${complaintId ? `/${encodeURIComponent(complaintId)}` : ''}`,
  });
}
