import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { postPage } from '../../fixtures/instagram/surfaces.ts';
import { guessAddress, parseArgs, savedFrom } from '../../tools/capture-check-args.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'tanggap-check-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function check(...args: string[]) {
  const { status, stdout, stderr } = spawnSync('node', ['tests/tools/capture-check.ts', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { status, stdout, stderr };
}

test('the command line: options, and what is wrong with it', () => {
  expect(
    parseArgs(['page.html', '--url', 'https://www.instagram.com/p/DPage77/', '--posts=1']),
  ).toMatchObject({
    target: 'page.html',
    url: 'https://www.instagram.com/p/DPage77/',
    posts: 1,
  });
  expect(parseArgs(['--help'])).toBeNull();
  expect(parseArgs([])).toContain('no file');
  expect(parseArgs(['a', 'b'])).toContain('one file');
  expect(parseArgs(['a', '--posts', 'many'])).toContain('number');
  expect(parseArgs(['a', '--site', 'x'])).toContain('instagram or facebook');
});

test('the address of a saved page: its own marks, else a guess', () => {
  const saved = '<!-- saved from url=(0040)https://www.instagram.com/p/DPage77/ -->';
  expect(savedFrom(saved)?.url).toBe('https://www.instagram.com/p/DPage77/');
  expect(savedFrom('<link rel="canonical" href="https://example.org/p/1/">')).toBeNull();
  expect(guessAddress('<div aria-posinset="1"></div>').url).toBe('https://www.facebook.com/');
  expect(guessAddress('<a href="/p/DPage77/"></a>').url).toBe('https://www.instagram.com/');
});

test('a saved page: post, fields with their layer, comments, entries; nothing is requested', () => {
  const file = join(folder, 'post.html');
  writeFileSync(file, postPage);
  const answer = check(file, '--url', 'https://www.instagram.com/rt.tiga/p/DPage77/', '--posts', '1');
  expect(answer.stdout).toContain('instagram:DPage77');
  expect(answer.stdout).toMatch(/author\s+\{"handle":"rt\.tiga"\}\s+‹dom›/);
  expect(answer.stdout).toMatch(/matched\s+HEARTS .* ‹20\d\d-\d\d›/);
  expect(answer.stdout).toContain('all refused');
  expect(answer.stdout).toContain('2 comment(s)');
  const wrong = check(file, '--url', 'https://www.instagram.com/rt.tiga/p/DPage77/', '--posts', '2');
  expect(wrong.status).toBe(1);
  expect(wrong.stdout).toContain('1 post(s) found instead of 2');
}, 60_000);

test('a saved answer goes through the mapper; a page without posts and wrong use say so', () => {
  const json = check('tests/fixtures/facebook/story-album.json');
  expect(json).toMatchObject({ status: 0 });
  expect(json.stdout).toContain('facebook:700100200300');
  const file = join(folder, 'empty.html');
  writeFileSync(file, '<div role="main"></div>');
  expect(check(file, '--site', 'facebook')).toMatchObject({ status: 1 });
  expect(check('no-such-file.html')).toMatchObject({ status: 2 });
  expect(check()).toMatchObject({ status: 2 });
}, 60_000);
