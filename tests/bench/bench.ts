import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { benchClick } from './click.ts';
import { benchDetect } from './detect.ts';
import { type Row, table } from './figures.ts';
import { benchFinder } from './finder.ts';
import { benchGrowth } from './growth.ts';
import { benchHeap } from './heap.ts';
import { benchPage } from './page.ts';
import { benchStore } from './store.ts';

/** Runs the parts one after another; figures also go to `.output/reports/bench.json`. */
const parts: Record<string, () => Promise<Row[]>> = {
  store: benchStore,
  growth: benchGrowth,
  page: benchPage,
  finder: benchFinder,
  detect: benchDetect,
  click: benchClick,
  heap: benchHeap,
};
const noisy = process.argv.includes('--noisy');
const wanted = process.argv.slice(2).filter((name) => name !== '--noisy');
const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(`no such part: ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`);
  process.exit(2);
}

/** Other work on the machine makes every figure worse and uneven. */
function load(): string {
  const [last = 0] = loadavg();
  return `load average ${last.toFixed(2)}${last > 1 ? ' (noisy)' : ''}`;
}

const [busy = 0] = loadavg();
if (busy > 1 && !noisy) {
  console.error(
    `load average ${busy.toFixed(2)}: other work would be measured too. Wait until it is below 1, or add --noisy.`,
  );
  process.exit(3);
}
const version = spawnSync(process.env.CHROMIUM || '/usr/bin/chromium', ['--version'], { encoding: 'utf8' });
console.log(
  `${version.stdout.trim()}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}`,
);
const report: Record<string, { load: string; seconds: number; rows: Row[] }> = {};
for (const [name, run] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const before = load();
  const started = Date.now();
  const rows = await run();
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`\n── ${name}: ${before}, ${seconds} s\n${table(rows)}`);
  report[name] = { load: before, seconds, rows };
}
const folder = join(import.meta.dirname, '..', '..', '.output', 'reports');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'bench.json'), JSON.stringify(report, null, 1));
process.exit();
