import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { SiteId } from '../../complaints/reading.ts';
import { startLab } from '../lab/server.ts';
import { openChromium } from './chromium.ts';
import { makeScene } from './scene.ts';
import type { SelectorEntry } from './selector-lists.ts';
import { SURFACES } from './surfaces.ts';

/** Pages of the project's own on which a selector may match: fixtures, generated scenes, the lab. */

const FOLDER = join(import.meta.dirname, '..', 'fixtures');

/** Markup of the invented fixtures of a site: HTML files, and what its modules export as a page. */
export async function fixturePages(site: SiteId): Promise<string[]> {
  const pages: string[] = [];
  for (const name of readdirSync(join(FOLDER, site)).sort()) {
    const path = join(FOLDER, site, name);
    if (name.endsWith('.html')) pages.push(readFileSync(path, 'utf8'));
    if (!name.endsWith('.ts')) continue;
    const exported = Object.values((await import(path)) as Record<string, unknown>);
    pages.push(...exported.filter((value) => typeof value === 'string' && value.includes('</')).map(String));
  }
  return pages;
}

/** Generated scenes of a site with every signal, and some with few. */
export function scenePages(site: SiteId, seeds: number): string[] {
  return SURFACES.filter((surface) => surface.site === site).flatMap(({ id }) =>
    Array.from({ length: seeds * 2 }, (_, i) =>
      makeScene({ surface: id, seed: 1 + (i >> 1), scene: i, ...(i % 2 === 0 && { gone: [] }) }),
    ).map((scene) => scene.html),
  );
}

/** Runs in the page. */
function countIn(entries: { selector: string; kind: string }[]): number[] {
  const all = [...document.querySelectorAll('*')];
  return entries.map(({ selector, kind }) => {
    if (kind === 'selector') return document.querySelectorAll(selector).length;
    const words = new RegExp(selector);
    return all.filter(
      (each) =>
        words.test(each.getAttribute('aria-label') ?? '') ||
        (each.childElementCount === 0 && words.test(each.textContent?.trim() ?? '')),
    ).length;
  });
}

async function labCounts(site: SiteId, entries: SelectorEntry[]): Promise<number[]> {
  const lab = await startLab({ seed: 3 });
  const browser = await openChromium(lab.chromeArgs, true);
  try {
    const page = await browser.newPage();
    const home = `https://www.${site}.com/`;
    const sums = entries.map(() => 0);
    const add = async () =>
      (await page.evaluate(countIn, entries)).forEach((count, i) => {
        sums[i] = (sums[i] ?? 0) + count;
      });
    await page.goto(home, { waitUntil: 'networkidle2' });
    const links = new Map<string, string>();
    for (let step = 0; step < 12; step++) {
      await add();
      for (const href of await linksOf(page)) {
        const kind = href
          .replace(/https:\/\/[^/]+/, '')
          .replace(/[?#].*$/, '')
          .replace(/\/[^/]*\d[^/]*/g, '/N');
        if (!links.has(kind)) links.set(kind, href);
      }
      await page.evaluate(() => scrollBy(0, 900));
      await new Promise((done) => setTimeout(done, 120));
    }
    for (const href of [...links.values()].slice(0, 8)) {
      await page.goto(href, { waitUntil: 'networkidle2', timeout: 8000 }).catch(() => undefined);
      await add();
    }
    return sums;
  } finally {
    await browser.close();
    await lab.close();
  }
}

function linksOf(page: Page): Promise<string[]> {
  return page.$$eval('a[href]', (links) =>
    links
      .map((link) => (link as HTMLAnchorElement).href)
      .filter(
        (href) =>
          new URL(href).hostname === location.hostname &&
          /\/(p|reel|posts|groups|photo|videos|watch)\b/.test(href),
      ),
  );
}

/** How often each entry matches on any page of the project's own. */
export async function matchCounts(site: SiteId, entries: SelectorEntry[]): Promise<number[]> {
  const sums = await labCounts(site, entries);
  const browser = await openChromium(['--host-resolver-rules=MAP * ~NOTFOUND']);
  try {
    const page = await browser.newPage();
    for (const html of [...(await fixturePages(site)), ...scenePages(site, 3)]) {
      // An address of a picture would be asked for.
      await page.setContent(html.replace(/\ssrc(set)?="[^"]*"/g, ''), { waitUntil: 'domcontentloaded' });
      (await page.evaluate(countIn, entries)).forEach((count, i) => {
        sums[i] = (sums[i] ?? 0) + count;
      });
    }
    return sums;
  } finally {
    await browser.close();
  }
}
