import type { Browser, Page } from 'puppeteer-core';
import { pageScript } from './bundle.ts';
import { openChromium } from './chromium.ts';
import type { Batch, Straws } from './page.ts';
import { SURFACES } from './surfaces.ts';

/** The half of the drift run outside the page: opens Chromium, deals out the work, adds up. */

export interface Totals {
  surface: string;
  batches: Batch[];
}

/** What a run has shown. */
export interface Result {
  totals: Totals[];
  straws: Straws[];
  /** Requests that reached the network layer: the markup's own pictures are refused before it. */
  requests: string[];
  /** Pages on which nothing may happen and something did. */
  forbidden: string[];
  /** Time of the browsers on a processor, in s: unlike the time on the clock it does not tell what else was running. */
  cpu: number;
}

export interface Drift {
  page: Page;
  requests: string[];
  cpu(): Promise<number>;
  close(): Promise<void>;
}

/** Pictures and films are refused, everything else is let through to be counted. */
const POLICY = "img-src 'none'; media-src 'none'";

/**
 * An empty page with the generator and the finders in it. With `pictures`, a picture that anything asks for is refused
 * and counted; without, the browser leaves pictures alone, which takes half the time and hides such a request. All
 * other requests are counted in both.
 */
export async function openDrift(code?: string, pictures = true): Promise<Drift> {
  const script = code ?? (await pageScript('tests/drift/page.ts'));
  const browser: Browser = await openChromium([
    '--host-resolver-rules=MAP * ~NOTFOUND',
    ...(pictures ? [] : ['--blink-settings=imagesEnabled=false']),
  ]);
  const page = await browser.newPage();
  const requests: string[] = [];
  let opened = false;
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (!opened) {
      opened = true;
      void request.respond({
        status: 200,
        contentType: 'text/html; charset=utf-8',
        headers: pictures ? { 'content-security-policy': POLICY } : {},
        // The browser's own wish for an icon would be counted.
        body: '<!doctype html><html lang="id"><head><link rel="icon" href="data:,"></head><body></body></html>',
      });
      return;
    }
    requests.push(request.url());
    void request.abort();
  });
  await page.goto('https://www.facebook.com/drift');
  await page.evaluate(script);
  const session = await browser.target().createCDPSession();
  const cpu = async (): Promise<number> => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
  };
  return { page, requests, cpu, close: () => browser.close() };
}

/** Calls one of the functions that `page.ts` puts into the page. */
export async function call<T>({ page }: Drift, name: string, ...args: unknown[]): Promise<T> {
  return (await page.evaluate(`${name}(${args.map((arg) => JSON.stringify(arg)).join()})`)) as T;
}

/** Scenes of each surface so that a seed has about `posts` posts, feeds counting five times a single post. */
export function share(posts: number): { surface: string; scenes: number }[] {
  const weight = (each: (typeof SURFACES)[number]) => (each.posts > 3 ? 5 : 1) * (each.posts > 3 ? 1 : 1.2);
  const sum = SURFACES.reduce((total, each) => total + weight(each), 0);
  return SURFACES.map((each) => ({
    surface: each.id,
    scenes: Math.max(1, Math.ceil((posts * weight(each)) / sum / each.posts)),
  }));
}

const JOBS_PER_BROWSER = 85;

export interface Wish {
  seeds: number[];
  /** Posts for each seed. */
  posts: number;
  surfaces: string[];
  /** Browsers at the same time. */
  workers: number;
  /** Random orders for the last straws; 0: none are sought. */
  orders: number;
}

interface Job {
  surface: string;
  seed: number;
  scenes: number;
  /** Set when it is about straws and not about posts. */
  orders?: number;
}

/** All surfaces under the given seeds, then the straws. */
export async function runDrift(wish: Wish, said: (line: string) => void): Promise<Result> {
  const { seeds, posts, surfaces, workers, orders } = wish;
  const jobs: Job[] = seeds.flatMap((seed) =>
    share(posts)
      .filter(({ surface }) => surfaces.includes(surface))
      .map(({ surface, scenes }) => ({ seed, surface, scenes })),
  );
  if (orders > 0) jobs.push(...surfaces.map((surface) => ({ seed: 0, surface, scenes: 0, orders })));
  const code = await pageScript('tests/drift/page.ts');
  const totals = new Map(surfaces.map((surface) => [surface, { surface, batches: [] as Batch[] }]));
  const known = new Map<string, string[]>();
  const result: Result = { totals: [...totals.values()], straws: [], requests: [], forbidden: [], cpu: 0 };
  const again = new Set<Job>();
  let done = 0;
  // Pictures are watched under the first seed.
  const pictures = ({ seed }: Job): boolean => seed === seeds[0];
  const run = async (drift: Drift, job: Job): Promise<void> => {
    if (job.orders !== undefined) {
      result.straws.push(await call<Straws>(drift, 'driftStraws', job.surface, job.orders));
      return;
    }
    const before = known.get(job.surface) ?? [];
    const batch = await call<Batch>(drift, 'driftBatch', job.surface, job.seed, 0, job.scenes, before);
    totals.get(job.surface)?.batches.push(batch);
    known.set(job.surface, [...before, ...batch.classes]);
    if (job.surface !== surfaces[0]) return;
    result.forbidden.push(...(await call<string[]>(drift, 'driftForbidden', job.seed)));
    done += 1;
    if (done % 10 === 0) said(`${done} of ${seeds.length} seeds begun`);
  };
  const work = async (): Promise<void> => {
    while (jobs.length > 0) {
      // A browser that has drawn some thousand pages grows slow and large.
      const [next] = jobs;
      const watched = next !== undefined && pictures(next);
      const drift = await openDrift(code, watched);
      try {
        for (let count = 0; count < JOBS_PER_BROWSER; count++) {
          if (!jobs[0] || pictures(jobs[0]) !== watched) break;
          const job = jobs.shift() as Job;
          try {
            await run(drift, job);
          } catch (error) {
            // A browser that was ended from outside says nothing about the posts: once more in a new one.
            if (!/Target closed|Session closed/.test(String(error)) || again.has(job)) throw error;
            again.add(job);
            jobs.push(job);
            said(`browser lost, ${job.surface} of seed ${job.seed} comes again`);
            break;
          }
        }
      } finally {
        result.requests.push(...drift.requests);
        result.cpu += await drift.cpu().catch(() => 0);
        await drift.close().catch(() => undefined);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(workers, jobs.length) }, work));
  const place = ({ surface }: Straws) => surfaces.indexOf(surface);
  result.straws.sort((a, b) => place(a) - place(b));
  return result;
}
