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
  const content = readFileSync(join(chromeDir, 'content-scripts', 'content.js'));
  const acts = readFileSync(join(chromeDir, 'acts.js'));

  test('what every page of both sites loads is at most 14 kB gzipped', () => {
    const size = gzipSync(content, { level: 9 }).length;
    console.log(`content script: ${content.length} bytes, ${size} gzipped`);
    expect(size).toBeLessThanOrEqual(14_000);
  });

  test('what is fetched when pointer or focus reaches a button is at most 14 kB gzipped', () => {
    const size = gzipSync(acts, { level: 9 }).length;
    console.log(`acts: ${acts.length} bytes, ${size} gzipped`);
    expect(size).toBeLessThanOrEqual(14_000);
  });

  test('neither holds React, Dexie or zod', () => {
    for (const text of [content, acts].map((bytes) => bytes.toString('utf8'))) {
      for (const marker of ['react-dom', 'Dexie', 'ZodError', '_zod', 'createRoot', 'useState']) {
        expect(text.includes(marker), marker).toBe(false);
      }
    }
  });

  test('the page cannot name the events of the framework by the extension\u2019s id', () => {
    for (const folder of [chromeDir, firefoxDir]) {
      const text = readFileSync(join(folder, 'content-scripts', 'content.js'), 'utf8');
      expect(text).toContain('wxt:content-script-started');
      expect(text).toContain('Math.random()');
      expect(/runtime\?\.id\}:/.test(text)).toBe(false);
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
