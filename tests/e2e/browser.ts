import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type ElementHandle, type Page } from 'puppeteer-core';
import type { Lab } from '../lab/types.ts';

export const EXTENSION_ID = 'onghcpfllbbdappceppcfhbiddpddodc';
export const EXTENSION_DIR = join(import.meta.dirname, '..', '..', '.output', 'chrome-mv3');

const FLAGS = [
  // Chromium refuses its sandbox to root, and only to root.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-dev-shm-usage',
  '--lang=id',
  '--disable-features=Translate',
];

/** One Chromium with the shipped build, looking at the lab. */
export interface Session {
  browser: Browser;
  profile: string;
  /** Open an extension page in a tab, e.g. `popup.html`. */
  extensionPage(path: string): Promise<Page>;
  /** The side panel's page, once it is open. */
  panel(): Promise<Page>;
  /** Badge as the toolbar shows it. */
  badge(): Promise<{ text: string; color: number[]; title: string }>;
  /** Kill the service worker as the browser would. */
  stopWorker(): Promise<void>;
  close(keepProfile?: boolean): Promise<void>;
}

export interface LaunchOptions {
  profile?: string;
  headless?: boolean;
  width?: number;
  height?: number;
  dark?: boolean;
  /** Beside the environment of the test: another time zone, a moved clock. */
  env?: Record<string, string>;
  /** Leave the first-run page open that a new profile is greeted with. */
  greet?: boolean;
}

/** Start Chromium; `options.profile` re-opens an earlier session's profile (a browser restart). */
export async function launch(lab: Lab | null, options: LaunchOptions = {}): Promise<Session> {
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'tanggap-'));
  const { width = 1280, height = 900 } = options;
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    headless: options.headless ?? true,
    pipe: true,
    enableExtensions: [EXTENSION_DIR],
    userDataDir: profile,
    ...(options.env ? { env: { ...process.env, ...options.env } } : {}),
    // The lab's certificate is its own; the real sites must have theirs.
    acceptInsecureCerts: lab !== null,
    args: [...FLAGS, `--window-size=${width},${height}`, ...(lab?.chromeArgs ?? [])],
    defaultViewport: options.headless === false ? null : { width, height },
  });
  await browser.waitForTarget((target) => target.type() === 'service_worker', { timeout: 20_000 });
  // A new profile is greeted with the first-run page; it must not come to the front in the middle of a test.
  if (!options.profile && !options.greet) {
    const greeting = await browser.waitForTarget((target) => target.url().includes('/dashboard.html'), {
      timeout: 10_000,
    });
    await (await greeting.page())?.close();
  }
  let probe: Page | null = null;

  /** A page of the extension through which the harness asks the browser about itself. */
  async function probePage(): Promise<Page> {
    if (!probe || probe.isClosed()) {
      probe = await browser.newPage();
      await probe.goto(`chrome-extension://${EXTENSION_ID}/popup.html`);
    }
    return probe;
  }

  return {
    browser,
    profile,
    async extensionPage(path) {
      const page = await browser.newPage();
      await page.setViewport({ width, height });
      if (options.dark) await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
      await page.goto(`chrome-extension://${EXTENSION_ID}/${path}`);
      return page;
    },
    async panel() {
      const target = await browser.waitForTarget((t) => t.url().includes('/sidepanel.html'), {
        timeout: 15_000,
      });
      return target.asPage();
    },
    async badge() {
      const page = await probePage();
      return page.evaluate(async () => ({
        text: await chrome.action.getBadgeText({}),
        color: Array.from(await chrome.action.getBadgeBackgroundColor({})),
        title: await chrome.action.getTitle({}),
      }));
    },
    async stopWorker() {
      const page = await probePage();
      const cdp = await page.createCDPSession();
      await cdp.send('ServiceWorker.enable');
      await cdp.send('ServiceWorker.stopAllWorkers');
      await cdp.detach();
    },
    async close(keepProfile = false) {
      await browser.close();
      if (!keepProfile) rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** A button of ours in the page: inside a closed shadow root, found as a screen reader finds it. */
export interface PageButton {
  name: string;
  handle: ElementHandle<Element>;
}

/** All buttons of the extension in a page, in document order, by accessible name. */
export async function pageButtons(page: Page, pattern = /^Tandai aduan/): Promise<PageButton[]> {
  const handles = await page.$$('::-p-aria([role="button"])');
  const buttons: PageButton[] = [];
  for (const handle of handles) {
    const name = await handle.evaluate((element) =>
      element.getRootNode() instanceof ShadowRoot
        ? (element.getAttribute('aria-label') ?? element.textContent ?? '').trim()
        : '',
    );
    if (name && pattern.test(name)) buttons.push({ name, handle });
    else await handle.dispose();
  }
  return buttons;
}

/** Wait until `read` gives something truthy; asks every 100 ms. */
export async function until<T>(
  read: () => Promise<T>,
  what: string,
  timeout = 15_000,
): Promise<NonNullable<T>> {
  const end = Date.now() + timeout;
  let last: unknown;
  for (;;) {
    try {
      const value = await read();
      if (value) return value as NonNullable<T>;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end)
      throw new Error(`waited ${timeout} ms for: ${what}${last ? ` (${String(last)})` : ''}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
