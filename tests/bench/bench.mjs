/** `npm run bench`: set up, build, measure. Names of parts (`store`, `page`, `finder`) measure only those. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBrowser, ensureDependencies, nodePath, root, toolEnv } from '../tools/setup.mjs';

ensureDependencies();
const chromium = ensureBrowser('chromium');
const node = nodePath();
const env = toolEnv({ CHROMIUM: chromium });
const built = spawnSync('wxt', ['build', '-b', 'chrome'], {
  cwd: root,
  env,
  stdio: ['ignore', 'ignore', 'inherit'],
});
if (built.status !== 0) process.exit(built.status ?? 1);
const bench = join('tests', 'bench', 'bench.ts');
const ran = spawnSync(node, [bench, ...process.argv.slice(2)], { cwd: root, env, stdio: 'inherit' });
process.exit(ran.status ?? 1);
