import { join } from 'node:path';
import { build } from 'vite';

/**
 * One of our files, and all that it imports, as one script that can be evaluated in a page. `path` is relative to
 * the project. Takes about half a second.
 */
export async function pageScript(path: string): Promise<string> {
  const root = join(import.meta.dirname, '..', '..');
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: false,
      target: 'chrome120',
      lib: { entry: join(root, path), formats: ['iife'], name: 'tanggapTool' },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) =>
    'output' in one ? one.output : [],
  );
  const code = outputs.find((output) => output.type === 'chunk')?.code;
  if (!code) throw new Error(`nothing bundled: ${path}`);
  return code;
}
