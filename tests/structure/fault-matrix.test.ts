import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const lines = readFileSync(join(root, 'docs', 'fault-matrix.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| fault'));

it('the fault matrix has a line for each kind of fault', () => {
  expect(lines.length).toBeGreaterThan(20);
});

it.each(lines.map((line) => [line.split('|')[1]?.trim() ?? '', line]))(
  '%s: its test exists',
  (_fault, line) => {
    const [, file, name] = /`([a-z-]+)`: `([^`]+)` \|$/.exec(line) ?? [];
    expect(file, 'names a file and a test').toBeDefined();
    const code = readFileSync(join(root, 'tests', 'e2e', `${file}.test.ts`), 'utf8');
    const starts = [`'${name}`, `"${name}`, `\`${name}`].some((start) => code.includes(start));
    expect(starts, `${file}.test.ts has a test that begins with "${name}"`).toBe(true);
  },
);
