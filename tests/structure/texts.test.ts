import { describe, expect, test } from 'vitest';
import { filesIn, isNode, lineAt, type Node, parse, read, walk } from './tree.ts';

/** Text that a person sees stands in the catalogue. Here is what may stand elsewhere, and why. */
const ALLOWED: Record<string, string> = {
  'complaints/agencies/general.ts': 'names of offices are proper names',
  'complaints/agencies/kotim.ts': 'names of offices are proper names',
  'complaints/category-words.ts': 'words that citizens write, to be read and never shown',
  'complaints/normalize.ts': 'words that citizens write, to be read and never shown',
  'complaints/suggest-lexicon.ts': 'words that citizens write, to be read and never shown',
  'sites/instagram/selectors.ts': 'labels of the site, to be found and never shown',
  'complaints/when.ts': 'a date is put together by the browser and the word "pukul"',
};

const SPOKEN = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'title',
  'placeholder',
  'alt',
  'label',
  'heading',
  'hint',
  'description',
  'tooltip',
]);
/** The same in every language, or a language in its own words. */
const SAME = new Set([
  'Tanggap',
  'WhatsApp',
  'Instagram',
  'Facebook',
  'Esc',
  'Ctrl',
  'Enter',
  'Tab',
  'https://',
  'kB',
  'MB',
  'SHA-256',
  'Bahasa Indonesia',
  'English',
]);
/** Common words, one of which make a sentence for sure. */
const INDONESIAN =
  /(?<!\p{L})(yang|belum|sudah|tidak|aduan|untuk|dengan|dari|pada|ini|itu|atau|dan|lewat|tenggat|instansi|warga|simpan|hapus|salin|buka|batal|batalkan|pilih|tambah|kirim|foto|pesan|nomor|unggahan|teruskan|catat|semua|coba|lagi|mohon|bila|akan|dapat|ingatkan|selesai|muat|ulang|halaman|pukul)(?!\p{L})/giu;
const LETTERS = /\p{L}{2,}/u;

function literal(node: unknown): string | null {
  if (!isNode(node)) return null;
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type === 'TemplateLiteral' && Array.isArray(node.quasis)) {
    return node.quasis.map((part) => (part as { value: { cooked?: string } }).value.cooked ?? '').join('…');
  }
  if (node.type === 'JSXExpressionContainer') return literal(node.expression);
  return null;
}

function isTechnical(parents: readonly Node[]): boolean {
  return parents.some((parent) => /^(Import|ExportAll|TSLiteralType|TSEnum|TSModule)/.test(parent.type));
}

function found(path: string, source = read(path)): string[] {
  const wrong: string[] = [];
  const note = (node: Node, text: string) =>
    SAME.has(text.replace(/[…·]/g, '').trim()) ||
    wrong.push(`${path}:${lineAt(source, node.start)} ${JSON.stringify(text.trim())}`);
  walk(parse(path, source), (node, parents) => {
    if (node.type === 'JSXText' && LETTERS.test(String(node.value))) note(node, String(node.value));
    if (node.type === 'JSXAttribute' && isNode(node.name) && SPOKEN.has(String(node.name.name))) {
      const text = literal(node.value);
      if (text !== null && LETTERS.test(text)) note(node, text);
    }
    if (node.type === 'Property' && isNode(node.key) && SPOKEN.has(String(node.key.name ?? node.key.value))) {
      const text = literal(node.value);
      if (text !== null && /\p{Lu}\p{Ll}/u.test(text)) note(node, text);
    }
    if (node.type === 'AssignmentExpression' && isNode(node.left) && isNode(node.left.property)) {
      const text = literal(node.right);
      if (
        /^(textContent|innerText|title|ariaLabel|placeholder|alt)$/.test(String(node.left.property.name)) &&
        text !== null &&
        LETTERS.test(text)
      )
        note(node, text);
    }
    const text = node.type === 'Literal' || node.type === 'TemplateLiteral' ? literal(node) : null;
    if (
      text !== null &&
      !isTechnical(parents) &&
      /\s/.test(text.trim()) &&
      (text.match(INDONESIAN) ?? []).length >= 1
    )
      note(node, text);
  });
  return [...new Set(wrong)];
}

const files = ['complaints', 'components', 'entrypoints', 'channels', 'storage', 'protocol', 'sites'].flatMap(
  (room) => filesIn(room, '.ts', '.tsx'),
);

test('no text that a person sees stands outside the catalogue', () => {
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((path) => !(path in ALLOWED)).flatMap((path) => found(path))).toEqual([]);
});

describe('the exceptions', () => {
  test.each(Object.keys(ALLOWED))('%s is there and still needs its exception', (path) => {
    expect(files).toContain(path);
    expect(found(path).length).toBeGreaterThan(0);
  });
});

describe('the search itself', () => {
  test.each([
    ['<p>Simpan dulu</p>', 1],
    ['<p>{m.save()} <b>ok</b></p>', 1],
    ['<button title="Batalkan" />', 1],
    ['<img alt={`Foto warga`} />', 1],
    ["<Note text={'Aduan belum diteruskan'} />", 1],
    ["show({ title: 'Batalkan' })", 1],
    ["node.textContent = 'Muat'", 1],
    ['<p>{m.save()}</p>', 0],
    ['<p className="dari pada" data-x="1">·</p>', 1],
    ['<kbd>Ctrl</kbd>', 0],
    ["type T = 'dari pada'", 0],
    ["import x from 'dari pada'", 0],
    ["element.className = 'warn late'", 0],
  ])('%s → %i', (source, count) => {
    expect(
      found(
        'sample.tsx',
        `const sample = () => { ${source.startsWith('<') ? `return ${source}` : ''} };\n${source.startsWith('<') ? '' : source};`,
      ),
    ).toHaveLength(count);
  });
});
