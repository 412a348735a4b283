import { isControl } from '../text.ts';

const BLOCK = /^(?:div|p|li|ul|ol|blockquote|h[1-6])$/;

/** Text of a block as a person reads it: a line per block, an empty line between paragraphs, emoji by their letter. */
export function wordsIn(block: Element): { text: string; cut: boolean } {
  const buttons = [...block.querySelectorAll('[role=button]')];
  const text = read(block).trim();
  const more = buttons[buttons.length - 1];
  const last = more && !more.matches('a *') && !followed(more, block);
  // Once unfolded, a button to fold it again stands in the same place, without the dots before it.
  const cut = !!last && (/(?:…|\.{3})$/.test(text) || !/sedikit|less/i.test(more.textContent ?? ''));
  return { text: cut ? text.replace(/\s*(?:…|\.{3})$/, '') : text, cut };
}

function followed(button: Element, block: Element): boolean {
  for (let node: Node = button; node !== block && node.parentNode; node = node.parentNode) {
    for (let next = node.nextSibling; next; next = next.nextSibling)
      if (next.textContent?.trim()) return true;
  }
  return false;
}

function isBlock(node: Node | null): node is Element {
  return node?.nodeType === 1 && BLOCK.test((node as Element).localName);
}

function read(node: Node): string {
  if (node.nodeType === 3) return node.nodeValue ?? '';
  if (node.nodeType !== 1) return '';
  const element = node as Element;
  if (element.localName === 'br') return '\n';
  if (element.localName === 'img') return element.getAttribute('alt') ?? '';
  if (isControl(element) || /^(?:svg|style|script)$/.test(element.localName)) return '';
  let text = '';
  let before: Node | null = null;
  for (const child of element.childNodes) {
    if (before && (isBlock(child) || isBlock(before)))
      text += hasLines(child) && hasLines(before) ? '\n\n' : '\n';
    text += read(child);
    if (isBlock(child) || child.textContent?.trim()) before = child;
  }
  return text;
}

/** A paragraph is a block of lines. */
function hasLines(node: Node): boolean {
  return isBlock(node) && [...node.children].some(isBlock);
}
