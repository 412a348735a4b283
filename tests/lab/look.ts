/**
 * Opens the lab in a browser without window, scrolls, and leaves pictures in `.output/lab/`.
 * `node tests/lab/look.ts instagram|facebook [seed] [dark]`
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Page } from 'puppeteer-core';
import { startLab } from './server.ts';

const [site = 'instagram', seedText = '1', theme = 'light'] = process.argv.slice(2);
const seed = Number(seedText);
const folder = join(import.meta.dirname, '..', '..', '.output', 'lab');
mkdirSync(folder, { recursive: true });

const started = performance.now();
const lab = await startLab({ seed, theme: theme === 'dark' ? 'dark' : 'light' });
console.log(`lab up on ${lab.port} in ${Math.round(performance.now() - started)} ms`);
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  pipe: true,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--disable-dev-shm-usage',
    '--lang=id',
    ...lab.chromeArgs,
  ],
  defaultViewport: { width: 1280, height: 900 },
});

async function shot(page: Page, name: string): Promise<void> {
  await page.screenshot({
    path: join(folder, `${site}-${seed}${theme === 'dark' ? '-dark' : ''}-${name}.png`),
  });
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

try {
  const page = await browser.newPage();
  page.on('console', (message) => console.log(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => console.log(`page error: ${String(error)}`));
  await page.goto(`https://www.${site}.com/`, { waitUntil: 'networkidle0' });
  await shot(page, 'feed-0');
  const seen = new Set<string>();
  for (let i = 1; i <= 90; i++) {
    await page.evaluate(() => window.scrollBy(0, 700));
    await pause(i % 4 === 0 ? 350 : 120);
    const here = await page.$$eval('article a[href] time', (times) =>
      times.map((time) => time.closest('a')?.getAttribute('href') ?? ''),
    );
    for (const href of here) seen.add(href);
    if (i % 12 === 3) await shot(page, `feed-${i}`);
  }
  console.log(`links with a time seen in articles: ${seen.size}`);
  const posts = lab.world[site === 'facebook' ? 'facebook' : 'instagram'].feed.filter(
    (item) => item.kind === 'post',
  );
  console.log(`posts in the world's feed: ${posts.length}`);
  if (site === 'instagram') {
    const many = posts.find(({ post }) => (post?.photos.length ?? 0) > 2)?.post;
    await page.goto(`https://www.instagram.com/p/${many?.id}/`, { waitUntil: 'networkidle0' });
    await shot(page, 'post');
    await page.goto(`https://www.instagram.com/${many?.author.handle}/`, { waitUntil: 'networkidle0' });
    await shot(page, 'profile');
    await page.click('main a[href] img');
    await pause(800);
    await shot(page, 'dialog');
  }
  const causes = new Map<string, number>();
  for (const { cause } of lab.requests()) causes.set(cause, (causes.get(cause) ?? 0) + 1);
  console.log('requests by cause:', Object.fromEntries(causes));
  for (const { status, path, host } of lab.requests())
    if (status >= 400) console.log(`${status} ${host}${path}`);
} finally {
  await browser.close();
  await lab.close();
}
