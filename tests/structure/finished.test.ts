import { expect, test } from 'vitest';
import { filesIn, read } from './tree.ts';

/** Nothing half-done, nothing switched off, nothing that holds on one computer only. */
const files = [
  'complaints',
  'components',
  'entrypoints',
  'channels',
  'storage',
  'protocol',
  'sites',
  'i18n',
  'public',
  'tests',
  'docs',
]
  .flatMap((room) => filesIn(room, '.ts', '.tsx', '.css', '.mjs', '.json', '.html', '.md'))
  .concat([
    'README.md',
    'ARCHITECTURE.md',
    'PRIVACY.md',
    'CHANGELOG.md',
    'wxt.config.ts',
    'package.json',
    'biome.json',
  ]);
/** This file names what it looks for. */
const others = files.filter(
  (path) => path !== 'tests/structure/finished.test.ts' && !path.startsWith('i18n/project.inlang/'),
);

function holding(pattern: RegExp, paths = others): string[] {
  return paths.flatMap((path) =>
    read(path)
      .split('\n')
      .flatMap((line, index) =>
        pattern.test(line) ? [`${path}:${index + 1} ${line.trim().slice(0, 120)}`] : [],
      ),
  );
}

test('no marks of unfinished work', () =>
  expect(holding(/\b(TODO|FIXME|XXX|HACK)\b|lorem ipsum/)).toEqual([]));

test('no compiler check is switched off', () =>
  expect(holding(/@ts-(ignore|nocheck|expect-error)/)).toEqual([]));

test('no test is skipped or alone', () => {
  expect(
    holding(
      /\b(test|it|describe)\.(only|skip|todo|fails)\b/,
      others.filter((path) => path.startsWith('tests/')),
    ),
  ).toEqual([]);
});

test('no path of somebody’s computer', () => {
  expect(holding(/(^|[\s'"`(=])\/(work|home\/\w+|root|Users\/\w+|tmp)\/\w/)).toEqual([]);
});

test('no secret, no key, no token', () => {
  expect(
    holding(
      /-----BEGIN [A-Z ]*PRIVATE KEY|\bghp_[A-Za-z0-9]{20}|\bAKIA[A-Z0-9]{16}\b|\bbot\d{8,}:[A-Za-z0-9_-]{30}/,
    ),
  ).toEqual([]);
});

test('no request goes to a place that the privacy text does not name', () => {
  const product = others.filter((path) =>
    /^(complaints|components|entrypoints|channels|storage|protocol|sites)\//.test(path),
  );
  expect(holding(/\b(sendBeacon|new WebSocket|new EventSource|XMLHttpRequest)\b/, product)).toEqual([]);
  const fetching = new Set(holding(/(?<![\w.])fetch\(/, product).map((line) => line.split(':')[0]));
  expect([...fetching]).toEqual([
    'entrypoints/background/fetch-photo.ts',
    'entrypoints/background/telegram/client.ts',
  ]);
});
