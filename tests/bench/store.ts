import type { Page } from 'puppeteer-core';
import { EXTENSION_ID, launch, type Session } from '../e2e/browser.ts';
import { type Row, Samples } from './figures.ts';
import { inPage } from './in-page.ts';

/**
 * How the store behaves with many complaints, in the shipped build: a browser each with 100 (the control), 100
 * (what chance does), 1,000 and 10,000, measured in turns.
 */
const STORES = [
  { name: '100', count: 100 },
  { name: '100 again', count: 100 },
  { name: '1,000', count: 1_000 },
  { name: '10,000', count: 10_000 },
];
const ROUNDS = 5;

const bench = <T>(page: Page, call: string): Promise<T> =>
  page.evaluate(`globalThis.bench.${call}`) as Promise<T>;

/** From the start of the navigation until the first complaint has been painted, in ms. */
async function opening(session: Session, path: string): Promise<number> {
  const page = await session.browser.newPage();
  try {
    await page.evaluateOnNewDocument(() => {
      const shown = () => /[A-Z]{3}-\d{4}/.test(document.getElementById('root')?.textContent ?? '');
      const observer = new MutationObserver(() => {
        if (!shown()) return;
        observer.disconnect();
        // The frame with the row has been painted when the next one begins.
        requestAnimationFrame(() =>
          requestAnimationFrame(() => Object.assign(globalThis, { paintedAt: performance.now() })),
        );
      });
      observer.observe(document, { subtree: true, childList: true, characterData: true });
    });
    await page.setViewport(
      path.startsWith('popup') ? { width: 400, height: 600 } : { width: 1280, height: 900 },
    );
    await page.goto(`chrome-extension://${EXTENSION_ID}/${path}`);
    const painted = await page.waitForFunction(
      () => (globalThis as unknown as { paintedAt?: number }).paintedAt,
      {
        timeout: 30_000,
      },
    );
    return (await painted.jsonValue()) ?? Number.NaN;
  } finally {
    await page.close();
  }
}

export async function benchStore(): Promise<Row[]> {
  const code = await inPage('store-page.ts');
  const samples = new Samples();
  const open: { name: string; count: number; session: Session; page: Page }[] = [];
  try {
    for (const { name, count } of STORES) {
      const session = await launch(null);
      const page = await session.extensionPage('popup.html');
      open.push({ name, count, session, page });
      await page.evaluate(code);
      const events = await bench<number>(page, `seed(${count})`);
      console.log(`store: ${name} complaints, ${events} events`);
      // The worker looks at the store when it starts.
      await session.stopWorker();
      await page.goto('about:blank');
    }
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const { name, count, session, page } of open) {
        await page.bringToFront();
        samples.add('open the popup', name, await opening(session, 'popup.html'));
        samples.add('open the list', name, await opening(session, 'dashboard.html#/aduan'));
        await page.goto(`chrome-extension://${EXTENSION_ID}/sidepanel.html`);
        await page.evaluate(code);
        const reads = await bench<Record<string, number>>(page, 'reads()');
        for (const [what, ms] of Object.entries(reads)) samples.add(what, name, ms);
        for (const ms of await bench<number[]>(page, 'badge()'))
          samples.add('decision until the badge', name, ms);
        const again = count < 10_000 || round === 0;
        const trip = await bench<Record<string, number>>(page, `roundTrip(${again})`);
        for (const [what, value] of Object.entries(trip)) {
          samples.add(what, name, value, what.startsWith('file') ? 'MB' : 'ms');
        }
        await page.goto('about:blank');
      }
    }
  } finally {
    for (const { session } of open) await session.close();
  }
  return samples.rows('100');
}
