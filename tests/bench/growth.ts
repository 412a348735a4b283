import type { Page } from 'puppeteer-core';
import { EXTENSION_ID, launch, type Session } from '../e2e/browser.ts';
import { type Row, Samples } from './figures.ts';
import { inPage } from './in-page.ts';

/**
 * How the shipped build grows: a browser each with an empty store, 100 complaints (the control), 100 (what chance
 * does), 1,000, 10,000 and 100,000, measured in turns. `GROWTH_MAX` leaves out the larger ones. Photos are measured
 * apart, in the smallest store.
 */
const STORES = [
  { name: 'empty', count: 0 },
  { name: '100', count: 100 },
  { name: '100 again', count: 100 },
  { name: '1,000', count: 1_000 },
  { name: '10,000', count: 10_000 },
  { name: '100,000', count: 100_000 },
].filter(({ count }) => count <= Number(process.env.GROWTH_MAX ?? 100_000));
const ROUNDS = Number(process.env.GROWTH_ROUNDS ?? 5);
/** A backup of more is a matter of minutes. */
const LARGEST_IMPORT = 10_000;
/** Between two deadlines nothing may wake the worker; so long is looked, in ms. */
const CALM = 65_000;

const bench = <T>(page: Page, call: string): Promise<T> =>
  page.evaluate(`globalThis.bench.${call}`) as Promise<T>;

/** From the start of the navigation until `shown` was painted, in ms. */
async function opening(session: Session, path: string, shown: RegExp): Promise<number> {
  const page = await session.browser.newPage();
  try {
    await page.evaluateOnNewDocument((source) => {
      const pattern = new RegExp(source);
      const observer = new MutationObserver(() => {
        if (!pattern.test(document.getElementById('root')?.textContent ?? '')) return;
        observer.disconnect();
        // The frame with it has been painted when the next one begins.
        requestAnimationFrame(() =>
          requestAnimationFrame(() => Object.assign(globalThis, { paintedAt: performance.now() })),
        );
      });
      observer.observe(document, { subtree: true, childList: true, characterData: true });
    }, shown.source);
    await page.setViewport(
      path.startsWith('popup') ? { width: 400, height: 600 } : { width: 1280, height: 900 },
    );
    await page.goto(`chrome-extension://${EXTENSION_ID}/${path}`);
    const painted = await page.waitForFunction(
      () => (globalThis as unknown as { paintedAt?: number }).paintedAt,
      { timeout: 60_000 },
    );
    return (await painted.jsonValue()) ?? Number.NaN;
  } finally {
    await page.close();
  }
}

/** How often a worker was started while nothing was due and nobody did anything. */
async function wakeUps(session: Session, page: Page): Promise<number> {
  const cdp = await page.createCDPSession();
  await cdp.send('ServiceWorker.enable');
  await cdp.send('ServiceWorker.stopAllWorkers');
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  let started = 0;
  const count = (target: { type(): string }) => {
    if (target.type() === 'service_worker') started += 1;
  };
  session.browser.on('targetcreated', count);
  await new Promise((resolve) => setTimeout(resolve, CALM));
  session.browser.off('targetcreated', count);
  return started;
}

const NUMBER = /[A-Z]{3}-\d{4}/;
const ANYTHING = /Tanggap/;

export async function benchGrowth(): Promise<Row[]> {
  const code = await inPage('growth-page.ts');
  const samples = new Samples();
  const open: { name: string; count: number; session: Session; page: Page }[] = [];
  try {
    for (const { name, count } of STORES) {
      const session = await launch(null);
      const page = await session.extensionPage('sidepanel.html');
      open.push({ name, count, session, page });
      await page.evaluate(code);
      const started = Date.now();
      const events = await bench<number>(page, `fill(${count})`);
      console.log(
        `growth: ${name}: ${events} events, filled in ${Math.round((Date.now() - started) / 1_000)} s`,
      );
      // The worker looks at the store when it starts.
      await session.stopWorker();
      await page.goto('about:blank');
    }
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const { name, count, session, page } of open) {
        await page.bringToFront();
        samples.add('open the popup', name, await opening(session, 'popup.html', count ? NUMBER : ANYTHING));
        if (count === 0) continue;
        samples.add('open the list', name, await opening(session, 'dashboard.html#/aduan', NUMBER));
        await page.goto(`chrome-extension://${EXTENSION_ID}/sidepanel.html`);
        await page.evaluate(code);
        const id = await bench<string>(page, 'anyone()');
        samples.add(
          'open a complaint',
          name,
          await opening(session, `dashboard.html#/aduan/${encodeURIComponent(id)}`, NUMBER),
        );
        await page.bringToFront();
        for (const [what, ms] of Object.entries(await bench<Record<string, number>>(page, 'reads()')))
          samples.add(what, name, ms);
        await page.goto('about:blank');
      }
    }
    for (const { name, count, page } of open) {
      if (count === 0) continue;
      await page.goto(`chrome-extension://${EXTENSION_ID}/sidepanel.html`);
      await page.evaluate(code);
      if (name === '100')
        for (const [what, value] of Object.entries(await bench<Record<string, number>>(page, 'photos(200)')))
          samples.add(what, name, value, what.endsWith('MB') ? 'MB' : 'ms');
      if (count <= LARGEST_IMPORT) {
        const { ms, told } = await bench<{ ms: number; told: number }>(page, 'importAgain()');
        samples.add('import into an empty store', name, ms);
        samples.add('import: steps told', name, told, '');
      }
    }
    const last = open.at(-1);
    if (last)
      samples.add('worker started in 65 s of calm', last.name, await wakeUps(last.session, last.page), '');
  } finally {
    for (const { session } of open) await session.close();
  }
  return samples.rows('100');
}
