/** One complaint as joining sees it. */
export interface JoinNode {
  /** The complaint it was joined into; null when it was not. */
  into: string | null;
  /** Shown at all: its flag was not taken back. */
  alive: boolean;
}

/**
 * Under which complaint another one goes on: follows the joins from `id` to the last complaint that is there. Where
 * two desks joined two complaints into each other, the one whose id is smallest stays. A complaint whose target is
 * not there stays itself, so that none is ever lost.
 * @returns `id` itself when it goes on alone.
 */
export function joinedEnd(id: string, nodes: ReadonlyMap<string, JoinNode>): string {
  const path = [id];
  for (;;) {
    const next = nodes.get(path.at(-1) ?? '')?.into;
    if (!next || !nodes.has(next)) break;
    const from = path.indexOf(next);
    if (from >= 0) return endOfCycle(path, from, nodes);
    path.push(next);
  }
  return path.findLast((each) => nodes.get(each)?.alive) ?? id;
}

function endOfCycle(path: string[], from: number, nodes: ReadonlyMap<string, JoinNode>): string {
  const living = path.slice(from).filter((each) => nodes.get(each)?.alive);
  const [stays] = living.sort();
  return stays ?? path.slice(0, from).findLast((each) => nodes.get(each)?.alive) ?? path[0] ?? '';
}

/** What decides which of two complaints goes on when they are joined. */
export interface Joinable {
  id: string;
  /** Epoch ms; absent while it was never forwarded. */
  forwardedAt?: number;
  capturedAt: number;
}

/** The one that goes on: the one that was forwarded (first), else a post before a note by hand, else the one flagged first. */
export function survivorOf(a: Joinable, b: Joinable): Joinable {
  const sent = (x: Joinable) => x.forwardedAt ?? Number.POSITIVE_INFINITY;
  const byHand = (x: Joinable) => x.id.startsWith('manual:');
  const by =
    order(sent(a), sent(b)) ||
    Number(byHand(a)) - Number(byHand(b)) ||
    a.capturedAt - b.capturedAt ||
    (a.id < b.id ? -1 : 1);
  return by <= 0 ? a : b;
}

/** Like a difference, but for two that are both endless. */
function order(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
