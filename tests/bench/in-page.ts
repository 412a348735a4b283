import { join } from 'node:path';
import { build } from 'vite';

/** A file of this folder as one script for a page. */
export async function inPage(file: string): Promise<string> {
  const bundle = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      lib: { entry: join(import.meta.dirname, file), formats: ['iife'], name: 'bench' },
    },
  });
  const outputs = (Array.isArray(bundle) ? bundle : [bundle]).flatMap((b) => ('output' in b ? b.output : []));
  const code = outputs.find((output) => output.type === 'chunk')?.code;
  if (!code) throw new Error(`nothing bundled: ${file}`);
  return code;
}
