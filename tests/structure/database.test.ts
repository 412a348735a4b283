import { describe, expect, test } from 'vitest';
import { filesIn, read } from './tree.ts';

const versions = [...read('storage/database.ts').matchAll(/\.version\((\d+)\)/g)].map((match) =>
  Number(match[1]),
);
const dumps = filesIn('tests/storage/dumps');
const upgradeTests = filesIn('tests/storage', '.test.ts').filter((path) => /upgrade/.test(path));

test('versions count up from 1', () => {
  expect(versions).toEqual(versions.map((_, index) => index + 1));
  expect(versions.length).toBeGreaterThan(0);
});

describe.each(versions)('version %i of the database', (version) => {
  test('has a stored dump', () => {
    expect(
      dumps.filter((path) =>
        new RegExp(`(^|[^0-9])v?${version}([^0-9]|$)`).test(path.split('/').at(-1) ?? ''),
      ),
    ).not.toEqual([]);
  });
});

test('the upgrade test opens every dump', () => {
  expect(upgradeTests).not.toEqual([]);
  const text = upgradeTests.map(read).join('\n');
  // Either it names each, or it reads the folder.
  const unnamed = dumps.map((path) => path.split('/').at(-1) ?? '').filter((name) => !text.includes(name));
  expect(unnamed.length === 0 || /readdir(Sync)?\([^)]*|glob/.test(text), `not opened: ${unnamed}`).toBe(
    true,
  );
  expect(text).toContain('dumps');
});
