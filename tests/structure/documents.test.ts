import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import config from '../../wxt.config.ts';
import { ROOMS } from './rooms.ts';
import { foldersIn, read, readmeRow, root } from './tree.ts';

const readme = read('README.md');
const architecture = read('ARCHITECTURE.md');
const scripts: Record<string, string> = JSON.parse(read('package.json')).scripts;

describe('permissions', () => {
  const asked = ['chrome', 'firefox'].flatMap((browser) => {
    const manifest = config.manifest;
    if (typeof manifest !== 'function')
      throw new Error('the manifest is no longer a function of the browser');
    const made = manifest({ browser, mode: 'production', command: 'build', manifestVersion: 3 }) as {
      permissions: string[];
      host_permissions: string[];
      optional_host_permissions: string[];
    };
    return [...made.permissions, ...made.host_permissions, ...made.optional_host_permissions];
  });

  test.each([...new Set(asked)])('%s is explained in README', (permission) => {
    const row = readmeRow(permission);
    expect(row, `README explains no ${permission}`).toBeDefined();
    expect((row ?? '').split('|')[2]?.trim().length).toBeGreaterThan(20);
  });

  test('README explains none that is not asked for', () => {
    const section = readme.split('## Permissions')[1]?.split('\n## ')[0] ?? '';
    const explained = [...section.matchAll(/^\| `([^`]+)`/gm)].map((match) => match[1] ?? '');
    expect(explained.filter((permission) => !asked.includes(permission))).toEqual([]);
  });
});

describe('README', () => {
  test('every link within the project leads somewhere', () => {
    for (const document of ['README.md', 'ARCHITECTURE.md', 'PRIVACY.md', 'CHANGELOG.md']) {
      const links = [...read(document).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(
        (match) => match[1] ?? '',
      );
      expect(
        links.filter((link) => !existsSync(join(root, link))),
        document,
      ).toEqual([]);
    }
  });

  test('every command that it gives exists', () => {
    const commands = [...(readme + architecture).matchAll(/`npm run ([\w:]+)/g)].map(
      (match) => match[1] ?? '',
    );
    expect(commands.filter((command) => !(command in scripts))).toEqual([]);
    expect(readme).toContain('npm start');
    expect(readme).toContain('npm test');
  });

  test('every folder of tests has a row in the table of suites', () => {
    const rows = foldersIn('tests').filter((name) => !['tools', 'fixtures'].includes(name));
    expect(rows.filter((name) => readmeRow(`tests/${name}`) === undefined)).toEqual([]);
  });
});

describe('ARCHITECTURE', () => {
  test.each(ROOMS)('has the room %s', (room) =>
    expect(architecture).toMatch(new RegExp(`^\\| \`${room}/\``, 'm')),
  );

  test('fits on a page', () => expect(architecture.split('\n').length).toBeLessThan(130));

  test('every path that it names is there', () => {
    const named = [
      ...architecture.matchAll(
        /`((?:complaints|sites|channels|storage|protocol|components|entrypoints|i18n|tests)\/[\w./-]+)`/g,
      ),
    ].map((match) => match[1] ?? '');
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    expect(named.length).toBeGreaterThan(10);
  });
});

test('the version is the one of the newest entry in CHANGELOG', () => {
  const newest = read('CHANGELOG.md').match(/^## \[?(\d+\.\d+\.\d+)/m)?.[1];
  expect(newest).toBe(JSON.parse(read('package.json')).version);
});

test('the licence is the one that package.json names', () =>
  expect(read('LICENSE')).toMatch(/^MIT License\n/));
