import '../../storage/no-eval.ts';
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { ALARM } from './alarm.ts';
import { allHandlers } from './handlers/index.ts';
import { onMenuClick } from './menus.ts';
import { NOTIFICATION } from './notify.ts';
import { openComplaints } from './open-page.ts';
import { refreshSoon } from './refresh.ts';
import { createRouter } from './router.ts';
import { onAlarm, onInstalled, onWorkerStart } from './start.ts';

/** Wiring only. Every listener is registered in the first turn, or a woken worker would miss its event. */
export default defineBackground(() => {
  browser.runtime.onMessage.addListener(createRouter(allHandlers));
  browser.runtime.onInstalled.addListener(({ reason }) => void onInstalled(reason));
  browser.runtime.onStartup.addListener(() => void refreshSoon());
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === ALARM) void onAlarm();
  });
  browser.contextMenus.onClicked.addListener((click, tab) => {
    onMenuClick(click, tab).catch((error) => console.error('Tanggap: menu failed', error));
  });
  browser.notifications.onClicked.addListener((id) => {
    if (id === NOTIFICATION) void openComplaints();
  });
  // Back at the computer: after sleep, or with its clock moved, no alarm may have told.
  browser.windows?.onFocusChanged?.addListener(() => void refreshSoon());
  void onWorkerStart();
});
