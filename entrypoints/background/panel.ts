import { type Browser, browser } from 'wxt/browser';
import { PANEL_CHANGED, PANEL_KEY, type PanelTarget } from '../../protocol/panel.ts';
import { sessionGet, sessionSet } from './session.ts';

/**
 * Opens the panel beside a tab. Must be called before anything is awaited: the browser allows it only while
 * the official's click is still fresh. Where there is no side panel (or it refuses), one small window is used.
 */
export function openPanel(tab: Pick<Browser.tabs.Tab, 'id' | 'windowId'> | undefined): Promise<void> {
  const tabId = tab?.id;
  const sidePanel = (browser as Partial<typeof browser>).sidePanel;
  if (!sidePanel?.open) return openWindow();
  const target =
    tabId !== undefined ? { tabId } : { windowId: tab?.windowId ?? browser.windows.WINDOW_ID_CURRENT };
  return sidePanel.open(target).catch((error: unknown) => {
    console.warn('Tanggap: side panel refused, using a window', String(error));
    return openWindow();
  });
}

/** Which complaint the panel shows; an open panel hears of it at once. */
export async function showInPanel(target: PanelTarget): Promise<void> {
  await sessionSet(PANEL_KEY, target);
  await browser.runtime.sendMessage({ name: PANEL_CHANGED, panel: target }).catch(() => undefined);
}

const WINDOW_KEY = 'panelWindow';
let opening: Promise<void> | null = null;

/** One window for all complaints: brought to the front when it is there already. */
function openWindow(): Promise<void> {
  opening ??= reuseOrCreate().finally(() => {
    opening = null;
  });
  return opening;
}

async function reuseOrCreate(): Promise<void> {
  const known = await sessionGet<number>(WINDOW_KEY);
  if (known !== undefined) {
    const window = await browser.windows
      .update(known, { focused: true, drawAttention: true })
      .catch(() => null);
    if (window) return;
  }
  const url = browser.runtime.getURL('/sidepanel.html');
  const created = await browser.windows.create({ type: 'popup', url, width: 420, height: 760 });
  if (created?.id !== undefined) await sessionSet(WINDOW_KEY, created.id);
}
