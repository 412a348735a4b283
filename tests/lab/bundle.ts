import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SiteId } from './types.ts';

const LAB = import.meta.dirname;
const ROOT = join(LAB, '..', '..');
export const CACHE = join(ROOT, '.cache', 'lab');

function sources(folder: string, deep: boolean): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return deep ? sources(path, true) : [];
      return /\.tsx?$/.test(entry.name) && !/\.test\.ts$/.test(entry.name) ? [path] : [];
    });
}

/** Changes whenever a file changes that the site's client may be made of. */
export function bundleHash(site: SiteId): string {
  const sum = createHash('sha256');
  for (const file of [
    join(ROOT, 'package.json'),
    ...sources(LAB, false),
    ...sources(join(LAB, site), true),
  ]) {
    sum.update(file.slice(ROOT.length)).update(readFileSync(file));
  }
  return sum.digest('base64url').slice(0, 11);
}

/** The site's client as one minified script of production React. Built once per state of its sources. */
export async function bundle(site: SiteId, hash = bundleHash(site)): Promise<string> {
  const kept = join(CACHE, `${site}-${hash}.js`);
  if (existsSync(kept)) return readFileSync(kept, 'utf8');
  const { build } = await import('vite');
  const result = await build({
    root: LAB,
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    // Under vitest NODE_ENV is `test`, which would give development React.
    define: { 'process.env.NODE_ENV': '"production"' },
    oxc: { jsx: { runtime: 'automatic', development: false } },
    build: {
      write: false,
      minify: true,
      target: 'chrome120',
      rollupOptions: {
        input: join(LAB, site, 'app.tsx'),
        output: { format: 'iife', entryFileNames: 'app.js' },
      },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk =
    output && 'output' in output ? output.output.find((part) => part.type === 'chunk') : undefined;
  if (chunk?.type !== 'chunk') throw new Error(`the client of ${site} built to nothing`);
  mkdirSync(CACHE, { recursive: true });
  const partial = `${kept}.${process.pid}`;
  writeFileSync(partial, chunk.code);
  renameSync(partial, kept);
  return chunk.code;
}
