import { describe, expect, test } from 'vitest';
import { finderFor } from '../../sites/finders.ts';
import { mappers } from '../../sites/mappers.ts';
import { filesIn, foldersIn, importsOf, isNode, parse, read, readmeRow, walk } from './tree.ts';

/** `page/` is the common half that draws the buttons; every other folder is a site. */
const sites = foldersIn('sites').filter((name) => name !== 'page');
const finders = [
  finderFor('www.instagram.com'),
  finderFor('www.facebook.com'),
  finderFor('web.facebook.com'),
];

/** Names of the functions and constants that a site's fixtures offer, and names of the fixture files. */
function fixtureNames(site: string): string[] {
  const files = filesIn(`tests/fixtures/${site}`);
  const exported: string[] = [];
  for (const path of files.filter((file) => file.endsWith('.ts'))) {
    walk(parse(path), (node) => {
      if (node.type !== 'ExportNamedDeclaration' || !isNode(node.declaration)) return;
      const { id, declarations } = node.declaration;
      const ids = isNode(id)
        ? [id]
        : Array.isArray(declarations)
          ? declarations
              .filter(isNode)
              .map((each) => each.id)
              .filter(isNode)
          : [];
      for (const each of ids) if (typeof each.name === 'string') exported.push(each.name);
    });
  }
  return [...files.map((path) => path.split('/').at(-1) ?? ''), ...exported].map((name) =>
    name.toLowerCase(),
  );
}

test('there are sites', () => expect(sites).toContain('instagram'));

describe.each(sites)('site %s', (site) => {
  test('has its parts: find, finder, mapper', () => {
    const files = filesIn(`sites/${site}`, '.ts');
    expect(files).toContain(`sites/${site}/find.ts`);
    expect(files).toContain(`sites/${site}/finder.ts`);
    expect(files).toContain(`sites/${site}/mapper.ts`);
  });

  test('is registered', () => {
    const script = importsOf(`entrypoints/${site}.content.ts`).map((each) => each.path);
    expect(script).toContain(`sites/${site}/find.ts`);
    const acts = importsOf(`entrypoints/acts-${site}.ts`).map((each) => each.path);
    expect(acts).toContain(`sites/${site}/finder.ts`);
    expect(importsOf('sites/finders.ts').map((each) => each.path)).toContain(`sites/${site}/finder.ts`);
    expect(importsOf('sites/mappers.ts').map((each) => each.path)).toContain(`sites/${site}/mapper.ts`);
    expect(finders.some((finder) => finder?.id === site)).toBe(true);
    expect(Object.entries(mappers).find(([id]) => id === site)?.[1].id).toBe(site);
  });

  test('every selector file says when it was last seen working', () => {
    const dated = filesIn(`sites/${site}`, '.ts').filter((path) => /selectors\.ts$/.test(path));
    expect(dated.length).toBeGreaterThan(0);
    for (const path of dated) expect(read(path), path).toMatch(/\b20\d\d-\d\d(-\d\d)?\b/);
  });

  const surfaces = finders.find((finder) => finder?.id === site)?.surfaces ?? [];

  test('has surfaces with ids of their own', () => {
    expect(surfaces.length).toBeGreaterThan(0);
    expect(new Set(surfaces.map((surface) => surface.id)).size).toBe(surfaces.length);
  });

  test.each(surfaces.map((surface) => surface.id))(
    'surface %s has a fixture and a row in README',
    (surface) => {
      expect(
        fixtureNames(site).some((name) => name.includes(surface)),
        `tests/fixtures/${site} has nothing named ${surface}`,
      ).toBe(true);
      expect(readmeRow(`${site}/${surface}`), `README has no row for ${site}/${surface}`).toBeDefined();
    },
  );
});
