import { browser } from 'wxt/browser';
import type { DeliverEnv } from '../../channels/channel.ts';
import { makeSheet } from '../../channels/sheet.ts';

/** Effects of a real browser page for the channels. */
export const deliverEnv: DeliverEnv = {
  async openTab(url) {
    await browser.tabs.create({ url });
  },
  writeClipboard(item) {
    return navigator.clipboard.write([new ClipboardItem(item)]);
  },
  async download(file, name) {
    const url = URL.createObjectURL(file);
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    // The download reads the address after this function has ended.
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  },
  makeSheet,
};
