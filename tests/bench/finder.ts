import type { Page } from 'puppeteer-core';
import { launch } from '../e2e/browser.ts';
import { startLab } from '../lab/server.ts';
import { type Row, Samples } from './figures.ts';
import { inPage } from './in-page.ts';

/** Time of finding posts and of a hundred buttons, beside a plain look at the whole page with `querySelectorAll`. */
const ROUNDS = 5;
const POSTS = 100;
const SITES = [
  { name: 'Instagram', url: 'https://www.instagram.com/', selector: 'article' },
  { name: 'Facebook', url: 'https://www.facebook.com/', selector: '[aria-posinset], [role=article]' },
];

/** Posts of a feed as the site drew them, gathered while scrolling, without our buttons; repeated up to `POSTS`. */
async function gather(page: Page, url: string, selector: string): Promise<string> {
  await page.goto(url);
  await page.waitForSelector(selector);
  const seen = new Map<string, string>();
  for (let i = 0, stale = 0; i < 25 && stale < 6 && seen.size < POSTS; i += 1) {
    const before = seen.size;
    const found = await page.evaluate((css) => {
      scrollBy(0, 500);
      return [...document.querySelectorAll(css)]
        .filter((post) => post.querySelector('img') && !post.parentElement?.closest(css))
        .map((post) => ({ key: (post as HTMLElement).innerText.slice(0, 120), html: post.outerHTML }));
    }, selector);
    for (const { key, html } of found) seen.set(key, html);
    stale = seen.size === before ? stale + 1 : 0;
    await new Promise((done) => setTimeout(done, 120));
  }
  const posts = [...seen.values()];
  if (posts.length === 0) throw new Error(`no posts on ${url}`);
  // An address of a picture would be asked for again.
  return Array.from({ length: POSTS }, (_, i) => posts[i % posts.length])
    .join('')
    .replace(/\ssrc(set)?="[^"]*"/g, '');
}

export async function benchFinder(): Promise<Row[]> {
  const code = await inPage('finder-page.ts');
  const lab = await startLab({ seed: 3 });
  const session = await launch(lab);
  const samples = new Samples();
  try {
    for (const { name, url, selector } of SITES) {
      const page = await session.browser.newPage();
      const html = await gather(page, url, selector);
      for (let round = 0; round < ROUNDS; round += 1) {
        await page.goto('about:blank');
        await page.setContent(`<main role="main"><div role="feed">${html}</div></main>`);
        await page.evaluate(code);
        const figures = (await page.evaluate(
          `benchFinder(${JSON.stringify(url)}, ${JSON.stringify(selector)})`,
        )) as Record<string, number>;
        const { posts, buttons, ...times } = figures;
        if (round === 0)
          console.log(`finder: ${name}, ${posts} posts among ${POSTS} units, ${buttons} buttons`);
        for (const [what, ms] of Object.entries(times)) samples.add(name, what, ms);
      }
      await page.close();
    }
  } finally {
    await session.close();
    await lab.close();
  }
  return samples.rows('plain rescan');
}
