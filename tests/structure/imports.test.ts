import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { forbiddenPairs, MAY_IMPORT, ROOMS, roomOf } from './rooms.ts';
import { filesIn, foldersIn, importsOf, root } from './tree.ts';

interface Sample {
  room: string;
  imports: string;
}

const between = (from: string, to: string): Sample => ({ room: from, imports: `../${to}/sample.ts` });
const refused: Sample[] = [
  ...forbiddenPairs().map(([from, to]) => between(from, to)),
  { room: 'complaints', imports: 'dexie' },
  { room: 'complaints', imports: 'react' },
  { room: 'complaints', imports: 'wxt/browser' },
  { room: 'sites', imports: 'dexie' },
  { room: 'sites', imports: 'react' },
  { room: 'channels', imports: 'dexie' },
  { room: 'channels', imports: 'react' },
  { room: 'storage', imports: 'react' },
  { room: 'sites/instagram', imports: '../../storage/database.ts' },
  { room: 'components/panel', imports: '../../entrypoints/popup/main.tsx' },
];
const accepted: Sample[] = ROOMS.flatMap((from) => (MAY_IMPORT[from] ?? []).map((to) => between(from, to)));

/**
 * Has the real linter judge one file per sample by our own rules, in a folder of its own, so that no wrong file
 * ever lies in the tree.
 * @returns the samples that it refused for their import, by name.
 */
function judge(samples: readonly Sample[]): { refused: Set<string>; output: string } {
  const folder = mkdtempSync(join(tmpdir(), 'tanggap-rooms-'));
  try {
    cpSync(join(root, 'biome.json'), join(folder, 'biome.json'));
    for (const sample of samples) {
      mkdirSync(join(folder, sample.room), { recursive: true });
      writeFileSync(
        join(folder, fileOf(sample)),
        `import { x } from '${sample.imports}';\n\nexport const y = x;\n`,
      );
    }
    const biome = join(root, 'node_modules', '.bin', 'biome');
    const result = spawnSync(biome, ['lint', '--colors=off', '--max-diagnostics=none', '.'], {
      cwd: folder,
      encoding: 'utf8',
    });
    const output = result.stdout + result.stderr;
    const named = output.matchAll(/^(\S+\.ts):\d+:\d+ lint\/style\/noRestrictedImports/gm);
    return { refused: new Set([...named].map((match) => match[1] ?? '')), output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function fileOf(sample: Sample): string {
  return `${sample.room}/uses-${sample.imports.replace(/\W+/g, '-').replace(/^-/, '')}.ts`;
}

describe('the linter', () => {
  const verdict = judge([...refused, ...accepted]);

  test('has looked at every sample', () => {
    expect(verdict.output).toContain(`Checked ${refused.length + accepted.length + 1} files`);
  });

  test.each(refused)('refuses $room importing $imports', (sample) => {
    expect(verdict.refused).toContain(fileOf(sample));
  });

  test.each(accepted)('lets $room import $imports', (sample) => {
    expect(verdict.refused).not.toContain(fileOf(sample));
  });
});

describe('the tree itself', () => {
  test.each(ROOMS)('%s imports only what it may', (room) => {
    const wrong = filesIn(room, '.ts', '.tsx').flatMap((path) =>
      importsOf(path)
        .filter((each) => each.path !== null && ROOMS.includes(roomOf(each.path)))
        .filter(
          (each) => roomOf(each.path ?? '') !== room && !MAY_IMPORT[room]?.includes(roomOf(each.path ?? '')),
        )
        .map((each) => `${path} → ${each.path}`),
    );
    expect(wrong).toEqual([]);
  });

  test('no product file imports from tests', () => {
    const wrong = ROOMS.flatMap((room) => filesIn(room, '.ts', '.tsx')).filter((path) =>
      importsOf(path).some((each) => each.path?.startsWith('tests/')),
    );
    expect(wrong).toEqual([]);
  });
});

describe('what comes into the page', () => {
  /** Files and packages that end up in it: types are erased and do not count. */
  function reach(start: string): { files: Set<string>; packages: Set<string> } {
    const files = new Set<string>();
    const packages = new Set<string>();
    const queue = [start];
    for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
      if (files.has(path)) continue;
      files.add(path);
      for (const each of importsOf(path)) {
        if (each.typeOnly) continue;
        if (each.path === null) packages.add(each.from);
        else if (/\.tsx?$/.test(each.path)) queue.push(each.path);
      }
    }
    return { files, packages };
  }

  const sites = foldersIn('sites').filter((name) => name !== 'page');
  const scripts = sites.map((site) => ({
    site,
    content: reach(`entrypoints/${site}.content.ts`),
    acts: reach(`entrypoints/acts-${site}.ts`),
    replies: reach(`entrypoints/replies-${site}.ts`),
  }));

  test.each(scripts)('$site: reaches no library but the bridge to the browser', ({ content }) => {
    expect([...content.packages].sort()).toEqual(['wxt/browser', 'wxt/utils/define-content-script']);
  });

  test.each(scripts)('$site: carries nothing of another site', ({ site, content, acts, replies }) => {
    for (const other of sites.filter((name) => name !== site)) {
      const all = [...content.files, ...acts.files, ...replies.files];
      const foreign = all.filter((path) => path.startsWith(`sites/${other}/`));
      expect(foreign).toEqual([]);
    }
    expect(content.files).toContain(`sites/${site}/find.ts`);
    expect(acts.files).toContain(`sites/${site}/finder.ts`);
  });

  test.each(scripts)(
    '$site: does not carry the readers of posts, which come when someone is about to flag',
    ({ content }) => {
      const readers = [...content.files].filter((path) =>
        /\/(finder|mapper|read(-\w+)?|islands)\.ts$/.test(path),
      );
      expect(readers).toEqual([]);
    },
  );

  test.each(scripts)('$site: what comes then reaches no library either', ({ acts, replies }) => {
    const allowed = ['wxt/browser', 'wxt/utils/define-unlisted-script'];
    const packages = [...acts.packages, ...replies.packages];
    expect(packages.filter((name) => !allowed.includes(name))).toEqual([]);
  });

  test.each(
    scripts.flatMap(({ site, content, acts, replies }) => [
      [`entrypoints/${site}.content.ts`, content] as const,
      [`entrypoints/acts-${site}.ts`, acts] as const,
      [`entrypoints/replies-${site}.ts`, replies] as const,
    ]),
  )('%s reaches no schema, no store, no screen, no channel', (_, { files }) => {
    const wrong = [...files].filter((path) =>
      /^(storage|components|channels)\/|^protocol\/contract/.test(path),
    );
    expect(wrong).toEqual([]);
    expect(files.size).toBeGreaterThan(10);
  });
});
