import type { Page } from 'puppeteer-core';
import { launch, pageButtons, type Session, until } from '../e2e/browser.ts';
import { readEventTable } from '../e2e/store.ts';
import { t } from '../e2e/words.ts';
import { startLab } from '../lab/server.ts';
import { type Row, Samples } from './figures.ts';

/**
 * From the click on *Tandai aduan* to what the official gets: recorded by the worker, shown on the button (to the
 * frame), and the side panel ready for work. Warm: the worker runs. Cold: it had been stopped, as the browser stops
 * it after half a minute. The control is the same click on a page of the lab without any reading: none of ours.
 */
const CLICKS = 8;
const SITES = ['https://www.instagram.com/', 'https://www.facebook.com/'];

interface Watched {
  clickedAt: number;
  shownAt: number;
}

/** Epoch ms of the click and of the frame in which the button looked another way. Runs in the page. */
function watchClick(): void {
  const watched = { clickedAt: 0, shownAt: 0 };
  Object.assign(globalThis, { watched });
  const epoch = (at: number) => performance.timeOrigin + at;
  addEventListener(
    'click',
    (event) => {
      if (!event.isTrusted || !(event.target instanceof HTMLElement)) return;
      const host = event.target;
      const before = host.offsetWidth;
      watched.clickedAt = epoch(event.timeStamp);
      watched.shownAt = 0;
      const look = () => {
        // Until the answer is there the button keeps its size; *Membaca…* comes after 200 ms and is passed over.
        const changed = host.offsetWidth !== before;
        const now = epoch(performance.now());
        if (changed && !watched.shownAt) watched.shownAt = now;
        if (now - watched.clickedAt < 1500) requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    },
    { capture: true },
  );
}

/**
 * Epoch ms at which the panel first showed content, which is the complaint with its buttons: it draws nothing before.
 * Asked of the panel itself, since attaching to it from outside takes longer than it does.
 */
async function panelUsable(session: Session, verb: string): Promise<number> {
  const panel = await session.panel();
  await panel.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll('button')].some((button) => button.textContent?.includes(wanted)),
    { polling: 5, timeout: 10_000 },
    verb,
  );
  return panel.evaluate(() => {
    const paint = performance.getEntriesByName('first-contentful-paint')[0];
    return performance.timeOrigin + (paint?.startTime ?? performance.now());
  });
}

async function clickNext(page: Page): Promise<boolean> {
  let [button] = await pageButtons(page);
  for (let i = 0; !button && i < 12; i += 1) {
    await page.evaluate(() => scrollBy(0, 500));
    await new Promise((done) => setTimeout(done, 500));
    [button] = await pageButtons(page);
  }
  if (!button) return false;
  await button.handle.scrollIntoView();
  await new Promise((done) => setTimeout(done, 700));
  await button.handle.click();
  return true;
}

export async function benchClick(): Promise<Row[]> {
  const samples = new Samples();
  for (const url of SITES) {
    const site = new URL(url).hostname.split('.')[1] ?? '';
    for (const state of ['warm', 'cold'] as const) {
      const lab = await startLab({ seed: 4 });
      const session = await launch(lab);
      try {
        const inspector = await session.extensionPage('dashboard.html#/aduan');
        const page = await session.browser.newPage();
        await page.goto(url);
        await page.evaluate(watchClick);
        await until(async () => (await pageButtons(page)).length > 0, `buttons on ${url}`);
        for (let i = 0; i < CLICKS; i += 1) {
          if (state === 'cold') await session.stopWorker();
          await page.bringToFront();
          const before = (await readEventTable(inspector)).length;
          if (!(await clickNext(page))) break;
          const usable = i === 0 ? await panelUsable(session, t('panel_save_for_later')) : null;
          await new Promise((done) => setTimeout(done, 1_700));
          const events = await until(async () => {
            const all = await readEventTable(inspector);
            return all.length > before ? all : null;
          }, 'the event');
          const { clickedAt, shownAt } = (await page.evaluate(
            () => (globalThis as unknown as { watched: Watched }).watched,
          )) as Watched;
          const captured = events.findLast((event) => event.type === 'captured');
          if (captured) samples.add(`${site}: click → recorded`, state, captured.recordedAt - clickedAt);
          if (shownAt) samples.add(`${site}: click → shown on the button`, state, shownAt - clickedAt);
          if (usable) samples.add(`${site}: click → panel usable (first)`, state, usable - clickedAt);
        }
      } finally {
        await session.close();
        await lab.close();
      }
    }
  }
  return samples.rows('warm');
}
