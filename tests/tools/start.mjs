/** `npm start`: set up, build, start the lab, open the browser on it (or walk the main job without a display). */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBrowser, ensureDependencies, nodePath, root, toolEnv } from './setup.mjs';

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
const ran = spawnSync(node, [join('tests', 'tools', 'start.ts'), ...process.argv.slice(2)], {
  cwd: root,
  env,
  stdio: 'inherit',
});
process.exit(ran.status ?? 1);
