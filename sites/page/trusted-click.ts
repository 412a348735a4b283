/**
 * Whether a click on our host was meant. A page can fake clicks and can lay the button under or into something
 * else; these checks raise the cost of that, and the click behind them stays harmless and undoable
 * (threat: DOM-based extension clickjacking, DEF CON 33).
 */

const MIN_SIDE = 24;
const MIN_OPACITY = 0.7;

/** Why a click is not believed, or null when it is. */
export type Doubt = 'synthetic' | 'gone' | 'small' | 'outside' | 'hidden' | 'covered';

export function doubtOf(event: MouseEvent, host: Element): Doubt | null {
  if (!event.isTrusted) return 'synthetic';
  const document = host.ownerDocument;
  const window = document.defaultView;
  if (!host.isConnected || !window) return 'gone';
  const box = host.getBoundingClientRect();
  if (box.width < MIN_SIDE || box.height < MIN_SIDE) return 'small';
  const x = box.left + box.width / 2;
  const y = box.top + box.height / 2;
  if (x < 0 || y < 0 || x > window.innerWidth || y > window.innerHeight) return 'outside';
  if (isHidden(host, window)) return 'hidden';
  // A click by keyboard has no place of its own.
  const points = event.detail > 0 ? [[event.clientX, event.clientY]] : [[x, y]];
  for (const inset of [0.25, 0.75]) points.push([box.left + box.width * inset, y]);
  for (const [left = 0, top = 0] of points) {
    const outside = left < 0 || top < 0 || left > window.innerWidth || top > window.innerHeight;
    if (!outside && document.elementFromPoint(left, top) !== host) return 'covered';
  }
  return null;
}

function isHidden(host: Element, window: Window): boolean {
  let opacity = 1;
  for (let element: Element | null = host; element; element = element.parentElement) {
    const style = window.getComputedStyle(element);
    opacity *= Number(style.opacity || '1');
    // Inverting is what dark-mode extensions do; the others can make it vanish.
    if (opacity < MIN_OPACITY || /opacity|blur|brightness|contrast|url/.test(style.filter)) return true;
    if (element === host && (style.visibility === 'hidden' || style.pointerEvents === 'none')) return true;
    if (style.mixBlendMode && style.mixBlendMode !== 'normal') return true;
    // A mask takes the picture away and leaves the click.
    if (/url|gradient|image|element/.test(`${style.maskImage} ${style.webkitMaskBoxImageSource}`))
      return true;
  }
  return false;
}
