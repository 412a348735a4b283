import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleHash, CACHE } from '../bundle.ts';

type Draw = (islands: unknown[], path: string) => string;

let drawing: Promise<Draw> | null = null;

/** The markup of a page, drawn outside of a browser by the app that takes it over there. */
export async function drawPage(islands: unknown[], path: string): Promise<string> {
  drawing ??= load();
  return (await drawing)(islands, path);
}

/** Built once per state of the sources, as the client is. */
async function load(): Promise<Draw> {
  const kept = join(CACHE, `instagram-drawn-${bundleHash('instagram')}.mjs`);
  if (!existsSync(kept)) {
    const { build } = await import('vite');
    const result = await build({
      root: import.meta.dirname,
      configFile: false,
      logLevel: 'error',
      mode: 'production',
      define: { 'process.env.NODE_ENV': '"production"' },
      oxc: { jsx: { runtime: 'automatic', development: false } },
      ssr: { noExternal: true },
      build: {
        write: false,
        ssr: true,
        rollupOptions: {
          input: join(import.meta.dirname, 'drawn.tsx'),
          output: { format: 'es', entryFileNames: 'drawn.mjs' },
        },
      },
    });
    const [output] = Array.isArray(result) ? result : [result];
    const chunk =
      output && 'output' in output ? output.output.find((part) => part.type === 'chunk') : undefined;
    if (chunk?.type !== 'chunk') throw new Error('the drawn Instagram built to nothing');
    mkdirSync(CACHE, { recursive: true });
    const partial = `${kept}.${process.pid}`;
    writeFileSync(partial, chunk.code);
    renameSync(partial, kept);
  }
  const module = (await import(/* @vite-ignore */ pathToFileURL(kept).href)) as { draw: Draw };
  return module.draw;
}
