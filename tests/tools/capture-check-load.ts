import type { CDPSession, Page } from 'puppeteer-core';
import type { SiteId } from '../../complaints/reading.ts';
import { lookIntoStore } from '../../sites/store-look.ts';
import { pageScript } from '../drift/bundle.ts';
import { openChromium } from '../drift/chromium.ts';
import type { SelectorEntry } from '../drift/selector-lists.ts';
import { startLab } from '../lab/server.ts';
import type { PageAnswer } from './capture-check-page.ts';

export interface Opened extends PageAnswer {
  url: string;
  /** Records of the page's own store per thing found; empty for a saved page, whose scripts do not run. */
  store: unknown[][];
  /** Requests of the page, the document itself not counted; all were refused for a saved page. */
  requests: number;
}

/** Time that the look into the store gets, as at a click (ms). */
const BOX = 100;

/** A saved page under the address it came from. Its scripts do not run and nothing is requested. */
export async function openFile(html: string, url: string, entries: SelectorEntry[]): Promise<Opened> {
  const browser = await openChromium(['--host-resolver-rules=MAP * ~NOTFOUND']);
  try {
    const page = await browser.newPage();
    let requests = -1;
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      requests += 1;
      const document = request.isNavigationRequest() && request.frame() === page.mainFrame();
      // Further navigations (a refresh in the page's head) would replace what is to be read.
      if (document && requests === 0)
        void request.respond({
          status: 200,
          contentType: 'text/html; charset=utf-8',
          headers: { 'content-security-policy': "script-src 'none'; frame-src 'none'" },
          body: html,
        });
      else void request.abort();
    });
    await page.goto(url, { waitUntil: 'domcontentloaded', timeout: 60_000 });
    return { ...(await look(page, entries)), url, requests };
  } finally {
    await browser.close();
  }
}

/** An address of the lab, with the site's client running as in a tab. */
export async function openLab(
  url: string,
  seed: number,
  scroll: number,
  entries: SelectorEntry[],
): Promise<Opened> {
  const lab = await startLab({ seed });
  const browser = await openChromium(lab.chromeArgs, true);
  try {
    const page = await browser.newPage();
    let requests = -1;
    page.on('request', () => {
      requests += 1;
    });
    await page.goto(url, { waitUntil: 'networkidle0', timeout: 60_000 });
    for (let i = 0; i < scroll; i++) {
      await page.evaluate(() => scrollBy(0, innerHeight));
      await page.waitForNetworkIdle({ idleTime: 200, timeout: 10_000 }).catch(() => undefined);
    }
    return { ...(await look(page, entries)), url: page.url(), requests };
  } finally {
    await browser.close();
    await lab.close();
  }
}

async function look(page: Page, entries: SelectorEntry[]): Promise<PageAnswer & { store: unknown[][] }> {
  const client = await page.createCDPSession();
  const host = new URL(page.url()).hostname;
  const asked = entries.map(({ selector, kind }, id) => ({ id, selector, kind }));
  const code = await pageScript('tests/tools/capture-check-page.ts');
  const answer = await inOwnWorld<PageAnswer | null>(
    client,
    `${code};checkPage(${JSON.stringify(host)}, ${JSON.stringify(asked)})`,
  );
  if (!answer) throw new Error(`${host} is no site that Tanggap knows`);
  const store: unknown[][] = [];
  for (const seen of answer.found) {
    const site: SiteId = host.includes('instagram') ? 'instagram' : 'facebook';
    store.push(
      await page.evaluate(lookIntoStore, { site, marker: seen.marker, names: seen.dom.names, boxMs: BOX }),
    );
  }
  return { ...answer, store };
}

/** As the extension does: the page's DOM, but not the page's globals. */
async function inOwnWorld<T>(client: CDPSession, expression: string): Promise<T> {
  const { frameTree } = await client.send('Page.getFrameTree');
  const { executionContextId } = await client.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'capture-check',
  });
  const { result, exceptionDetails } = await client.send('Runtime.evaluate', {
    expression,
    contextId: executionContextId,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as T;
}
