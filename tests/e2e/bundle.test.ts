import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const chromeDir = join(root, '.output', 'chrome-mv3');
const firefoxDir = join(root, '.output', 'firefox-mv3');

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function manifest(folder: string) {
  return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
}

describe('the shipped build', () => {
  const sites = ['instagram', 'facebook'] as const;
  const contentOf = (folder: string, site: string) => join(folder, 'content-scripts', `${site}.js`);
  const scripts = sites.flatMap((site) => [
    { what: `what every page of ${site} loads`, path: contentOf(chromeDir, site) },
    {
      what: `what comes when pointer or focus reaches a button on ${site}`,
      path: join(chromeDir, `acts-${site}.js`),
    },
    {
      what: `what comes to a post on ${site} that is followed`,
      path: join(chromeDir, `replies-${site}.js`),
    },
  ]);

  test.each(scripts)('$what is at most 14 kB gzipped', ({ what, path }) => {
    const bytes = readFileSync(path);
    const size = gzipSync(bytes, { level: 9 }).length;
    console.log(`${what}: ${bytes.length} bytes, ${size} gzipped`);
    expect(size).toBeLessThanOrEqual(14_000);
  });

  test('each page gets the script of its own site and no other', () => {
    for (const folder of [chromeDir, firefoxDir]) {
      const declared = manifest(folder).content_scripts as { js: string[]; matches: string[] }[];
      const byFile = Object.fromEntries(declared.map(({ js, matches }) => [js.join(), [...matches].sort()]));
      expect(byFile).toEqual({
        'content-scripts/instagram.js': ['https://www.instagram.com/*'],
        'content-scripts/facebook.js': ['https://web.facebook.com/*', 'https://www.facebook.com/*'],
      });
    }
  });

  test('none of them holds React, Dexie or zod', () => {
    for (const text of scripts.map(({ path }) => readFileSync(path, 'utf8'))) {
      for (const marker of ['react-dom', 'Dexie', 'ZodError', '_zod', 'createRoot', 'useState']) {
        expect(text.includes(marker), marker).toBe(false);
      }
    }
  });

  test('the framework sends no events of its own through the page', () => {
    const files = [chromeDir, firefoxDir].flatMap((folder) => sites.map((site) => contentOf(folder, site)));
    for (const file of files) {
      const text = readFileSync(file, 'utf8');
      expect(text).not.toContain('content-script-started');
      expect(text).not.toContain('dispatchEvent');
      expect(text).not.toContain('postMessage');
    }
  });

  test('nothing is web-accessible, and nothing may connect from outside', () => {
    for (const folder of [chromeDir, firefoxDir]) {
      const value = manifest(folder);
      expect(value.web_accessible_resources).toBeUndefined();
      expect(value.externally_connectable).toBeUndefined();
      expect(value.manifest_version).toBe(3);
    }
  });

  test('permissions are exactly the ones that README explains', () => {
    const common = [
      'alarms',
      'clipboardWrite',
      'contextMenus',
      'notifications',
      'scripting',
      'storage',
      'unlimitedStorage',
    ];
    expect([...manifest(chromeDir).permissions].sort()).toEqual([...common, 'sidePanel'].sort());
    expect([...manifest(firefoxDir).permissions].sort()).toEqual(common.sort());
    const hosts = [
      'https://*.cdninstagram.com/*',
      'https://*.fbcdn.net/*',
      'https://web.facebook.com/*',
      'https://www.facebook.com/*',
      'https://www.instagram.com/*',
    ];
    expect([...manifest(chromeDir).host_permissions].sort()).toEqual(hosts);
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    for (const permission of [...common, 'sidePanel', ...hosts])
      expect(readme, permission).toContain(permission);
  });

  test('no remote code and no test-only code', () => {
    for (const file of files(chromeDir).filter((name) => name.endsWith('.js'))) {
      const text = readFileSync(file, 'utf8');
      expect(/\bimportScripts\(["']https?:/.test(text), file).toBe(false);
      expect(/tests\/lab|startLab|__lab/.test(text), file).toBe(false);
    }
    for (const file of files(chromeDir).filter((name) => name.endsWith('.html'))) {
      expect(/(src|href)=["']https?:/.test(readFileSync(file, 'utf8')), file).toBe(false);
    }
  });

  test('the whole package stays small', () => {
    const total = files(chromeDir).reduce((sum, file) => sum + statSync(file).size, 0);
    console.log(`package: ${total} bytes unpacked`);
    expect(total).toBeLessThan(4_000_000);
  });
});
