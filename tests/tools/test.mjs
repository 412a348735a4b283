/** `npm test`: set up, then run every suite; the last line gives the sum. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBrowser, ensureDependencies, nodePath, root, toolEnv } from './setup.mjs';

ensureDependencies();
const chromium = ensureBrowser('chromium');
const firefox = ensureBrowser('firefox');
const node = nodePath();
const ran = spawnSync(node, [join('tests', 'tools', 'test.ts'), ...process.argv.slice(2)], {
  cwd: root,
  env: toolEnv({ CHROMIUM: chromium, FIREFOX: firefox }),
  stdio: 'inherit',
});
process.exit(ran.status ?? 1);
