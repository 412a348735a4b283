import { ADDON_ID, type Firefox } from './firefox.ts';

/** What belongs to Firefox itself: its toolbar, its questions, its menus, its list of permissions. */

/** The window with the toolbar; the one with the panel has none. */
const WINDOW =
  'const win = [...Services.wm.getEnumerator("navigator:browser")].find((one) => one.toolbar.visible);';
const POLICY = `const policy = WebExtensionPolicy.getByID(${JSON.stringify(ADDON_ID)});`;

/** Takes host permissions away as *about:addons* does. */
export async function takeAway(firefox: Firefox, origins: string[]): Promise<void> {
  await firefox.chrome(
    `${POLICY}
     const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
     await ExtensionPermissions.remove(policy.id, { permissions: [], origins: arguments[0], data_collection: [] }, policy.extension);`,
    [origins],
  );
}

/** Answers Firefox's question about permissions; null while none is asked. @returns the words of the question. */
export async function answerQuestion(firefox: Firefox, answer: 'allow' | 'deny'): Promise<string | null> {
  return firefox.chrome<string | null>(
    `${WINDOW}
     const panel = win.PopupNotifications.panel;
     const question = panel.firstElementChild;
     if (panel.state !== 'open' || !question) return null;
     const words = panel.textContent;
     (arguments[0] === 'allow' ? question.button : question.secondaryButton).click();
     return words;`,
    [answer],
  );
}

/** Opens the popup under the toolbar button and runs a function body in it, with the browser's own rights. */
export async function inPopup<T>(firefox: Firefox, body: string): Promise<T> {
  return firefox.chrome<T>(
    `${WINDOW} ${POLICY}
     const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
     const find = () => [...win.document.querySelectorAll('panel browser')].find((one) => one.currentURI?.spec.includes('popup.html'));
     // Firefox opens it in the window in front only.
     win.focus();
     for (let i = 0; i < 50 && Services.focus.activeWindow !== win; i++) await new Promise((done) => win.setTimeout(done, 100));
     const action = ExtensionParent.apiManager.global.browserActionFor(policy.extension);
     const pause = (ms) => new Promise((done) => win.setTimeout(done, ms));
     const loaded = () => {
       const popup = find();
       return popup?.closest('panel').state === 'open' &&
         popup.browsingContext?.currentWindowGlobal?.documentURI?.spec.includes('popup.html');
     };
     for (let round = 0; round < 3; round++) {
       for (let i = 0; i < 30 && !loaded(); i++) {
         // Another panel that is just going takes this one along.
         if (i % 10 === 0 && !find()) void action.openPopup(win, true);
         await pause(200);
       }
       // What was loaded beforehand is put into the panel when it opens; what it is told before is lost.
       await pause(500);
       if (!loaded()) continue;
       const answer = await Promise.race([(${IN_FRAME})(find(), arguments[0]), pause(5_000)]);
       if (answer !== undefined) return answer;
     }
     throw new Error('no popup; open: ' + [...win.document.querySelectorAll('panel')].filter((one) => one.state !== 'closed').map((one) => one.id));`,
    [body],
  );
}

/** Runs in the tab that is shown, with the browser's own rights (`content` is the page's window). */
export async function inTab<T>(firefox: Firefox, body: string): Promise<T> {
  return firefox.chrome<T>(`${WINDOW} return (${IN_FRAME})(win.gBrowser.selectedBrowser, arguments[0]);`, [
    body,
  ]);
}

/** For what runs in a frame: `press(element)` is a press of the mouse as a person makes it. */
export const PRESS = `const press = (element) => {
  const { left, top, width, height } = element.getBoundingClientRect();
  for (const type of ['mousemove', 'mousedown', 'mouseup'])
    content.synthesizeMouseEvent(type, left + width / 2, top + height / 2, { button: 0, buttons: type === 'mousedown' ? 1 : 0, clickCount: 1 }, {});
};`;

const IN_FRAME = `(async (browser, body) => {
  const channel = 'tanggap:' + Math.random();
  const manager = browser.messageManager;
  const answer = new Promise((resolve) => manager.addMessageListener(channel, ({ data }) => resolve(data)));
  const source = '(async () => {' + body + '})().then((ok) => ({ ok }), (error) => ({ error: String(error) })).then((data) => sendAsyncMessage(' + JSON.stringify(channel) + ', data))';
  manager.loadFrameScript('data:,' + encodeURIComponent(source), false);
  const { ok, error } = await answer;
  if (error) throw new Error(error);
  return ok;
})`;

/** Opens the context menu on an element of the shown tab and chooses our entry of this name. */
export async function chooseInMenu(firefox: Firefox, selector: string, entry: string): Promise<void> {
  await inTab(
    firefox,
    `const element = content.document.querySelector(${JSON.stringify(selector)});
     element.scrollIntoView({ block: 'center' });
     const { left, top, width, height } = element.getBoundingClientRect();
     content.synthesizeMouseEvent('contextmenu', left + width / 2, top + height / 2, { button: 2, clickCount: 1 }, {});`,
  );
  await firefox.chrome(
    `${WINDOW}
     const menu = win.document.getElementById('contentAreaContextMenu');
     const wait = async (get) => {
       for (let i = 0; i < 50; i++) {
         const found = get();
         if (found) return found;
         await new Promise((done) => win.setTimeout(done, 100));
       }
       throw new Error('no entry ' + arguments[0] + ' in: ' + [...menu.querySelectorAll('menuitem, menu')].map((one) => one.label).join(', '));
     };
     await wait(() => menu.state === 'open');
     const own = [...menu.children].find((one) => one.localName === 'menu' && one.label === 'Tanggap');
     own?.openMenu?.(true);
     const item = await wait(() => [...menu.querySelectorAll('menuitem')].find((one) => one.label === arguments[0]));
     item.doCommand();
     menu.hidePopup();`,
    [entry],
  );
}

/** Whether the background runs: `running`, `suspending`, `stopped`, … */
export async function backgroundState(firefox: Firefox): Promise<string> {
  return firefox.chrome<string>(`${POLICY} return policy.extension.backgroundState;`);
}

/** Ends the background as Firefox does with one that is idle. */
export async function stopBackground(firefox: Firefox): Promise<string> {
  return firefox.chrome<string>(
    `${POLICY}
     await policy.extension.terminateBackground({ disableResetIdleForTest: true });
     return policy.extension.backgroundState;`,
  );
}

/** A background that starts from now on is ended when it has been idle for so many ms (30 s otherwise). */
export async function idleAfter(firefox: Firefox, ms: number): Promise<void> {
  await firefox.chrome(`Services.prefs.setIntPref('extensions.background.idle.timeout', arguments[0]);`, [
    ms,
  ]);
}

/** Addresses of all tabs and windows, in no order. */
export async function openAddresses(firefox: Firefox): Promise<string[]> {
  return firefox.chrome<string[]>(
    `return [...Services.wm.getEnumerator('navigator:browser')].flatMap((win) =>
       win.gBrowser.browsers.map((one) => one.currentURI.spec + ' ' + (win.gBrowser.getTabForBrowser(one).linkedBrowser.userTypedValue ?? '')));`,
  );
}
