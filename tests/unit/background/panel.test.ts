import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { openPanel, showInPanel } from '../../../entrypoints/background/panel.ts';
import { sessionGet } from '../../../entrypoints/background/session.ts';
import { pageSender, resetBrowser } from './browser.ts';

let spies: Awaited<ReturnType<typeof resetBrowser>>;
beforeEach(async () => {
  spies = await resetBrowser();
});
const tab = pageSender().tab;

describe('the panel', () => {
  it('is asked for in the turn of the click, for the tab of the click', () => {
    void openPanel(tab);
    expect(spies.open).toHaveBeenCalledExactlyOnceWith({ tabId: 7 });
    expect(spies.create).not.toHaveBeenCalled();
  });

  it('keeps what it shows where a panel that opens later finds it', async () => {
    await showInPanel({ complaintId: 'instagram:AAAAA11111' });
    expect(await browser.storage.session.get('panel')).toEqual({
      panel: { complaintId: 'instagram:AAAAA11111' },
    });
  });

  it('is one reused window where there is no side panel', async () => {
    Object.assign(browser, { sidePanel: undefined });
    await Promise.all([openPanel(tab), openPanel(tab)]);
    expect(spies.create).toHaveBeenCalledOnce();
    expect(spies.create.mock.calls[0]?.[0]).toMatchObject({
      type: 'popup',
      url: browser.runtime.getURL('/sidepanel.html'),
    });
    await openPanel(tab);
    expect(spies.create).toHaveBeenCalledOnce();
    expect(spies.update).toHaveBeenCalledWith(55, expect.objectContaining({ focused: true }));
  });

  it('is a new window when the old one was closed', async () => {
    Object.assign(browser, { sidePanel: undefined });
    await openPanel(tab);
    spies.update.mockRejectedValueOnce(new Error('No window with id'));
    await openPanel(tab);
    expect(spies.create).toHaveBeenCalledTimes(2);
  });

  it('is the window when the browser refuses the side panel', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    spies.open.mockRejectedValueOnce(new Error('may only be called in response to a user gesture'));
    await openPanel(tab);
    expect(spies.create).toHaveBeenCalledOnce();
  });

  it('works where the browser has no session storage', async () => {
    const { session } = browser.storage;
    Object.assign(browser.storage, { session: undefined });
    await showInPanel({ complaintId: 'instagram:BBBBB22222' });
    expect(await sessionGet('panel')).toEqual({ complaintId: 'instagram:BBBBB22222' });
    Object.assign(browser.storage, { session });
  });
});
