import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesIn, read, root } from './tree.ts';

/** The table of attacks promises tests by name; each has to be there. */

const document = read('docs/hostile.md');
const rows = document
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| attack'))
  .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()));
const lines = [...document.matchAll(/^\d\. \*\*(\w+)\.\*\*/gm)].map((match) => match[1] ?? '');

test('there are the attacks, and the lines that hold them', () => {
  expect(rows.length).toBeGreaterThan(35);
  expect(lines).toHaveLength(9);
});

test('Telegram is asked to read no formatting out of what it is sent', () => {
  const files = ['entrypoints', 'channels'].flatMap((folder) => filesIn(folder));
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter((file) => read(file).includes('parse_mode'))).toEqual([]);
});

describe.each(rows.map((cells) => [cells[1] ?? '', cells] as const))('%s', (_attack, cells) => {
  const [, , happened = '', line = '', proof = ''] = cells;

  test('says what happened and which line held', () => {
    expect(happened).not.toBe('');
    expect(lines).toContain(line);
  });

  test('names a test that exists', () => {
    const [, file = '', title = ''] = /^`(tests\/[\w/.-]+\.test\.ts)` "(.+)"$/.exec(proof) ?? [];
    expect(file, `no test in: ${proof}`).not.toBe('');
    expect(existsSync(join(root, file)), file).toBe(true);
    expect(read(file).replaceAll("\\'", "'"), `${file} has no "${title}"`).toContain(title);
  });
});
