import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { type PageButton, pageButtons, type Session, until } from './browser.ts';
import { t } from './words.ts';

/** What an official does with hand and eye, one function a step; used by the tour and by the tests. */

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** An element by its accessible name, visible. */
export async function byName(
  page: Page,
  name: string,
  role = 'button',
  timeout = 8_000,
): Promise<ElementHandle<Element>> {
  const selector = `::-p-aria([name="${name.replaceAll('"', '\\"')}"][role="${role}"])`;
  const found = await page.waitForSelector(selector, { visible: true, timeout });
  if (!found) throw new Error(`not on the screen: ${role} "${name}"`);
  return found;
}

export async function press(page: Page, name: string, role = 'button'): Promise<void> {
  await page.bringToFront();
  const target = await byName(page, name, role);
  await target.click();
}

/** Wait until a text stands on the page. */
export async function sees(page: Page, text: string, timeout = 8_000): Promise<void> {
  // Not by animation frames: a tab in the background has none.
  const options = { timeout, polling: 150 };
  await page
    .waitForFunction((wanted) => document.body.innerText.includes(wanted), options, text)
    .catch((error) => {
      throw new Error(`"${text}" is not on ${page.url()}: ${error.message}`);
    });
}

/** Open a site's page in a tab and wait for the first buttons. */
export async function openSite(session: Session, url: string): Promise<Page> {
  const page = await session.browser.newPage();
  await page.goto(url);
  await page.bringToFront();
  await until(async () => (await pageButtons(page)).length > 0, `buttons on ${url}`);
  return page;
}

/** Press *Tandai aduan* on the n-th post that has not been flagged yet; returns the number that the button then shows. */
export async function flag(page: Page, nth = 0): Promise<string> {
  await page.bringToFront();
  const buttons = await pageButtons(page);
  const button = buttons[nth] as PageButton | undefined;
  if (!button) throw new Error(`no button ${nth} on ${page.url()}`);
  const known = new Set((await pageButtons(page, /^[A-Z]{2,5}-\d{4}/)).map((b) => b.name));
  await button.handle.scrollIntoView();
  await button.handle.click();
  const numbered = await until(async () => {
    const now = await pageButtons(page, /^[A-Z]{2,5}-\d{4}/);
    return now.find((b) => !known.has(b.name));
  }, 'the number on the button');
  return /^[A-Z]{2,5}-\d{4}/.exec(numbered.name)?.[0] ?? '';
}

/** Choose an agency by typing; adds it when the directory does not know it. */
export async function chooseAgency(panel: Page, name: string): Promise<void> {
  await panel.bringToFront();
  const trigger = await panel.waitForSelector('button[aria-haspopup="listbox"]', { visible: true });
  await trigger?.click();
  const search = await byName(panel, t('ui_agency_search'), 'combobox');
  await search.type(name);
  await pause(150);
  await panel.keyboard.press('Enter');
  await panel.waitForFunction(
    (wanted) => document.querySelector('button[aria-haspopup="listbox"]')?.textContent?.includes(wanted),
    { timeout: 8_000, polling: 150 },
    name,
  );
}

/** Type the missing WhatsApp number in place. */
export async function giveNumber(panel: Page, number: string): Promise<void> {
  const field = await panel.waitForSelector('input[type="tel"]', { visible: true });
  await field?.type(number);
  await panel.keyboard.press('Enter');
  await panel.waitForSelector('input[type="tel"]', { hidden: true, timeout: 8_000 });
}

/** A term of the official's own, in hours as typed ("0,02" = one minute). */
export async function customTerm(panel: Page, hours: string): Promise<void> {
  await panel.evaluate((word) => {
    const radio = [...document.querySelectorAll('[role=radio]')].find((r) => r.textContent?.includes(word));
    (radio as HTMLElement | undefined)?.scrollIntoView({ block: 'center' });
  }, t('ui_preset_custom'));
  const radios = await panel.$$('[role=radio]');
  for (const radio of radios) {
    if (await radio.evaluate((r, word) => r.textContent?.includes(word), t('ui_preset_custom')))
      await radio.click();
  }
  const field = await panel.waitForSelector('input[inputmode="decimal"]', { visible: true });
  await field?.click({ count: 3 });
  await field?.type(hours);
}

/** Forward by the panel's main button; waits until it is recorded. */
export async function forwardByMain(panel: Page, verb: string, agencyShort: string): Promise<void> {
  await press(panel, verb);
  await panel.bringToFront();
  await sees(panel, t('panel_box_forwarded', { agency: agencyShort }), 15_000);
}

/** Forward by one of the other channels in the menu beside the main button. */
export async function forwardByMenu(panel: Page, verb: string, agencyShort: string): Promise<void> {
  await press(panel, t('panel_other_channel'));
  await press(panel, verb, 'menuitem');
  await panel.bringToFront();
  await sees(panel, t('panel_box_forwarded', { agency: agencyShort }), 15_000);
}

/** Record an answer of the agency in the panel. */
export async function respond(panel: Page, text: string): Promise<void> {
  await press(panel, t('panel_record_response'));
  const area = await panel.waitForSelector('form textarea', { visible: true });
  await area?.type(text);
  await press(panel, t('ui_response_save'));
  await panel.waitForSelector('form textarea', { hidden: true, timeout: 8_000 });
}

/** Let downloads of the extension's pages land in a folder; returns a function that waits for one by its ending. */
export async function catchDownloads(
  session: Session,
  folder: string,
): Promise<(ending: string) => Promise<string>> {
  const cdp = await session.browser.target().createCDPSession();
  await cdp.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  return (ending) =>
    until(
      async () => {
        if (!existsSync(folder)) return null;
        const name = readdirSync(folder).find((file) => file.endsWith(ending));
        return name ? join(folder, name) : null;
      },
      `a download ending in ${ending}`,
      10_000,
    );
}
