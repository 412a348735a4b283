import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** As in `wxt.config.ts`, whose Vite plugins WxtVitest does not take over: one language for all messages. */
const slimMessages = {
  name: 'tanggap:slim-messages',
  enforce: 'pre' as const,
  resolveId(source: string, importer: string | undefined) {
    const generated = importer?.replaceAll('\\', '/').includes('/i18n/paraglide/messages');
    return generated && source.endsWith('/runtime.js')
      ? join(import.meta.dirname, 'i18n', 'locale.ts')
      : null;
  },
};

export default defineConfig(async () => ({
  plugins: [slimMessages, await WxtVitest()],
  test: {
    environment: 'node',
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/e2e/**', 'node_modules/**'],
    setupFiles: ['fake-indexeddb/auto'],
    testTimeout: 20_000,
    // Left to itself it takes one worker less than there are cores: one, on a machine with two.
    maxWorkers: 2,
  },
}));
