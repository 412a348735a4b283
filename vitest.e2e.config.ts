import { defineConfig } from 'vitest/config';
import { HeavyFirst } from './tests/tools/heavy-first.ts';

/** Real browsers, the shipped build, the lab. Two files at a time: a browser test mostly waits. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/e2e/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    sequence: { sequencer: HeavyFirst },
  },
});
