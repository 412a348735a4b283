import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { call, openDrift, runDrift } from './drift.ts';
import type { driftScene } from './page.ts';
import { document, failedSeeds, failureLines, resultTable, sumOf } from './report.ts';
import { SURFACES } from './surfaces.ts';

const HELP = `Imitates both sites' markup, turns every known signal on and off, and counts what the finders and readers make of it.

  node tests/drift/run.ts                            2,000 posts × 50 seeds, writes docs/drift.md
  node tests/drift/run.ts --posts 200 --seeds 1-5    a smaller run; writes nothing
  node tests/drift/run.ts --surface fb-photo         one surface (more: separated by commas)
  node tests/drift/run.ts --surface S --seed N --scene N [--gone a,b|none] [--keep c,d]
                                                     one scene: its page, and what was wrong
  --orders N   random orders for the last straws (default 20; 0: no straws)
  --workers N  browsers at the same time (default 2)
  --write      write docs/drift.md after a smaller run too

Surfaces: ${SURFACES.map((surface) => surface.id).join(', ')}
Exit code 1 when something was missed or wrong.`;

const args = process.argv.slice(2);
const option = (name: string): string | undefined => {
  const at = args.indexOf(`--${name}`);
  return at < 0 ? undefined : args[at + 1];
};
const range = (text: string): number[] => {
  const [from = 1, to = from] = text.split('-').map(Number);
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
};
const root = join(import.meta.dirname, '..', '..');

async function one(surface: string): Promise<number> {
  const gone = option('gone');
  const drift = await openDrift();
  try {
    const {
      html,
      url,
      gone: lacking,
      verdict,
    } = await call<ReturnType<typeof driftScene>>(drift, 'driftScene', {
      surface,
      seed: Number(option('seed') ?? 1),
      scene: Number(option('scene')),
      ...(gone !== undefined && { gone: gone === 'none' ? [] : gone.split(',') }),
      kept: option('keep')?.split(',') ?? [],
    });
    const file = join(root, '.output', 'drift', `${surface}.html`);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, `<!doctype html><meta charset="utf-8"><base href="${url}">\n${html}\n`);
    console.log(`${surface} at ${url}\ngone: ${lacking.join(', ') || 'nothing'}\npage: ${file}`);
    for (const { fault, what } of verdict.findings) console.log(`  ${fault}: ${what}`);
    const { findings, ...counts } = verdict;
    console.log(JSON.stringify(counts));
    return findings.length;
  } finally {
    await drift.close();
  }
}

async function many(): Promise<number> {
  const chosen = option('surface')?.split(',') ?? SURFACES.map((surface) => surface.id);
  const posts = Number(option('posts') ?? 2000);
  const seeds = range(option('seeds') ?? option('seed') ?? '1-50');
  const workers = Number(option('workers') ?? 2);
  const orders = Number(option('orders') ?? 20);
  const load: [number, number] = [loadavg()[0] ?? 0, 0];
  const started = performance.now();
  const wish = { seeds, posts, surfaces: chosen, workers, orders };
  const result = await runDrift(wish, console.log);
  const seconds = (performance.now() - started) / 1000;
  load[1] = loadavg()[0] ?? 0;
  const { totals, requests, forbidden, cpu } = result;
  console.log(resultTable(totals).join('\n'));
  console.log(failureLines(totals).join('\n'));
  console.log(failedSeeds(totals).join('\n'));
  console.log(
    `requests ${requests.length} ${requests.slice(0, 3).join(' ')}; forbidden pages ${forbidden.length} ${forbidden.slice(0, 3).join('; ')}`,
  );
  const full = !option('surface') && posts >= 2000 && seeds.length >= 50;
  if (full || args.includes('--write')) {
    const file = join(root, 'docs', 'drift.md');
    writeFileSync(file, document({ ...result, ...wish, seconds, load, cores: availableParallelism() }));
    console.log(`written: ${file}`);
  }
  const sum = sumOf(totals.flatMap(({ batches }) => batches));
  const wrong =
    Object.values(sum.faults).reduce((a, b) => a + b, 0) + sum.uncaused + requests.length + forbidden.length;
  const time = `${seconds.toFixed(0)} s (${cpu.toFixed(0)} s of processor, load average ${load.map((each) => each.toFixed(1)).join(' → ')})`;
  console.log(`${sum.posts} posts in ${time}: ${wrong} faults ${JSON.stringify(sum.faults)}`);
  return wrong;
}

if (args.includes('--help')) console.log(HELP);
else {
  const surface = option('surface');
  const wrong = surface && option('scene') ? await one(surface) : await many();
  process.exitCode = wrong === 0 ? 0 : 1;
}
