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

export interface Drift {
  page: Page;
  /** Requests that reached the network layer: the markup's own pictures are refused before it. */
  requests: string[];
  close(): Promise<void>;
}

/** Pictures and films are refused, everything else is let through to be counted. */
const POLICY = "img-src 'none'; media-src 'none'";

/** An empty page with the generator and the finders in it. */
export async function openDrift(code?: string): Promise<Drift> {
  const script = code ?? (await pageScript('tests/drift/page.ts'));
  const browser: Browser = await openChromium(['--host-resolver-rules=MAP * ~NOTFOUND']);
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
        headers: { 'content-security-policy': POLICY },
        body: '<!doctype html><html lang="id"><body></body></html>',
      });
      return;
    }
    requests.push(request.url());
    void request.abort();
  });
  await page.goto('https://www.facebook.com/drift');
  await page.evaluate(script);
  return { page, requests, close: () => browser.close() };
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

/** All surfaces under the given seeds, on `workers` browsers. */
export async function runDrift(
  seeds: number[],
  posts: number,
  surfaces: string[],
  workers: number,
  said: (line: string) => void,
): Promise<{ totals: Totals[]; requests: string[]; forbidden: string[] }> {
  const jobs = seeds.flatMap((seed) =>
    share(posts)
      .filter(({ surface }) => surfaces.includes(surface))
      .map(({ surface, scenes }) => ({ seed, surface, scenes })),
  );
  const code = await pageScript('tests/drift/page.ts');
  const totals = new Map(surfaces.map((surface) => [surface, { surface, batches: [] as Batch[] }]));
  const known = new Map<string, string[]>();
  const requests: string[] = [];
  const forbidden: string[] = [];
  let done = 0;
  const again = new Set<(typeof jobs)[number]>();
  const run = async (drift: Drift, job: (typeof jobs)[number]): Promise<void> => {
    const before = known.get(job.surface) ?? [];
    const batch = await call<Batch>(drift, 'driftBatch', job.surface, job.seed, 0, job.scenes, before);
    totals.get(job.surface)?.batches.push(batch);
    known.set(job.surface, [...before, ...batch.classes]);
    if (job.surface !== surfaces[0]) return;
    forbidden.push(...(await call<string[]>(drift, 'driftForbidden', job.seed)));
    done += 1;
    if (done % 10 === 0) said(`${done} of ${seeds.length} seeds begun`);
  };
  const work = async (): Promise<void> => {
    while (jobs.length > 0) {
      // A browser that has drawn some thousand pages grows slow and large.
      const drift = await openDrift(code);
      try {
        for (let count = 0; count < JOBS_PER_BROWSER; count++) {
          const job = jobs.shift();
          if (!job) break;
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
        requests.push(...drift.requests);
        await drift.close().catch(() => undefined);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(workers, jobs.length) }, work));
  return { totals: [...totals.values()], requests, forbidden };
}

export async function runStraws(surfaces: string[], orders: number): Promise<Straws[]> {
  const drift = await openDrift();
  try {
    const straws: Straws[] = [];
    for (const surface of surfaces) straws.push(await call<Straws>(drift, 'driftStraws', surface, orders));
    return straws;
  } finally {
    await drift.close();
  }
}
