import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseSync } from 'vite';

/** Reads the project as it lies on the disk, for the tests that say what is missing in it. */

export const root = join(import.meta.dirname, '..', '..');
const SKIP = new Set(['node_modules', '.git', '.output', '.wxt', '.cache', 'paraglide']);

/** Paths under `folder`, relative to the project, whose names end in one of `endings`. */
export function filesIn(folder: string, ...endings: string[]): string[] {
  const found: string[] = [];
  const visit = (path: string): void => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (SKIP.has(entry.name)) continue;
      const full = join(path, entry.name);
      if (entry.isDirectory()) visit(full);
      else if (endings.length === 0 || endings.some((ending) => entry.name.endsWith(ending)))
        found.push(relative(root, full));
    }
  };
  try {
    visit(join(root, folder));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return found.sort();
}

export function foldersIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

export function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

export type Node = { type: string; start: number; end: number } & Record<string, unknown>;

/** Syntax tree (ESTree) of one of our files, or of a source that is given. */
export function parse(path: string, source = read(path)): Node {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  return program as unknown as Node;
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

/** Every node with its parents, outermost first. */
export function walk(
  node: Node,
  see: (node: Node, parents: readonly Node[]) => void,
  parents: readonly Node[] = [],
): void {
  see(node, parents);
  const inner = [...parents, node];
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, see, inner);
  }
}

export interface Import {
  /** As written. */
  from: string;
  /** Path in the project, or null for a package. */
  path: string | null;
  typeOnly: boolean;
}

/** What a file imports or re-exports, also by `import()`. */
export function importsOf(path: string): Import[] {
  const imports: Import[] = [];
  walk(parse(path), (node) => {
    const source = node.source;
    if (!isNode(source) || typeof source.value !== 'string') return;
    if (!/^(Import(Declaration|Expression)|Export(All|Named)Declaration)$/.test(node.type)) return;
    imports.push({ from: source.value, path: target(path, source.value), typeOnly: isTypeOnly(node) });
  });
  return imports;
}

function target(path: string, from: string): string | null {
  return from.startsWith('.') ? relative(root, resolve(root, dirname(path), from)) : null;
}

function isTypeOnly(node: Node): boolean {
  if (node.importKind === 'type' || node.exportKind === 'type') return true;
  const names = Array.isArray(node.specifiers) ? node.specifiers.filter(isNode) : [];
  return names.length > 0 && names.every((name) => name.importKind === 'type' || name.exportKind === 'type');
}

/** Line of a place in a source, from 1. */
export function lineAt(source: string, offset: number): number {
  return source.slice(0, offset).split('\n').length;
}

/** Rows of all Markdown tables in README whose first cell is `name` in code marks. */
export function readmeRow(name: string): string | undefined {
  return read('README.md')
    .split('\n')
    .find((line) => line.startsWith(`| \`${name}\``));
}
