import type { Anchor } from '../site.ts';

/** In a grid a further item would wrap: there the button goes to the end of the first group. */
export function placeIn(anchor: Anchor): Anchor {
  const { container } = anchor;
  const display = styleOf(container)?.display ?? '';
  const group = container.firstElementChild;
  return display.includes('grid') && group ? { container: group, before: null } : anchor;
}

/** Theme of the page behind an element: the luminance of the nearest opaque background. */
export function isDark(element: Element): boolean {
  for (let node: Element | null = element; node; node = node.parentElement) {
    const color = parseColor(styleOf(node)?.backgroundColor ?? '');
    if (color && color.alpha >= 0.5) return luminance(color) < 0.4;
  }
  return styleOf(element.ownerDocument.documentElement)?.colorScheme?.trim() === 'dark';
}

/** Whether a row has become higher since it was `heightBefore` px: something went to a new line. */
export function hasWrapped(row: Element, heightBefore: number): boolean {
  return heightBefore > 0 && row.clientHeight > heightBefore + 6;
}

function styleOf(element: Element): CSSStyleDeclaration | null {
  return element.ownerDocument.defaultView?.getComputedStyle(element) ?? null;
}

interface Color {
  red: number;
  green: number;
  blue: number;
  alpha: number;
}

/** `rgb()` and `rgba()` as computed styles give them; null for anything else. */
export function parseColor(text: string): Color | null {
  const parts = /^rgba?\(([^)]+)\)$/.exec(text.trim())?.[1]?.split(/[\s,/]+/) ?? [];
  const [red, green, blue, alpha = 1] = parts.map((part) =>
    part.endsWith('%') ? parseFloat(part) / 100 : Number(part),
  );
  if (
    red === undefined ||
    green === undefined ||
    blue === undefined ||
    Number.isNaN(red + green + blue + alpha)
  )
    return null;
  return { red, green, blue, alpha };
}

function luminance({ red, green, blue }: Color): number {
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}
