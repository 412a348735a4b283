import type { Browser } from 'puppeteer-core';
import { launch, pageButtons } from '../e2e/browser.ts';
import { startLab } from '../lab/server.ts';
import { installMaker } from './detect-work.ts';
import { type Row, Samples } from './figures.ts';
import { plainBrowser } from './plain-browser.ts';

/**
 * Ten thousand posts scrolled past, sixty in the page at a time: the heap of the page after a forced collection, at
 * five marks, with the extension and without it. A leak shows as a slope that the control does not have.
 */
const POSTS = 10_000;
const MARKS = 5;
const URL_OF_FEED = 'https://www.instagram.com/';

async function scrolled(browser: Browser, own: boolean, note: (posts: number, mb: number) => void) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1000, height: 900 });
  await page.goto(URL_OF_FEED);
  const cdp = await page.createCDPSession();
  await cdp.send('Performance.enable');
  // Only the posts of the bench: the lab's own application would add its own life.
  await page.evaluate(() => document.body.replaceChildren(document.createElement('main')));
  await page.evaluate(installMaker);
  for (let mark = 1; mark <= MARKS; mark += 1) {
    await page.evaluate(async (count) => {
      const { makePost } = globalThis as unknown as { makePost(): Element };
      const feed = document.querySelector('main') as HTMLElement;
      for (let i = 0; i < count; i += 10) {
        for (let k = 0; k < 10; k += 1) feed.append(makePost());
        while (feed.children.length > 60) feed.firstElementChild?.remove();
        scrollTo(0, document.body.scrollHeight);
        await new Promise((done) => requestAnimationFrame(done));
      }
      await new Promise((done) => setTimeout(done, 1500));
    }, POSTS / MARKS);
    await cdp.send('HeapProfiler.collectGarbage');
    await cdp.send('HeapProfiler.collectGarbage');
    const { metrics } = await cdp.send('Performance.getMetrics');
    const used = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN;
    note((POSTS / MARKS) * mark, used / 1_048_576);
  }
  const buttons = own ? (await pageButtons(page)).length : 0;
  await page.close();
  return buttons;
}

export async function benchHeap(): Promise<Row[]> {
  const lab = await startLab({ seed: 3 });
  const samples = new Samples();
  const session = await launch(lab);
  const control = await plainBrowser(lab);
  try {
    for (const [of, browser, own] of [
      ['without', control.browser, false],
      ['with', session.browser, true],
    ] as const) {
      const buttons = await scrolled(browser, own, (posts, mb) =>
        samples.add(`heap after ${String(posts).padStart(5)} posts`, of, mb, 'MB'),
      );
      if (own) console.log(`heap: ${buttons} buttons stand at the end`);
    }
  } finally {
    await session.close();
    await control.close();
    await lab.close();
  }
  return samples.rows('without');
}
