/** Which units of a list are in the document, and in which of the recycled boxes. */
export interface Span {
  first: number;
  liveFirst: number;
  liveLast: number;
  last: number;
  /** Place in the list → box. */
  slots: ReadonlyMap<number, number>;
}

const GUESS = 600;
/** Pixels beyond the view in which units are alive. */
const ALIVE = 700;
/** Boxes in the document: a unit that comes in below takes the box of the one that leaves above. */
const BOXES = 9;

export function heightsOf(ids: string[], heights: Map<string, number>, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += heights.get(ids[i] ?? '') ?? GUESS;
  return sum;
}

/** `scrolled`: pixels of the list above the view; `view`: height of the view. */
export function spanOf(
  ids: string[],
  heights: Map<string, number>,
  scrolled: number,
  view: number,
): Omit<Span, 'slots'> {
  let at = 0;
  let liveFirst = -1;
  let liveLast = -1;
  ids.forEach((id, i) => {
    const end = at + (heights.get(id) ?? GUESS);
    if (end > scrolled - ALIVE && at < scrolled + view + ALIVE) {
      if (liveFirst < 0) liveFirst = i;
      liveLast = i;
    }
    at = end;
  });
  if (liveFirst < 0) {
    liveFirst = Math.max(0, ids.length - 1);
    liveLast = ids.length - 1;
  }
  const spare = Math.max(0, BOXES - (liveLast - liveFirst + 1));
  const last = Math.min(ids.length - 1, liveLast + Math.ceil(spare / 2));
  const first = Math.max(0, Math.min(liveFirst, last - BOXES + 1));
  return { first, last: Math.min(ids.length - 1, Math.max(last, first + BOXES - 1)), liveFirst, liveLast };
}

/** Gives each place of `next` a box: its old one, else one that has become free, else a new one. */
export function withSlots(old: Span, next: Omit<Span, 'slots'>): Span {
  const slots = new Map<number, number>();
  const used = new Set<number>();
  for (const [place, slot] of old.slots) {
    if (place >= next.first && place <= next.last) {
      slots.set(place, slot);
      used.add(slot);
    }
  }
  const free = [...old.slots.values()].filter((slot) => !used.has(slot));
  let fresh = Math.max(-1, ...old.slots.values()) + 1;
  for (let place = next.first; place <= next.last; place++) {
    if (!slots.has(place)) slots.set(place, free.shift() ?? fresh++);
  }
  const same =
    old.first === next.first &&
    old.last === next.last &&
    old.liveFirst === next.liveFirst &&
    old.liveLast === next.liveLast;
  return same ? old : { ...next, slots };
}
