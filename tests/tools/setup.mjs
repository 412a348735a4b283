/**
 * Sets a fresh machine up for `npm start` and `npm test`: dependencies, a Node that is new enough, browsers.
 * Plain JavaScript for the Node that happens to be there (20 and up), because nothing is installed yet.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const bin = join(root, 'node_modules', '.bin');
const stamp = join(root, 'node_modules', '.tanggap-lock');

function run(command, args, options = {}) {
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
}

function which(name) {
  const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
  return found.status === 0 ? found.stdout.trim() : '';
}

/** Install dependencies when they are missing or the lockfile has changed since. */
export function ensureDependencies() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('setup: installing dependencies (npm ci)');
  const result = run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (result.status !== 0) fail('The dependencies could not be installed; see the npm messages above.');
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, lock);
}

/** Path of a Node of version 22.12 or newer: the one in node_modules, else the running one. */
export function nodePath() {
  const own = join(bin, 'node');
  if (existsSync(own) && spawnSync(own, ['--version']).status === 0) return own;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 12)) return process.execPath;
  return fail('Node 22.12 or newer is needed; please install it and try again.');
}

/** Environment for child processes: the project's own tools first. */
export function toolEnv(extra = {}) {
  return { ...process.env, PATH: `${bin}:${process.env.PATH}`, ...extra };
}

/**
 * Path of a browser from Debian's packages, installed by apt when it is missing and this user may.
 * @returns '' when it is not there and `required` is false.
 */
export function ensureBrowser(name, required = true) {
  const override = process.env[name === 'chromium' ? 'CHROMIUM' : 'FIREFOX'];
  const names =
    name === 'chromium' ? ['chromium', 'google-chrome', 'chromium-browser'] : ['firefox-esr', 'firefox'];
  for (const candidate of override ? [override] : names) {
    const path = which(candidate);
    if (path) return path;
  }
  const packageName = name === 'chromium' ? 'chromium' : 'firefox-esr';
  if (which('apt-get') && process.getuid?.() === 0) {
    console.log(`setup: installing ${packageName} (apt-get)`);
    const quiet = {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'ignore', 'inherit'],
    };
    run('apt-get', ['update', '-qq'], quiet);
    run(
      'apt-get',
      [
        'install',
        '-y',
        '-qq',
        '--no-install-recommends',
        packageName,
        'fonts-noto-core',
        'fonts-noto-color-emoji',
      ],
      quiet,
    );
    const path = which(packageName);
    if (path) return path;
  }
  if (!required) return '';
  return fail(
    `A browser is missing: please install it with "sudo apt-get install ${packageName}" and try again.`,
  );
}

export function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
