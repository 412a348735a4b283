/**
 * Which node of a list shows which place. A place that comes into the list gets a node that another place has just
 * left, so nodes are used again for other posts.
 */
export class Slots {
  private keys = new Map<number, string>();
  private made = 0;

  /** Keys for the given places, in order. Places that `alone` names get a node of their own. */
  assign(places: readonly number[], alone: (place: number) => boolean): string[] {
    const staying = new Set(places);
    const free = [...this.keys].flatMap(([place, key]) =>
      staying.has(place) || key.startsWith('own') ? [] : [key],
    );
    const next = new Map<number, string>();
    for (const place of places) {
      const old = this.keys.get(place);
      const kept = old?.startsWith('own') === alone(place) ? old : undefined;
      next.set(place, kept ?? (alone(place) ? `own${place}` : (free.pop() ?? `slot${this.made++}`)));
    }
    this.keys = next;
    return places.map((place) => next.get(place) ?? '');
  }
}
