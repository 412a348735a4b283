import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { EXTENSION_DIR, launch } from '../e2e/browser.ts';
import { startLab } from '../lab/server.ts';
import { tour } from './tour.ts';

/**
 * The browser with Tanggap in it: on the lab by default, on the real sites with `--live`, or walking the main
 * job by itself with `--headless` (also when there is no display).
 */
const flags = new Set(process.argv.slice(2));
const seed = Number(process.argv.find((flag) => flag.startsWith('--seed='))?.slice(7) ?? 1);
const root = join(import.meta.dirname, '..', '..');
const display = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** The lab in a window, for trying things out by hand. */
async function openLab(): Promise<void> {
  const lab = await startLab({ seed, now: Math.floor(Date.now() / 1000) });
  const session = await launch(lab, {
    headless: false,
    profile: join(root, '.cache', 'profile-lab'),
    greet: true,
  });
  const instagram = (await session.browser.pages())[0] ?? (await session.browser.newPage());
  await instagram.goto('https://www.instagram.com/');
  const facebook = await session.browser.newPage();
  await facebook.goto('https://www.facebook.com/');
  await instagram.bringToFront();
  console.log(
    'Chromium is open on the lab (invented Instagram and Facebook). Press "Tandai aduan" on a post.',
  );
  console.log('Close the browser window to end.');
  await new Promise<void>((resolve) => session.browser.once('disconnected', () => resolve()));
  await lab.close();
}

/** The real sites, in a plain browser that nothing steers: one's own account is signed in there. */
async function openLive(): Promise<void> {
  const profile = join(root, '.cache', 'profile-live');
  const args = [
    `--user-data-dir=${profile}`,
    `--load-extension=${EXTENSION_DIR}`,
    '--disable-features=DisableLoadExtensionCommandLineSwitch',
    '--no-first-run',
    '--no-default-browser-check',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    'https://www.instagram.com/',
    'https://www.facebook.com/',
  ];
  console.log(
    `Chromium opens on the real sites; sign in with your own account. Its profile stays in ${profile}.`,
  );
  console.log('Close the browser window to end.');
  const browser = spawn(process.env.CHROMIUM || 'chromium', args, { stdio: 'ignore' });
  await new Promise<void>((resolve) => browser.once('exit', () => resolve()));
}

if (flags.has('--live') && !display) {
  console.error(
    'There is no display, so the real sites cannot be opened. Run "npm start -- --live" on a desktop.',
  );
  process.exitCode = 1;
} else if (flags.has('--headless') || !display) {
  const pictures = join(root, '.output', 'tour');
  const failed = await tour(seed, pictures);
  console.log(existsSync(pictures) ? `pictures: ${pictures}` : 'no pictures');
  console.log(failed === 0 ? 'tour: all steps walked' : `tour: ${failed} step(s) failed`);
  process.exitCode = failed === 0 ? 0 : 1;
} else if (flags.has('--live')) {
  await openLive();
} else {
  await openLab();
}
process.exit();
