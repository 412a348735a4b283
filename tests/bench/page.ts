import type { Browser } from 'puppeteer-core';
import { EXTENSION_ID, launch, pageButtons, until } from '../e2e/browser.ts';
import { startLab } from '../lab/server.ts';
import { type Row, Samples } from './figures.ts';
import { plainBrowser } from './plain-browser.ts';

/**
 * What the content script costs a page: the same feed scrolled the same way in a browser without the extension
 * (the control), in another without it (what chance does), and in one with it, in turns.
 */
const ROUNDS = 5;
const STEPS = 20;
const SITES = [
  { name: 'Instagram', url: 'https://www.instagram.com/' },
  { name: 'Facebook', url: 'https://www.facebook.com/' },
];
const CATEGORIES = ['devtools.timeline', 'v8.execute'];

interface TraceEvent {
  name: string;
  ph: string;
  ts: number;
  dur?: number;
  tid: number;
  args?: { data?: { url?: string } };
}

/** Time in functions of the extension's own script, in ms; a call within a call is counted once. */
function scriptTime(trace: Uint8Array): number {
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as { traceEvents: TraceEvent[] };
  const own = traceEvents
    .filter((event) => event.ph === 'X' && (event.name === 'FunctionCall' || event.name === 'EvaluateScript'))
    .filter((event) => event.args?.data?.url?.startsWith(`chrome-extension://${EXTENSION_ID}/`))
    .sort((a, b) => a.ts - b.ts);
  let end = 0;
  let total = 0;
  for (const { ts, dur = 0 } of own) {
    const from = Math.max(ts, end);
    if (ts + dur > from) total += ts + dur - from;
    end = Math.max(end, ts + dur);
  }
  return total / 1000;
}

async function scroll(browser: Browser, url: string, withButtons: boolean) {
  const page = await browser.newPage();
  try {
    await page.setViewport({ width: 1280, height: 900 });
    await page.evaluateOnNewDocument(() => {
      const tasks: number[] = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) tasks.push(entry.duration);
      }).observe({ type: 'longtask', buffered: true });
      Object.assign(globalThis, { longTasks: tasks });
    });
    await page.tracing.start({ categories: CATEGORIES });
    await page.goto(url);
    await page.waitForSelector('article, [aria-posinset], [role=article]', { timeout: 15_000 });
    if (withButtons) await until(async () => (await pageButtons(page)).length > 0, `buttons on ${url}`);
    else await new Promise((done) => setTimeout(done, 1_200));
    const before = await page.metrics();
    const late = await page.evaluate(async (steps) => {
      let longest = 0;
      let last = performance.now();
      let slow = 0;
      let running = true;
      const frame = () => {
        const now = performance.now();
        longest = Math.max(longest, now - last);
        if (now - last > 50) slow += 1;
        last = now;
        if (running) requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
      for (let i = 0; i < steps; i += 1) {
        scrollBy(0, 300);
        await new Promise((done) => setTimeout(done, 80));
      }
      running = false;
      return { longest, slow };
    }, STEPS);
    const after = await page.metrics();
    const long = await page.evaluate(() => (globalThis as unknown as { longTasks: number[] }).longTasks);
    const trace = await page.tracing.stop();
    const of = (key: 'ScriptDuration' | 'TaskDuration' | 'LayoutDuration' | 'RecalcStyleDuration') =>
      ((after[key] ?? 0) - (before[key] ?? 0)) * 1000;
    return {
      'tasks while scrolling': of('TaskDuration'),
      'script while scrolling': of('ScriptDuration'),
      'style and layout while scrolling': of('LayoutDuration') + of('RecalcStyleDuration'),
      'longest gap between frames': late.longest,
      'extension script, load and scroll': trace ? scriptTime(trace) : Number.NaN,
      'long tasks, load and scroll': long.reduce((sum, ms) => sum + ms, 0),
      'frames later than 50 ms': late.slow,
      'long tasks': long.length,
    };
  } finally {
    await page.close();
  }
}

export async function benchPage(): Promise<Row[]> {
  const lab = await startLab({ seed: 3 });
  const samples = new Samples();
  const session = await launch(lab);
  const [control, chance] = [await plainBrowser(lab), await plainBrowser(lab)];
  const compared = [
    { name: 'without', browser: control.browser, own: false },
    { name: 'without again', browser: chance.browser, own: false },
    { name: 'with', browser: session.browser, own: true },
  ];
  try {
    for (const { name: site, url } of SITES) {
      for (let round = 0; round <= ROUNDS; round += 1) {
        for (const { name, browser, own } of compared) {
          const figures = await scroll(browser, url, own);
          // The first round fills the caches.
          if (round === 0) continue;
          for (const [what, value] of Object.entries(figures)) {
            const unit = /^frames|tasks$/.test(what) && !what.includes(',') ? 'times' : 'ms';
            if (what.startsWith('extension') && !own) continue;
            samples.add(`${site}: ${what}`, name, value, unit);
          }
        }
      }
    }
  } finally {
    await session.close();
    await control.close();
    await chance.close();
    await lab.close();
  }
  return samples.rows('without');
}
