/**
 * Breaks the merge on purpose, one rule at a time, and shows that its tests notice: `node tests/tools/mutate-merge.ts`.
 * Works on a copy; prints for each mutation whether the properties caught it. Exit code 1 when one survived.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Mutation {
  what: string;
  file: string;
  from: string;
  to: string;
}

const MUTATIONS: Mutation[] = [
  {
    what: 'a layer with another identity is no contradiction',
    file: 'sites/merge-accept.ts',
    from: 'if (apart(a.names.filter(isIdentity), b.names.filter(isIdentity))) return true;',
    to: '',
  },
  {
    what: 'a layer with another author is no contradiction',
    file: 'sites/merge-accept.ts',
    from: '  if (otherAuthor(a, b)) return true;\n',
    to: '',
  },
  {
    what: 'the same beginning is the same text, cut or not',
    file: 'sites/merge-accept.ts',
    from: 'return left.length === right.length || !!(left.length < right.length ? a : b).textCut;',
    to: 'return true;',
  },
  {
    what: 'a shared photo is proof enough',
    file: 'sites/merge-accept.ts',
    from: 'return shared.length > 0 && (sameAuthor(dom, layer) || sameText(dom, layer));',
    to: 'return shared.length > 0;',
  },
  {
    what: 'by words alone, the first of two fitting posts is taken',
    file: 'sites/merge-accept.ts',
    from: 'else if (!isOnePost(accepted, fitting)) accepted = [];',
    to: 'else accepted = accepted.slice(0, 1);',
  },
  {
    what: 'a comment and the post above it may be one',
    file: 'sites/merge-accept.ts',
    from: 'if (isCommentLayer(a) !== isCommentLayer(b)) return true;',
    to: '',
  },
  {
    what: 'a comment under another post is the same comment',
    file: 'sites/merge-accept.ts',
    from: 'if (apart((a.under?.names ?? []).filter(isIdentity), (b.under?.names ?? []).filter(isIdentity))) return true;',
    to: '',
  },
  {
    what: 'a cut text counts as whole',
    file: 'sites/merge-fields.ts',
    from: 'layer.text !== undefined && !layer.textCut',
    to: 'layer.text !== undefined',
  },
  {
    what: 'fields of a node that holds two posts are believed',
    file: 'sites/merge.ts',
    from: '(mixed ? [...accepted] : [dom, ...accepted])',
    to: '[dom, ...accepted]',
  },
  {
    what: 'an original of another author may fill the share’s original',
    file: 'sites/merge-context.ts',
    from: 'if (next === first || !samePost(joined, next)) continue;',
    to: 'if (next === first) continue;',
  },
];

const root = fileURLToPath(new URL('../..', import.meta.url));
const copy = mkdtempSync(join(tmpdir(), 'tanggap-mutate-'));
let survived = 0;
try {
  for (const part of ['complaints', 'sites', 'tests/unit/sites', 'package.json'])
    cpSync(join(root, part), join(copy, part), { recursive: true });
  // These tests need nothing of the extension's own set-up.
  writeFileSync(join(copy, 'vitest.config.ts'), 'export default {};');
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  if (!passes()) throw new Error('the tests fail before any mutation');
  for (const { what, file, from, to } of MUTATIONS) {
    const path = join(copy, file);
    const source = readFileSync(path, 'utf8');
    // The formatter may have broken a line in two: compare without white space.
    const at = find(source, from);
    if (!at) throw new Error(`not found in ${file}: ${from}`);
    writeFileSync(path, source.slice(0, at[0]) + to + source.slice(at[1]));
    const alive = passes();
    writeFileSync(path, source);
    if (alive) survived++;
    console.log(`${alive ? 'SURVIVED' : 'caught  '}  ${what}`);
  }
  console.log(`mutations: ${MUTATIONS.length - survived} caught, ${survived} survived`);
} finally {
  rmSync(copy, { recursive: true, force: true });
}
process.exitCode = survived > 0 ? 1 : 0;

function find(source: string, wanted: string): [number, number] | null {
  const pattern = wanted
    .trim()
    .split(/\s+/)
    .join(' ')
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\\\(|\\\)|\(|\)/g, (part) => `\\s*${part}\\s*`)
    .replace(/ /g, '\\s+');
  const match = new RegExp(pattern).exec(source);
  return match ? [match.index, match.index + match[0].length] : null;
}

function passes(): boolean {
  try {
    execFileSync(
      process.execPath,
      [join(root, 'node_modules/vitest/vitest.mjs'), 'run', 'tests/unit/sites/merge'],
      {
        cwd: copy,
        stdio: 'ignore',
        timeout: 120_000,
      },
    );
    return true;
  } catch {
    return false;
  }
}
