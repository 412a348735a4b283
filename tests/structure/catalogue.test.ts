import { describe, expect, test } from 'vitest';
import { ROOMS } from './rooms.ts';
import { filesIn, isNode, parse, read, walk } from './tree.ts';

type Area = Record<string, unknown>;
const settings = JSON.parse(read('i18n/project.inlang/settings.json'));
const listed: string[] = settings['plugin.inlang.messageFormat'].pathPattern;
const locales: string[] = settings.locales;
const areas = listed.map((pattern) => pattern.replace(/^.*\//, ''));
const catalogue = (locale: string, area: string): Area => JSON.parse(read(`i18n/messages/${locale}/${area}`));

/** Keys that the sources take from the catalogue: `m.key`, and `m['key']`. */
function usedKeys(): Map<string, string[]> {
  const used = new Map<string, string[]>();
  const sources = ROOMS.flatMap((room) => filesIn(room, '.ts', '.tsx'));
  for (const path of sources) {
    walk(parse(path), (node) => {
      if (
        node.type !== 'MemberExpression' ||
        !isNode(node.object) ||
        node.object.name !== 'm' ||
        !isNode(node.property)
      )
        return;
      const key = node.computed ? node.property.value : node.property.name;
      if (typeof key === 'string') used.set(key, [...(used.get(key) ?? []), path]);
      else used.set(`[computed] ${path}`, [path]);
    });
  }
  return used;
}

/** Strings inside a message, whatever its form (plain, or variants by number). */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(texts);
  if (typeof value === 'object' && value !== null) {
    const { match } = value as { match?: unknown };
    return match ? texts(Object.values(match)) : texts(Object.values(value));
  }
  return [];
}

function placeholders(value: unknown): string[] {
  return [
    ...new Set(
      texts(value).flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')),
    ),
  ].sort();
}

const used = usedKeys();

describe.each(areas)('%s', (area) => {
  const base = catalogue('id', area);

  test.each(locales)('has the same keys and placeholders in %s', (locale) => {
    const other = catalogue(locale, area);
    expect(Object.keys(other).sort()).toEqual(Object.keys(base).sort());
    for (const [key, message] of Object.entries(base))
      expect(placeholders(other[key]), key).toEqual(placeholders(message));
  });

  test.each(locales)('has no empty text in %s, and none with an exclamation mark or two spaces', (locale) => {
    for (const [key, message] of Object.entries(catalogue(locale, area))) {
      expect(texts(message).length, key).toBeGreaterThan(0);
      for (const text of texts(message))
        expect(text.trim() === '' || /!| {2}/.test(text.replace('LAPOR!', '')), `${key}: ${text}`).toBe(
          false,
        );
    }
  });

  test('has no unused key', () => {
    expect(Object.keys(base).filter((key) => !used.has(key))).toEqual([]);
  });
});

test('every file of messages is in the settings, and the other way round', () => {
  for (const locale of locales) {
    expect(filesIn(`i18n/messages/${locale}`, '.json').map((path) => path.split('/').at(-1))).toEqual(
      [...areas].sort(),
    );
  }
});

test('no key stands in two files', () => {
  const keys = areas.flatMap((area) => Object.keys(catalogue('id', area)));
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

test('no source asks for a key that is missing, and none makes one up at run time', () => {
  const known = new Set(areas.flatMap((area) => Object.keys(catalogue('id', area))));
  expect([...used].filter(([key]) => !known.has(key)).map(([key, paths]) => `${key} in ${paths}`)).toEqual(
    [],
  );
});
