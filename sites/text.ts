/** Reading text and figures out of a page's markup, the same for every site. */

/** Text of a node as a person reads it: `<br>` is a new line, pictured emoji their name, controls left out. */
export function readableText(node: Node): string {
  if (node.nodeType === 3) return node.nodeValue ?? '';
  if (node.nodeType !== 1) return '';
  const element = node as Element;
  const tag = element.localName;
  if (tag === 'br') return '\n';
  if (tag === 'img') return element.getAttribute('alt') ?? '';
  if (tag === 'svg' || tag === 'time' || tag === 'style' || isControl(element)) return '';
  let text = '';
  for (const child of element.childNodes) text += readableText(child);
  return text;
}

export function isControl(element: Element): boolean {
  return element.localName === 'button' || element.getAttribute('role') === 'button';
}

const UNITS: Record<string, number> = {
  k: 1e3,
  rb: 1e3,
  ribu: 1e3,
  mil: 1e3,
  jt: 1e6,
  juta: 1e6,
  m: 1e6,
  mi: 1e6,
};

/**
 * A figure as the sites print it: `137`, `33.604`, `1,2 rb`, `12K`. Rounded figures are marked; an
 * unknown unit or grouping reads as null rather than as a guess.
 */
export function parseCount(text: string): { value: number; approximate: boolean } | null {
  const match = /^(\d[\d.,\s]*?)\s*([a-z]{1,5})?\.?$/i.exec(text.trim());
  if (!match?.[1]) return null;
  const digits = match[1].trim();
  if (!match[2]) {
    if (!/^\d+$|^\d{1,3}([.,\s]\d{3})+$/.test(digits)) return null;
    return { value: Number(digits.replace(/\D/g, '')), approximate: false };
  }
  const unit = UNITS[match[2].toLowerCase()];
  if (!unit || !/^\d+([.,]\d+)?$/.test(digits)) return null;
  return { value: Math.round(Number(digits.replace(',', '.')) * unit), approximate: true };
}
