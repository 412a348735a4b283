import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { frameRun, gateRun, installMaker, sumRun } from './detect-work.ts';
import { type Row, Samples } from './figures.ts';
import { inPage } from './in-page.ts';

/**
 * What learning of a new post costs, ours beside the ways of others, each as the content script of a throw-away
 * extension. First whether it finds them at all; then work-bound sums on pages of two sizes; then how late it is.
 */
const ROUNDS = 12;
const NAMES = [
  'none',
  'none again',
  'no-op observer',
  'ours, finder of Instagram',
  'ours, plain selector',
  'rescan',
  'rescan with attributes',
  'interval of 1 s',
  'arrive',
  'mutation-summary',
  'sentinel-js',
  'css animation',
];

type Run<T> = () => Promise<T> | T;

export async function benchDetect(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tanggap-detect-'));
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end('<!doctype html><meta charset=utf-8><title>bench</title><body><main></main>');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  writeFileSync(join(folder, 'content.js'), await inPage('detect-page.ts'));
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({
      manifest_version: 3,
      name: 'bench',
      version: '1',
      content_scripts: [{ matches: ['http://127.0.0.1/*'], js: ['content.js'], run_at: 'document_idle' }],
    }),
  );
  const profile = mkdtempSync(join(tmpdir(), 'tanggap-bench-'));
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    headless: true,
    pipe: true,
    enableExtensions: [folder],
    userDataDir: profile,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-dev-shm-usage'],
  });
  const samples = new Samples();
  try {
    await gate(browser, address);
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const nodes of [5_000, 20_000]) {
        for (const name of shuffled(NAMES, round)) {
          const { value } = await inTab(browser, address, name, 'sum', nodes, sumRun);
          if (round > 0) samples.add(`300 rounds, ${nodes} still nodes`, name, value);
        }
      }
    }
    for (let round = 0; round < 3; round += 1) {
      for (const name of shuffled(
        NAMES.filter((one) => !/^no/.test(one)),
        round,
      )) {
        const { late, found } = await inTab(browser, address, name, 'frames', 5_000, frameRun);
        for (const ms of late) samples.add('post put in → found', name, ms);
        samples.add('found of 100', name, found, 'posts');
      }
    }
  } finally {
    await browser.close();
    server.close();
    for (const path of [folder, profile]) rmSync(path, { recursive: true, force: true, maxRetries: 3 });
  }
  return samples.rows('none');
}

/** A technique that misses posts is named, not ranked. */
async function gate(browser: Browser, address: string): Promise<void> {
  for (const name of NAMES.filter((one) => !/^no/.test(one))) {
    const { value } = await inTab(browser, address, name, 'gate', 100, gateRun);
    const told = Object.entries(value)
      .filter(([, [expected, seen]]) => expected !== seen)
      .map(([what, [expected, seen]]) => `${what} ${seen}/${expected}`);
    console.log(`detect: ${name}: ${told.length === 0 ? 'finds all, each once' : told.join(', ')}`);
  }
}

async function inTab<T>(
  browser: Browser,
  address: string,
  technique: string,
  mode: string,
  nodes: number,
  run: Run<T>,
): Promise<{ value: T; found: number; late: number[] }> {
  const page = await browser.newPage();
  try {
    await page.setViewport({ width: 1000, height: 900 });
    await page.goto(`${address}#${new URLSearchParams({ technique, mode })}`);
    await page.waitForSelector('html[data-ready]', { timeout: 5_000 });
    await page.evaluate(installMaker);
    await page.evaluate((count) => {
      (globalThis as unknown as { fillPage(nodes: number): void }).fillPage(count);
    }, nodes);
    const value = await page.evaluate(run);
    const report = await page.evaluate(() => {
      document.dispatchEvent(new CustomEvent('bench-report'));
      return document.documentElement.getAttribute('data-report') ?? '{}';
    });
    return { value: value as T, ...(JSON.parse(report) as { found: number; late: number[] }) };
  } finally {
    await page.close();
  }
}

/** Another order each round, the same in every run. */
function shuffled<T>(items: readonly T[], round: number): T[] {
  return items
    .map((item, at) => ({ item, key: ((at + 1) * 7919 * (round + 3)) % 1009 }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
