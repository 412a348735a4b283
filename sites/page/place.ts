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
    const light = luminanceOf(styleOf(node)?.backgroundColor ?? '');
    if (light !== null) return light < 0.4;
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

/** Luminance from 0 to 1 of what `rgb()` and `rgba()` say in computed styles; null for glass and for anything else. */
export function luminanceOf(color: string): number | null {
  const parts = /^rgba?\((.+)\)$/.exec(color)?.[1]?.split(',').map(Number) ?? [];
  const [red = NaN, green = NaN, blue = NaN, alpha = 1] = parts;
  const sum = (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
  return alpha >= 0.5 && sum >= 0 ? sum : null;
}
